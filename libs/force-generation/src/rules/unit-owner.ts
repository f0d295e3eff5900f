import { componentOf } from '../personnel.js';
import type { Reading } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { unitIdentity } from '../supply/unit-supply.js';
import { militaryOwner, policeOwner } from './line-rule.js';

/** Who generates the unit: by what it is or will be today, else by what it was. */
export function unitOwner(reading: Reading, unit: string): string {
  const { today } = reading;
  const state = unitHistory(reading, unit).at(today);
  const component = unitIdentity(reading, state, today)?.component ?? (state.type && componentOf(state.type));
  return component === 'police' ? policeOwner : militaryOwner;
}
