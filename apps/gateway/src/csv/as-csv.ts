/** What a door sets on its answer. */
export interface Reply {
  header(name: string, value: string): Reply;
}

/** The text as a file to keep. */
export function asCsv(reply: Reply, fileName: string, text: string): string {
  reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${fileName}"`);
  return text;
}
