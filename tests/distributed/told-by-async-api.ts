import { Ajv, type ValidateFunction } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { SeenMessage } from '../servers/topic-client.js';

interface Message {
  readonly headers?: object;
  readonly payload: object;
}

interface AsyncApi {
  readonly channels: Readonly<Record<string, { readonly address: string; readonly messages: Readonly<Record<string, object>> }>>;
  readonly components: { readonly messages: Readonly<Record<string, Message>>; readonly schemas: object };
}

/** What is wrong with messages by an AsyncAPI document: their topic, their headers, their payload. */
export function toldByAsyncApi(document: AsyncApi, messages: readonly SeenMessage[]): string[] {
  const ajv = new Ajv({ strict: false, formats: fullFormats });
  const checkOf = (schema: object) => ajv.compile({ ...schema, components: document.components });
  const checks = new Map<string, { headers: ValidateFunction; payload: ValidateFunction }>(
    Object.values(document.channels).flatMap(({ address, messages: told }) =>
      Object.keys(told).map((name) => {
        const { headers = {}, payload } = document.components.messages[name]!;
        return [`${address} muster.${name}`, { headers: checkOf(headers), payload: checkOf(payload) }] as const;
      }),
    ),
  );
  return messages.flatMap(({ topic, offset, headers, value }) => {
    const where = `${topic} ${headers['ce_type']}`;
    const check = checks.get(where);
    if (check === undefined) return [`${where} is not told`];
    const problems: string[] = [];
    if (!check.headers(headers)) problems.push(`${where} at ${offset}: headers ${ajv.errorsText(check.headers.errors)}`);
    if (!check.payload(JSON.parse(value ?? 'null')))
      problems.push(`${where} at ${offset}: payload ${ajv.errorsText(check.payload.errors)}`);
    return problems;
  });
}
