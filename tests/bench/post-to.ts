/** Posts a body and gives the text of the answer. */
export async function postTo(url: string, type: string, body: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
  if (!response.ok) throw new Error(`POST ${url}: ${response.status}`);
  return response.text();
}
