import type { Client, Connection, Submittable } from 'pg';

/** COPY from memory: the driver has the messages of the protocol, and no query of its own for them. */
export function copyRows(client: Client, statement: string, csv: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    const ignore = (): void => undefined;
    const copy = {
      submit: (connection: Copying) => void connection.query(statement),
      handleCopyInResponse: (connection: Copying) => {
        connection.sendCopyFromChunk(csv);
        connection.endCopyFrom();
      },
      handleError: (error: Error) => (failure = error),
      handleReadyForQuery: () => (failure === undefined ? resolve() : reject(failure)),
      handleCommandComplete: ignore,
      handleRowDescription: ignore,
      handleDataRow: ignore,
    };
    client.query(copy as unknown as Submittable);
  });
}

interface Copying extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}
