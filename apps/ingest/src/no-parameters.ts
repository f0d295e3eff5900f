import { z } from 'zod';

/** A door that takes no parameter says so: one that it passed over, as dryRun, could be believed to have worked. */
export const noParameters = z.strictObject({});
