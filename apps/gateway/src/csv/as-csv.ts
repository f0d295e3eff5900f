import type { AllReadAt } from '../ledgers/readings.js';

/** What a door sets on its answer. */
export interface Reply {
  header(name: string, value: string): Reply;
}

/** A table as a file to keep. */
interface CsvFile {
  readonly fileName: string;
  readonly text: string;
  readonly at: AllReadAt;
}

/** A table has no place for what an answer names at its top: headers name it. */
export function asCsv(reply: Reply, { fileName, text, at }: CsvFile): string {
  reply.header('muster-today', at.today).header('muster-position', String(at.position));
  if (at.policy !== null) reply.header('muster-policy', at.policy);
  reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${fileName}"`);
  return text;
}
