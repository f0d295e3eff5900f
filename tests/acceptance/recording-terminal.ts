import type { Screen, Terminal } from '../../apps/cli/src/screen/terminal.js';

/** A terminal on which nobody looks: what a command writes is kept. */
export class RecordingTerminal implements Terminal {
  readonly texts = { out: '', err: '' };
  readonly out = this.screen('out');
  readonly err = this.screen('err');
  readonly input = nothing();

  onInterrupt(): () => void {
    return () => undefined;
  }

  private screen(name: 'out' | 'err'): Screen {
    return { isTerminal: false, width: 120, write: (text) => void (this.texts[name] += text.toString()) };
  }
}

async function* nothing(): AsyncGenerator<Buffer> {}
