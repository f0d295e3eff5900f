import type { OpenAlerts } from '@muster/force-generation';

/** `6 critical, 2 warning, 1 unknown`. */
export function openAlertsText(openAlerts: OpenAlerts): string {
  const open = Object.entries(openAlerts).filter(([, count]) => count > 0);
  return open.length === 0 ? 'none' : open.map(([severity, count]) => `${count} ${severity}`).join(', ');
}
