import { configuredMonitor } from './configured-monitor.js';
import { runMuster } from './run-muster.js';
import { hearOfFailedWrites } from './screen/hear-of-failed-writes.js';
import { processTerminal } from './screen/terminal.js';

hearOfFailedWrites();

const ended = await runMuster(process.argv.slice(2), processTerminal(), configuredMonitor);
process.exitCode ??= ended;
