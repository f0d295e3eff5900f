import { canonicalJson, contentOf, type CloudEvent } from '@muster/contracts';
import type { Request } from './request.js';
import type { Answer } from './send.js';

/** An event that an answer said is on the log. */
export interface Claim {
  readonly source: string;
  readonly id: string;
  /** What was sent, in canonical JSON; of what a door made itself, what it answered. */
  readonly content: string;
}

type Sent = Pick<CloudEvent, 'type' | 'subject' | 'data'>;

interface Body {
  readonly dryRun?: boolean;
  readonly position?: number;
  readonly event?: CloudEvent;
  readonly facts?: { readonly recorded: number; readonly revised: number };
  readonly results?: readonly {
    readonly source: string;
    readonly id: string;
    readonly outcome: string;
    readonly position: number;
  }[];
}

/** Throws where the bytes are no UTF-8, of which nothing may be recorded. */
const textOf = (body: Buffer | undefined): string => new TextDecoder('utf-8', { fatal: true }).decode(body ?? Buffer.alloc(0));

const unescaped = (header: string | undefined): string => decodeURIComponent(header ?? '');

/** The events as they were sent, in whichever mode. */
function sentEvents({ headers, body }: Request): readonly Sent[] {
  const sent: unknown = JSON.parse(textOf(body));
  const type = (headers['content-type'] ?? '').toLowerCase();
  if (type.includes('batch')) return sent as readonly Sent[];
  if (type.includes('cloudevents')) return [sent as Sent];
  return [{ type: unescaped(headers['ce-type']), subject: unescaped(headers['ce-subject']), data: sent as CloudEvent['data'] }];
}

/** All that the answers of a run said is recorded. */
export class Claims {
  readonly byPosition = new Map<number, Claim>();
  /** Facts that files became; which ones, an answer does not tell. */
  ofFiles = 0;

  /** Adds what an answer says; gives what is wrong with it already. */
  add(request: Request, { status, text }: Answer): string[] {
    if (status !== 200 || request.method !== 'POST') return [];
    const { results = [], event, position, facts, dryRun } = JSON.parse(text) as Body;
    if (facts !== undefined && dryRun !== true) this.ofFiles += facts.recorded + facts.revised;
    if (event !== undefined) return this.claim(position!, { source: event.source, id: event.id, content: contentOf(event) });
    const taken = results.flatMap((result, index) => (result.outcome === 'rejected' ? [] : [{ ...result, index }]));
    if (taken.length === 0) return [];
    try {
      const sent = sentEvents(request);
      return taken.flatMap(({ source, id, position: at, index }) =>
        this.claim(at, { source, id, content: contentOf(sent[index]!) }),
      );
    } catch (cause) {
      return [`records what nobody sent: ${(cause as Error).message}`];
    }
  }

  /** Two answers about one position say the same of it. */
  private claim(position: number, claim: Claim): string[] {
    const before = this.byPosition.get(position);
    this.byPosition.set(position, claim);
    return before === undefined || canonicalJson({ ...before }) === canonicalJson({ ...claim })
      ? []
      : [`tells two contents of position ${position}`];
  }
}
