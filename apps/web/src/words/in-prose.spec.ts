import { inProse } from './in-prose.js';

it.each([
  ['The newest return is of 2018-02-28; it is late.', 'The newest return is of 28 February 2018; it is late.'],
  ['S/RES/2364 (2017) authorizes 1920 for police, not 13289.', 'S/RES/2364 (2017) authorizes 1,920 for police, not 13,289.'],
  [
    '4 × UTIL_HELI with 1200 persons required by 2017-06-30.',
    '4 × medium utility helicopter unit with 1,200 persons required by 30 June 2017.',
  ],
  ['By 2019 women are to be 15 per cent.', 'By 2019 women are to be 15 per cent.'],
  ['unit-20170131 of 2018-02-31 was to rotate, x/12345 too.', 'unit-20170131 of 2018-02-31 was to rotate, x/12345 too.'],
  [
    'FPU-1 of EGY does what EOD is for; FPU.',
    'FPU-1 of EGY does what explosive ordnance disposal company is for; formed police unit.',
  ],
])('%s', (sentence, prose) => expect(inProse(sentence)).toBe(prose));
