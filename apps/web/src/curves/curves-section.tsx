import type { Day } from '@muster/force-generation';
import { useMemo, useState } from 'preact/hooks';
import type { CurvesAnswer } from '../doors.js';
import { Section } from '../figures/section.js';
import { capitalized } from '../words/name-words.js';
import { daysOf } from './daily-values.js';
import { RequirementFigure } from './requirement-figure.js';
import { StrengthFigure } from './strength-figure.js';

interface Props {
  readonly answer: CurvesAnswer;
  readonly places: readonly string[];
  readonly asOf: Day | undefined;
}

/** Two years back and one ahead: what was authorized or required, what was there, and what is to come. */
export function CurvesSection({ answer, places, asOf }: Props) {
  const { from, to, today, components, requirements } = answer;
  const days = useMemo(() => daysOf(from, to), [from, to]);
  const dayName = asOf === undefined ? 'today' : 'day looked at';
  const [fromZero, setFromZero] = useState(false);
  return (
    <Section
      id="curves"
      title="Strength over time"
      says="Two years back and one ahead. The past as today’s facts tell it; ahead, what is planned and offered."
    >
      <label class="from-zero">
        <input type="checkbox" checked={fromZero} onChange={({ currentTarget }) => setFromZero(currentTarget.checked)} /> Scale
        from 0
      </label>
      <div class="charts">
        {components.map(({ component, held, ...curves }) => (
          <StrengthFigure
            key={component}
            title={capitalized(component)}
            curves={curves}
            limit="authorized"
            held={held}
            days={days}
            today={today}
            dayName={dayName}
            fromZero={fromZero}
          />
        ))}
      </div>
      {requirements.length > 0 && (
        <RequirementFigure requirements={requirements} days={days} today={today} dayName={dayName} places={places} />
      )}
    </Section>
  );
}
