import type { Day, PledgeAlert, PledgeDecision, PledgeFit, PledgeLine } from '@muster/force-generation';
import { asOfDay, doors, type PledgeAnswer } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { SeverityMark } from '../figures/severity-mark.js';
import { useAnswer } from '../use-answer.js';
import { ruleInWords } from '../words/alert-words.js';
import { counted } from '../words/count-words.js';
import { capitalized, idInWords } from '../words/name-words.js';
import { missInWords, stageInWords } from '../words/pledge-words.js';

interface Props {
  readonly line: PledgeLine;
  readonly asOf: Day | undefined;
  readonly changes: number;
}

/** What a liaison asks: what is urgent, how far it came and when, what was decided and why, what of the need it does not meet. */
export function PledgeDetails({ line, asOf, changes }: Props) {
  const { value, problem } = useAnswer<PledgeAnswer>(asOfDay(doors.pledge(line), asOf), changes);
  return (
    <div class="details">
      <div class="details-why">
        {problem !== undefined && <p class="muted">{problem}</p>}
        {value && value.alerts.length > 0 && <Alerts alerts={value.alerts} />}
        {value && <Fits selected={value.requirement !== null} fits={value.fits} />}
        {value?.caveats && <p>Caveats: {value.caveats.map((code) => idInWords(code).toLowerCase()).join(', ')}.</p>}
        <p class="muted key">{line.pledge}</p>
      </div>
      {value && (
        <div class="details-beside">
          <h3>Ladder</h3>
          <ol class="rungs">
            {value.ladder.map(({ stage, on, fact }) => (
              <li key={stage} class={on === null ? 'muted' : ''}>
                {stageInWords(stage)}
                {on !== null && fact !== null && (
                  <a href={doors.fact(fact)} target="_blank" rel="noreferrer">
                    <DayText day={on} />
                  </a>
                )}
              </li>
            ))}
          </ol>
          <h3>Decisions</h3>
          <Decisions decisions={value.decisions} />
        </div>
      )}
    </div>
  );
}

const Alerts = ({ alerts }: { readonly alerts: readonly PledgeAlert[] }) => (
  <>
    <h3>Open alerts</h3>
    <ul class="pledge-alerts">
      {alerts.map(({ key, rule, severity, state, since, action, owner }) => (
        <li key={key} data-alert={key}>
          <SeverityMark severity={severity} state={state} /> <strong>{ruleInWords(rule)}</strong>, since <DayText day={since} />
          <span class="under">{action}</span>
          <span class="under">{owner}</span>
        </li>
      ))}
    </ul>
  </>
);

const Decisions = ({ decisions }: { readonly decisions: readonly PledgeDecision[] }) =>
  decisions.length === 0 ? (
    <p class="muted">Nothing was decided yet.</p>
  ) : (
    <ol class="decisions">
      {decisions.map(({ on, decision, reason, note, fact }) => (
        <li key={fact}>
          <a href={doors.fact(fact)} target="_blank" rel="noreferrer">
            <DayText day={on} />
          </a>{' '}
          {capitalized(decision)}
          {(reason ?? note) !== undefined && <span class="under">{reason ?? note}</span>}
        </li>
      ))}
    </ol>
  );

const Fits = ({ selected, fits }: { readonly selected: boolean; readonly fits: readonly PledgeFit[] }) => (
  <>
    <h3>{selected ? 'Against the requirement' : 'Could meet'}</h3>
    {fits.length === 0 && (
      <p class="muted">{selected ? 'The requirement does not stand.' : 'No open requirement of this kind.'}</p>
    )}
    <ul class="fits">
      {fits.map(({ mission, requirement, location, requiredBy, misses, open }) => (
        <li key={`${mission} ${requirement}`}>
          <strong>{idInWords(requirement, [location ?? ''])}</strong>, {mission}, by <DayText day={requiredBy} />
          <span class="under">
            {open.units > 0 ? `${counted(open.units, 'unit')} nobody has promised` : 'all units promised'}
          </span>
          {misses.length === 0 ? (
            <span class="under">It fits.</span>
          ) : (
            <ul class="misses">
              {misses.map((miss) => (
                <li key={missInWords(miss)}>{missInWords(miss)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  </>
);
