import { z } from 'zod';

type Schema = Readonly<Record<string, unknown>>;

interface As {
  readonly status: number;
  readonly type: string;
}

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

/** What of an answer is not as the contract tells it; a status that it does not name is its default. */
export function told(
  contract: Contract,
  path: string,
  answer: unknown,
  as: As = { status: 200, type: 'application/json' },
): string[] {
  const { status, type } = as;
  const responses = contract.paths[doorOf(contract, path)]?.get?.responses;
  const response = (responses?.[status] ?? responses?.['default']) as
    { content?: Readonly<Record<string, { schema: Schema }>> } | undefined;
  const schema = response?.content?.[type]?.schema;
  if (schema === undefined) return [`${path} has no answer ${status} as ${type} in the contract`];
  const local = JSON.parse(
    JSON.stringify({ ...schema, $defs: contract.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as Schema;
  const parsed = z.fromJSONSchema(local).safeParse(answer);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
