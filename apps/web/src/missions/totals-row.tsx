import type { Component } from '@muster/force-generation';
import type { MissionLine, OpenAlerts } from '../doors.js';
import { OpenAlertsText } from '../figures/open-alerts-text.js';
import { StrengthBar } from '../figures/strength-bar.js';
import { count, counted, percent } from '../words/count-words.js';

interface Props {
  readonly missions: readonly MissionLine[];
  readonly widest: number;
}

/** Sums over the missions whose ceiling and strength are both known: what nobody knows is not counted as nothing. */
export const TotalsRow = ({ missions, widest }: Props) => (
  <tfoot>
    <tr>
      <th scope="row">
        {counted(missions.length, 'mission')}
        <span class="full-name">sums where both are known</span>
      </th>
      {(['military', 'police'] as const).map((component) => (
        <TotalCells key={component} component={component} missions={missions} widest={widest} />
      ))}
      <td class="alerts-cell">
        <OpenAlertsText openAlerts={missions.map(({ openAlerts }) => openAlerts).reduce(plus)} />
      </td>
      <td class="state-cell" />
    </tr>
  </tfoot>
);

const TotalCells = ({ component, missions, widest }: Props & { readonly component: Component }) => {
  const compared = missions
    .flatMap(({ components }) => components.filter((figures) => figures.component === component))
    .filter(({ missing }) => missing !== null);
  const authorized = compared.reduce((sum, figures) => sum + figures.authorized!, 0);
  const deployed = compared.reduce((sum, figures) => sum + figures.deployed!, 0);
  return (
    <>
      <td class={`number first ${component}`} data-label={component === 'military' ? 'Military authorized' : 'Police authorized'}>
        {count(authorized)}
      </td>
      <td class={`number ${component}`} data-label="Deployed">
        {count(deployed)}
      </td>
      <td class={`number ${component}`} data-label="Missing">
        {authorized < deployed ? `${count(deployed - authorized)} over` : count(authorized - deployed)}
      </td>
      <td class={`bar-column ${component}`}>
        <span class="filled">
          <StrengthBar authorized={authorized} deployed={deployed} widest={widest} />
          <span class="filled-share">{authorized === 0 ? '–' : percent(deployed / authorized)}</span>
        </span>
      </td>
    </>
  );
};

const plus = (a: OpenAlerts, b: OpenAlerts): OpenAlerts => ({
  critical: a.critical + b.critical,
  warning: a.warning + b.warning,
  watch: a.watch + b.watch,
  unknown: a.unknown + b.unknown,
});
