import { Client } from 'pg';

/** Two connections: one inserts a row and notifies in the same statement, the other listens. */
export class ListeningClient {
  private heard: (() => void) | undefined;

  private constructor(
    private readonly writer: Client,
    private readonly listener: Client,
  ) {
    listener.on('notification', () => this.heard?.());
  }

  static async open(url: string): Promise<ListeningClient> {
    const [writer, listener] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
    await Promise.all([writer.connect(), listener.connect()]);
    await writer.query('create table heard (position bigint generated always as identity primary key, data text not null)');
    await listener.query('listen heard');
    return new ListeningClient(writer, listener);
  }

  /** Resolves when the listener has heard of the row. */
  async insertAndHear(): Promise<void> {
    const heard = new Promise<void>((resolve) => (this.heard = resolve));
    const text = `with written as (insert into heard (data) values ($1) returning position)
      select pg_notify('heard', position::text) from written`;
    await Promise.all([heard, this.writer.query({ name: 'insert-and-notify', text, values: ['{"women":0,"men":60}'] })]);
  }

  async close(): Promise<void> {
    await Promise.all([this.writer.end(), this.listener.end()]);
  }
}
