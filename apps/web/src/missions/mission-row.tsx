import type { Day } from '@muster/force-generation';
import type { ComponentFigures, FigureState, MissionLine } from '../doors.js';
import { AsAtText } from '../figures/as-at-text.js';
import { OpenAlertsText } from '../figures/open-alerts-text.js';
import { StrengthBar } from '../figures/strength-bar.js';
import { hashOf } from '../route.js';
import { count, percent } from '../words/count-words.js';
import { capitalized } from '../words/name-words.js';

interface Props {
  readonly mission: MissionLine;
  readonly today: Day;
  readonly asOf: Day | undefined;
  /** How many ceilings wide the bars are. */
  readonly widest: number;
}

/** One mission: who it is, how full it is, and what is open. */
export const MissionRow = ({ mission, today, asOf, widest }: Props) => (
  <tr data-mission={mission.mission}>
    <th scope="row" class="mission-name">
      <a href={hashOf({ mission: mission.mission, ...(asOf && { asOf }) })}>{mission.mission}</a>
      {mission.name !== null && <span class="full-name">{mission.name}</span>}
    </th>
    {mission.components.map((figures) => (
      <ComponentCells key={figures.component} figures={figures} widest={widest} />
    ))}
    <td class="alerts-cell">
      <OpenAlertsText openAlerts={mission.openAlerts} />
    </td>
    <td class="state-cell" data-label="As at">
      <AsAtText state={worstOf(mission.components)} observedOn={mission.observedOn} today={today} />
    </td>
  </tr>
);

interface CellProps {
  readonly figures: ComponentFigures;
  readonly widest: number;
}

const ComponentCells = ({ figures, widest }: CellProps) => {
  const { component, authorized, deployed, missing, fillRate, state } = figures;
  const name = capitalized(component);
  return (
    <>
      <td class={`number first ${component}`} data-label={`${name} authorized`}>
        {count(authorized)}
      </td>
      <td class={`number ${component}`} data-label="Deployed" data-figure={`${component}-deployed`}>
        {deployed !== null && state !== 'known' && <Doubt says={state === 'suspect' ? 'suspect' : 'too old to rely on'} />}
        {count(deployed)}
      </td>
      <td class={`number ${component} ${missing !== null && missing < 0 ? 'over' : ''}`} data-label="Missing">
        {missing !== null && missing < 0 ? `${count(-missing)} over` : count(missing)}
      </td>
      <td class={`bar-column ${component}`}>
        <span class="filled">
          <StrengthBar authorized={authorized} deployed={deployed} widest={widest} />
          <span class="filled-share">{percent(fillRate)}</span>
        </span>
      </td>
    </>
  );
};

const Doubt = ({ says }: { readonly says: string }) => (
  <span class="doubt" role="img" aria-label={says} title={says}>
    ?
  </span>
);

const fromBad: readonly FigureState[] = ['unknown', 'stale', 'suspect', 'known'];

const worstOf = (components: readonly ComponentFigures[]): FigureState =>
  fromBad.find((state) => components.some((figures) => figures.state === state)) ?? 'unknown';
