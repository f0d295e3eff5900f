import { sayingNames } from '@muster/force-generation';
import { factNames } from './fact-schemas.js';
import { jsonSchemaOf, recordedNames, schemaNames } from './json-schema.js';

describe('JSON Schemas', () => {
  it('exist for every fact, own fact and saying, for reports, and for an answer to a message that was not taken', () => {
    const own = ['DayTurned', 'PolicyAdopted', 'PledgeTied', ...sayingNames, 'ReportIssued', 'CorrigendumIssued'];
    expect(recordedNames).toEqual([...factNames, ...own]);
    expect(schemaNames).toEqual([...recordedNames, 'MessageRejected']);
    for (const name of schemaNames) expect(jsonSchemaOf(name, 1)).toMatchObject({ $id: `/schemas/${name}/1`, title: name });
  });

  it('say what the door checks', () => {
    expect(jsonSchemaOf('UnitStrengthReported', 1)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['on', 'unit', 'women', 'men'],
      additionalProperties: false,
      properties: {
        on: { format: 'date' },
        women: { type: 'integer', minimum: 0 },
        unit: { pattern: '^[A-Za-z0-9._-]{1,100}$' },
      },
    });
  });

  it('know no other version and no other name', () => {
    expect(jsonSchemaOf('UnitArrived', 2)).toBeUndefined();
    expect(jsonSchemaOf('UnitDeparted', 1)).toBeUndefined();
    expect(jsonSchemaOf('constructor', 1)).toBeUndefined();
  });
});
