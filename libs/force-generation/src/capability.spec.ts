import { capabilities, capabilityCode } from './capability.js';

it.each([
  ['ARMED_HELICOPTER', 'ARMED_HELI'],
  ['UTILITY_HELICOPTER', 'UTIL_HELI'],
  ['SPECIAL_FORCES', 'SF'],
  ['INFANTRY_BATTALION', 'INF_BN'],
  ['QRF', 'QRF'],
  ['ROTATION_OVERDUE', undefined],
])('a list of gaps that prints %s means %s', (printed, code) => {
  expect(capabilityCode(printed)).toBe(code);
  if (code !== undefined) expect(capabilities).toHaveProperty(code);
});
