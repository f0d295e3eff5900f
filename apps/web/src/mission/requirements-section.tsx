import type { RequirementsAnswer } from '../doors.js';
import { Section } from '../figures/section.js';
import { counted } from '../words/count-words.js';
import { RequirementsTable } from './requirements-table.js';

interface Props {
  readonly answer: RequirementsAnswer;
  readonly openAlert: (key: string) => void;
}

const says = 'What the mission needs. Committed holds what is deployed and planned; pledged holds what is committed and offered.';

/** Every unit that the mission needs, and how firmly it is promised; what is met is folded away. */
export const RequirementsSection = ({ answer: { requirements, today }, openAlert }: Props) => {
  const unmet = requirements.filter(({ met }) => !met);
  const met = requirements.filter((requirement) => requirement.met);
  return (
    <Section id="requirements" title="Requirements" says={says}>
      {requirements.length === 0 && <p class="empty">No requirement is stated.</p>}
      {unmet.length > 0 && (
        <RequirementsTable caption="Requirements that are not met" requirements={unmet} today={today} openAlert={openAlert} />
      )}
      {met.length > 0 && (
        <details class="folded">
          <summary>{counted(met.length, 'requirement')} met</summary>
          <RequirementsTable caption="Requirements that are met" requirements={met} today={today} openAlert={openAlert} />
        </details>
      )}
    </Section>
  );
};
