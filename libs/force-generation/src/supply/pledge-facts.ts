import type { Fact } from '../facts.js';
import type { EveryDay } from '../reading.js';

/**
 * The facts of a pledge. In its stream an id is the pledge of the state that registered it first, or was selected under it: two states
 * may give one id, and none may see or undo the other's pledge through it. What names another state is no fact of this pledge.
 */
export function pledgeFacts(reading: EveryDay, pledge: string): readonly Fact[] {
  const facts = reading.everValid(`pledge/${pledge}`);
  let owner: string | undefined;
  return facts.filter((fact) => {
    if (isOfAnother(owner, fact)) return false;
    if (fact.type !== 'PledgeAmended') owner ??= contributorNamed(fact);
    return true;
  });
}

/** Whether the fact names another state than the one whose pledge it is; many facts name none. */
export function isOfAnother(owner: string | undefined, fact: Fact): boolean {
  const named = contributorNamed(fact);
  return owner !== undefined && named !== undefined && named !== owner;
}

/** The state whose pledge the fact says it is. */
function contributorNamed(fact: Fact): string | undefined {
  switch (fact.type) {
    case 'PledgeRegistered':
    case 'PledgeAmended':
      return fact.data.contributor;
    case 'PledgeSelected':
      return fact.data.terms.contributor;
    default:
      return undefined;
  }
}
