import type { Day } from '../day.js';
import type { Fact, PledgeTerms } from '../facts.js';
import type { EveryDay } from '../reading.js';
import { pledgeFacts } from './pledge-facts.js';
import type { Said } from './pledge-history.js';

/**
 * The fact of the day or before that last said a term of the pledge, and where. A pledge registered or selected says all its terms
 * anew: of a term that it leaves out the pointer leads to nothing.
 */
export function termSaid(reading: EveryDay, pledge: string, term: keyof PledgeTerms, day: Day): Said {
  const fact = pledgeFacts(reading, pledge).findLast((told) => told.data.on <= day && saysTerm(told, term))!;
  return { fact, at: fact.type === 'PledgeSelected' ? `/terms/${term}` : `/${term}` };
}

function saysTerm(fact: Fact, term: keyof PledgeTerms): boolean {
  switch (fact.type) {
    case 'PledgeRegistered':
    case 'PledgeSelected':
      return true;
    case 'PledgeAmended':
      return fact.data[term] !== undefined;
    case 'PledgeRenewed':
      return term === 'validUntil';
    case 'PledgeLevelChanged':
      return term === 'level';
    default:
      return false;
  }
}
