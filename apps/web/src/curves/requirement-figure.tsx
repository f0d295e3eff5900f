import type { Day, RequirementCurves } from '@muster/force-generation';
import { useMemo, useState } from 'preact/hooks';
import { ChoiceField } from '../figures/choice-field.js';
import { counted } from '../words/count-words.js';
import { shortDay } from '../words/day-words.js';
import { capabilityInWords, idInWords } from '../words/name-words.js';
import { dailyValues } from './daily-values.js';
import { StrengthFigure } from './strength-figure.js';

interface Props {
  readonly requirements: readonly RequirementCurves[];
  readonly days: readonly Day[];
  readonly today: Day;
  readonly dayName: string;
  readonly places: readonly string[];
}

/** One requirement over time, in persons: the first that is not met today, until another is chosen. */
export function RequirementFigure({ requirements, days, today, dayName, places }: Props) {
  const [chosen, choose] = useState('');
  const shown =
    requirements.find(({ requirement }) => requirement === chosen) ??
    requirements.find((one) => isShort(one, today)) ??
    requirements[0]!;
  const { required, ...strengths } = shown.personnel;
  const curves = useMemo(() => ({ authorized: required, ...strengths }), [shown]);
  return (
    <div class="requirement-figure" data-curves={shown.requirement}>
      <ChoiceField
        label="Requirement"
        choices={requirements.map(({ requirement }) => [requirement, idInWords(requirement, places)])}
        chosen={shown.requirement}
        choose={choose}
      />
      <StrengthFigure
        title={idInWords(shown.requirement, places)}
        says={`${counted(unitsOn(shown, 'required', today) ?? 0, 'unit')}, ${capabilityInWords(shown.capability)}, by ${shortDay(shown.requiredBy)}; persons`}
        curves={curves}
        limit="required"
        held={[]}
        days={days}
        today={today}
        dayName={dayName}
        fromZero
      />
    </div>
  );
}

const unitsOn = ({ units }: RequirementCurves, figure: 'required' | 'deployed', day: Day): number | null =>
  dailyValues(units[figure] ?? [], [day])[0] ?? null;

const isShort = (one: RequirementCurves, day: Day): boolean =>
  (unitsOn(one, 'required', day) ?? 0) > (unitsOn(one, 'deployed', day) ?? 0);
