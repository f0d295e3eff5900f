/** The position up to which the log has been published on Kafka, as an ingest tells it. */
export async function publishedUpTo(ingest: string): Promise<number> {
  const text = await (await fetch(`${ingest}/metrics`)).text();
  return Number(/^muster_relay_position (\d+)/m.exec(text)?.[1] ?? -1);
}
