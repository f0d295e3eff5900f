import type { OpenAPIObject } from '@nestjs/swagger';
import { problemType } from './refusal.js';

type PathItem = OpenAPIObject['paths'][string];
type Responses = NonNullable<PathItem['get']>['responses'];

/** What `problemAnswer` gives; doors add members of their own. */
const refused = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    problems: { type: 'array', items: { type: 'object' } },
    today: { type: 'string', format: 'date' },
    position: { type: 'integer', description: 'Where the log stood; not told where it cannot be reached.' },
  },
  required: ['type', 'title', 'status', 'detail', 'problems'],
};

const content = { [problemType]: { schema: { $ref: '#/components/schemas/Refused' } } };

/** The document with what doors answer where they refuse: each may, where its address, query or body cannot be read. */
export function withProblems({ paths, components, ...document }: OpenAPIObject): OpenAPIObject {
  const described: OpenAPIObject['paths'] = {};
  for (const [path, item] of Object.entries(paths)) described[path] = withRefusals(item);
  return { ...document, paths: described, components: { ...components, schemas: { ...components?.schemas, Refused: refused } } };
}

function withRefusals(item: PathItem): PathItem {
  const described = { ...item };
  for (const method of ['get', 'post'] as const) {
    const operation = item[method];
    if (operation !== undefined) described[method] = { ...operation, responses: responsesOf(operation.responses) };
  }
  return described;
}

function responsesOf(responses: Responses): Responses {
  const described: Responses = { default: { description: 'It refuses, and tells every problem at once.', content } };
  for (const [status, response] of Object.entries(responses))
    described[status] = Number(status) >= 400 ? { description: '', ...response, content } : response;
  return described;
}
