import { configuredMonitor } from './configured-monitor.js';
import { runMuster } from './run-muster.js';
import { processTerminal } from './screen/terminal.js';

// Whoever reads the answer may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runMuster(process.argv.slice(2), processTerminal(), configuredMonitor);
