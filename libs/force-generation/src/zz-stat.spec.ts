import fc from 'fast-check';
import { assess } from './alerts/assessment.js';
import { log } from '../testing/drawn-logs.js';
import { policy, readOut } from '../testing/read-out.js';
import { today } from '../testing/drawn-values.js';
it('stat', () => {
  const rules: Record<string, number> = {}; const states: Record<string, number> = {};
  let n = 0, t = 0, len=0;
  for (const [{ mission, facts }, on] of fc.sample(fc.tuple(log, today), 1000)) {
    const t0 = performance.now();
    const a = assess(facts, { mission, today: on, policy });
    t += performance.now() - t0; n++; len += facts.length;
    readOut(a);
    for (const r of new Set(a.alerts.map((x) => x.rule))) rules[r] = (rules[r] ?? 0) + 1;
    for (const r of new Set(a.alerts.flatMap((x) => [x.state, ...(x.reopened ? ['reopened'] : []), ...(x.acknowledged ? ['ack'] : []), ...(x.silencedUntil ? ['sil'] : []), ...(x.task? ['task'] : []), x.severity, ...(x.severity!==x.baseSeverity?['raised']:[])]))) states[r] = (states[r] ?? 0) + 1;
    for (const v of a.verdicts.values()) if (v.episodes.length) rules['ep ' + v.rule.name] = (rules['ep ' + v.rule.name] ?? 0) + 1;
  }
  console.log(n, t / n, len/n, rules, states);
});
