import type { ShownAlert } from './alerts.js';
import { alertsCsv } from './alerts-csv.js';

describe('alertsCsv', () => {
  it('quotes what needs it, and lets no text run as a formula in a spreadsheet', () => {
    const acknowledged = { owner: '=HYPERLINK("evil")', note: 'n', plannedFillBy: '2018-07-01', on: '2018-05-08' };
    const alert = { key: 'A/b/c', reason: 'a, "b"\nc', figures: { missing: 1 }, revision: null, acknowledged };
    const [head, ...lines] = alertsCsv([alert as unknown as ShownAlert]).split('\r\n');
    expect(head).toMatch(/^key,.*,up_to$/);
    expect(lines.join('\r\n')).toContain('"a, ""b""\nc"');
    expect(lines.join('\r\n')).toContain(`"'=HYPERLINK(""evil"")"`);
    expect(lines.join('\r\n')).toContain('"{""missing"":1}"');
  });
});
