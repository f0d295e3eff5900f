import { z } from 'zod';

type Schema = Readonly<Record<string, unknown>>;

interface Contract {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly responses: Readonly<Record<string, Schema>> } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** `/api/missions/MINUSMA/curves` is answered by `/api/missions/{mission}/curves`; a door without parameters goes before. */
function doorOf({ paths }: Contract, path: string): string {
  const plain = path.split('?')[0]!;
  const fits = (door: string): boolean => new RegExp(`^${door.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(plain);
  const [door] = Object.keys(paths)
    .filter(fits)
    .sort((a, b) => a.split('{').length - b.split('{').length);
  if (door === undefined) throw new Error(`${plain} is not in the contract`);
  return door;
}

/** What of an answer is not as the contract tells it. */
export function told(contract: Contract, path: string, answer: unknown): string[] {
  const response = contract.paths[doorOf(contract, path)]?.get?.responses['200'] as
    { content?: Readonly<Record<string, { schema: Schema }>> } | undefined;
  const schema = response?.content?.['application/json']?.schema;
  if (schema === undefined) return [`${path} has no answer in the contract`];
  const local = JSON.parse(
    JSON.stringify({ ...schema, $defs: contract.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as Schema;
  const parsed = z.fromJSONSchema(local).safeParse(answer);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
