import type { OpenAlerts } from '../doors.js';
import { SeverityCount } from './severity-mark.js';

const marks = ['critical', 'warning', 'watch', 'unknown'] as const;

/** The open alerts by severity; one whose figures are not known now counts as unknown only. */
export const OpenAlertsText = ({ openAlerts }: { readonly openAlerts: OpenAlerts }) =>
  marks.every((mark) => openAlerts[mark] === 0) ? (
    <span class="muted">none</span>
  ) : (
    <span class="open-alerts">
      {marks.map((mark) => (
        <SeverityCount key={mark} mark={mark} alerts={openAlerts[mark]} />
      ))}
    </span>
  );
