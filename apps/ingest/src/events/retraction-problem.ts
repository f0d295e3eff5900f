import { isOwnName, shown, type CloudEvent, type Problem } from '@muster/contracts';
import { isSaidStream } from '@muster/event-log';

export const isRetraction = ({ type }: CloudEvent): boolean => type === 'muster.FactRetracted';

/** The fact to be taken back, as far as one must know it: an event of the log, or of the same request. */
export type Target = Pick<CloudEvent, 'type' | 'subject'> & { readonly stream?: string };

/** Why a retraction is not taken, or undefined where it is: it acts within its own stream, on domain facts that can be retracted. */
export function retractionProblem(retraction: CloudEvent, target: Target): Problem | undefined {
  const problem = wordsOf(retraction, target);
  return problem === undefined ? undefined : { path: '/data/ofId', value: shown(retraction.data['ofId']), problem };
}

function wordsOf({ subject }: CloudEvent, target: Target): string | undefined {
  const name = target.type.replace(/^muster\./, '');
  if (name === 'FactRetracted') return 'A retraction cannot be retracted; send the fact again under a new id.';
  if (isOwnName(name) || isSaidStream(target.stream ?? '')) return `Muster records ${name} by itself; it cannot be retracted.`;
  if (target.subject === subject) return undefined;
  return `This fact is of ${target.subject}, the retraction of ${subject}; send it with ${target.subject} as its subject.`;
}
