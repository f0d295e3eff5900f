import { Command } from 'commander';
import { explainCommand } from './explaining/explain-command.js';
import { importCommand } from './imports/import-command.js';
import { alertsCommand } from './reading/alerts-command.js';
import { gapsCommand } from './reading/gaps-command.js';
import { missionCommand } from './reading/mission-command.js';
import { missionsCommand } from './reading/missions-command.js';
import { needsCommand } from './reading/needs-command.js';
import { pledgesCommand } from './reading/pledges-command.js';
import { tasksCommand } from './reading/tasks-command.js';
import type { Session } from './session.js';
import { reportCommand } from './reports/report-command.js';
import { replayCommand } from './verifying/replay-command.js';
import { verifyCommand } from './verifying/verify-command.js';

const afterHelp = `
Speaks to the monitor at MUSTER_URL, by default http://127.0.0.1:$PORT.
Exit code 0: done; 2: done, with rejected rows; 1: failed.`;

const afterMistake = '"muster help" lists the commands, "muster help COMMAND" what each takes.';

/** The whole command line. */
export function musterProgram(session: Session): Command {
  const { out, err } = session.terminal;
  const program = new Command('muster')
    .description('asks a running monitor, and takes facts in')
    .addHelpText('after', afterHelp)
    .showHelpAfterError(afterMistake)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'muster: ')),
      getOutHelpWidth: () => out.width,
      getErrHelpWidth: () => err.width,
    });
  importCommand(program, session);
  for (const add of [
    missionsCommand,
    missionCommand,
    gapsCommand,
    alertsCommand,
    explainCommand,
    pledgesCommand,
    needsCommand,
    tasksCommand,
    reportCommand,
    verifyCommand,
    replayCommand,
  ])
    add(program, session);
  return program;
}
