const limit = 120_000;

/** What a reading door answers; throws where it does not. */
export async function answerOf<Body>(url: string, path: string): Promise<Body> {
  const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(limit) });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`GET ${path} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Body;
}
