import type { Command } from 'commander';
import { alertPath } from '../doors/door-paths.js';
import { exitCodes } from '../exit-code.js';
import type { ExplanationAnswer } from '../reading/alert-answers.js';
import { countOf } from '../screen/figure-text.js';
import { readAtText } from '../screen/read-at-text.js';
import type { Session } from '../session.js';
import { reading, viewpointOf, type ReadingOptions } from '../viewpoint-options.js';
import { checkExplanation, type Checked } from './check-explanation.js';
import { explanationLines } from './explanation-lines.js';

export const explainCommand = (program: Command, session: Session): Command =>
  reading(program.command('explain'))
    .argument('<key>', "an alert's key, as in MINUSMA/ceiling-shortfall/military")
    .option('--check', 'recompute every figure from the facts, and fail where one differs')
    .description('why an alert stands: the facts, the policy, the arithmetic')
    .action(async (key: string, options: ReadingOptions & { readonly check?: boolean }) => {
      const monitor = await session.monitor();
      const answer = await monitor.get<ExplanationAnswer>(alertPath(key, '/explanation'), viewpointOf(options));
      session.show(answer, options, (body) => [...explanationLines(body), '', readAtText(body)].join('\n'));
      if (options.check) tell(session, await checkExplanation(monitor, answer.body, options));
    });

const mostTold = 10;

function tell(session: Session, { figures, facts, differences }: Checked): void {
  if (differences.length === 0)
    return session.remark(`Checked: ${countOf(figures, 'figure')}, ${countOf(facts, 'fact')}, the policy and the alert agree.`);
  session.exitCode = exitCodes.failed;
  const told = differences.slice(0, mostTold).map((difference) => `  ${difference}`);
  const untold = differences.length - told.length;
  const more = untold === 0 ? [] : [`  … and ${untold} more.`];
  session.remark(
    [
      'The explanation does not hold:',
      ...told,
      ...more,
      'This is a defect of Muster, or its log was changed: run "muster verify".',
    ].join('\n'),
  );
}
