import type { Acknowledgement, Day, ExplanationNode } from '@muster/force-generation';
import { asOfDay, doors, type ExplanationAnswer, type HistoryAnswer, type OpenAlert } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { hashOf } from '../route.js';
import { useAnswer } from '../use-answer.js';
import { inProse } from '../words/in-prose.js';
import { AlertAnswers } from './alert-answers.js';
import { AlertHistory } from './alert-history.js';
import { ExplanationTree } from './explanation-tree.js';
import { FactsBehind } from './facts-behind.js';

interface Props {
  readonly alert: OpenAlert;
  readonly asOf: Day | undefined;
  readonly changes: number;
}

/** Why the alert says what it says: the arithmetic, the facts, the rule's numbers, and what was said before. */
export function AlertDetails({ alert, asOf, changes }: Props) {
  const explanation = useAnswer<ExplanationAnswer>(asOfDay(doors.explanation(alert), asOf), changes);
  const history = useAnswer<HistoryAnswer>(asOfDay(doors.history(alert), asOf), changes);
  return (
    <div class="details">
      <div class="details-why">
        <h3>Why</h3>
        {explanation.problem !== undefined && <p class="muted">{explanation.problem}</p>}
        {explanation.value && (
          <>
            <p>{inProse(explanation.value.statement)}</p>
            <ul class="tree">
              {figuresOf(explanation.value).map((figure, index) => (
                <ExplanationTree key={index} node={figure} depth={0} />
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="details-beside">
        {alert.acknowledged && <Taken by={alert.acknowledged} />}
        {asOf === undefined && <AlertAnswers alert={alert} />}
        {explanation.value && <FactsBehind figures={explanation.value.figures} />}
        <h3>What was said</h3>
        {history.problem !== undefined && <p class="muted">{history.problem}</p>}
        {history.value && <AlertHistory sayings={history.value.sayings} />}
        {explanation.value && <PolicyText policy={explanation.value.policy} />}
        <p class="muted key">
          <a href={hashOf({ mission: alert.mission, open: alert.key, ...(asOf && { asOf }) })} title="The address of this alert">
            {alert.key}
          </a>
        </p>
      </div>
    </div>
  );
}

/** What explains several figures counts them: that count says nothing to a reader. */
const figuresOf = ({ figures }: ExplanationAnswer): readonly ExplanationNode[] =>
  'inputs' in figures && figures.figure === 'figures explained' ? figures.inputs : [figures];

/** What whoever acknowledged the alert says is being done. */
const Taken = ({ by: { owner, on, note } }: { readonly by: Acknowledgement }) => (
  <>
    <h3>What is being done</h3>
    <p class="taken">
      {note}
      <span class="under">
        {owner}, <DayText day={on} />
      </span>
    </p>
  </>
);

/** The rule's row in the policy that decided. */
const PolicyText = ({ policy }: { readonly policy: ExplanationAnswer['policy'] }) => (
  <details class="folded">
    <summary>
      Rule <code>{policy.rule}</code>, policy <code>{policy.hash.slice(0, 8)}</code>
    </summary>
    <pre>{JSON.stringify(policy.row, null, 2)}</pre>
  </details>
);
