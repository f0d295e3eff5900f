import type { Reading } from '../reading.js';
import { partnersOn } from '../supply/partner-support.js';

/** The forces beside the mission, the capability or the need that each stands in for, and until when. */
export const describePartners = (reading: Reading) =>
  partnersOn(reading, reading.today).map(({ fact: { data, position } }) => ({
    partner: data.partner,
    capability: data.capability,
    requirement: data.requirement ?? null,
    units: data.units,
    startedOn: data.on,
    until: data.until ?? null,
    ...(data.note && { note: data.note }),
    ...(data.illustrative && { illustrative: data.illustrative }),
    fact: position,
  }));
