import { idInWords } from '../words/name-words.js';
import type { Live } from './use-live.js';

const words: Readonly<Record<Live['connection'], string>> = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Connection lost, trying again',
  refused: 'Not live, trying again',
};

const timeOf = (at: Date): string => at.toTimeString().slice(0, 8);
/** `muster.StrengthReturned` is `strength returned`. */
const inWords = (type: string): string =>
  idInWords(type.replace('muster.', '').replace(/([a-z])([A-Z])/g, '$1-$2')).toLowerCase();

/** Whether the page follows the log, and what came last. Only the first is read aloud: an import would talk for minutes. */
export const LiveIndicator = ({ live: { connection, last } }: { readonly live: Live }) => (
  <p class={`live live-${connection}`}>
    <span class="live-dot" aria-hidden="true" />
    <span role="status">{words[connection]}</span>
    {last && (
      <span class="live-last">
        {' '}
        {inWords(last.type)}, {timeOf(last.at)}
      </span>
    )}
  </p>
);
