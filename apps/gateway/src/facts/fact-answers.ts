import { z } from 'zod';

const fact = {
  position: z.int(),
  sequence: z.int(),
  recordedAt: z.string(),
  hash: z.string().optional().describe('SHA-256 over the event and the hash before it in its stream'),
  event: z.record(z.string(), z.unknown()).describe('the CloudEvent as it was sent'),
};

export const factAnswer = z.strictObject({ today: z.iso.date(), ...fact }).meta({ id: 'FactAnswer' });

export const factsAnswer = z
  .strictObject({ today: z.iso.date(), position: z.int(), facts: z.array(z.strictObject(fact)), more: z.boolean() })
  .meta({ id: 'FactsAnswer' });
