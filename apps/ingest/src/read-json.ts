import { shown } from '@muster/contracts';
import { Refusal } from '@muster/runtime';

/** The JSON of a body; refuses with 400 what is none. */
export function readJson(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch (cause) {
    const problem =
      body === undefined || body.trim() === ''
        ? 'The body is empty; send JSON.'
        : `This is not JSON: ${(cause as Error).message}`;
    throw new Refusal(400, 'The body cannot be read.', { problems: [{ path: '', value: shown(body), problem }] });
  }
}
