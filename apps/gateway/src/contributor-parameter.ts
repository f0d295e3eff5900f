import { z } from 'zod';

/** A member state, as every door that is asked for one takes it. */
export const contributorParameter = z.string().regex(/^[A-Z]{3}$/, 'Write an ISO 3166-1 alpha-3 code, as in TGO.');
