import { Parser } from '@asyncapi/parser';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { sayingNames } from '@muster/force-generation';
import { exampleFacts } from '../schemas/example-facts.js';
import { factNames } from '../schemas/fact-schemas.js';
import { asyncApiDocument } from './async-api-document.js';

describe('the AsyncAPI document', () => {
  const document = asyncApiDocument();

  const ajv = new Ajv({ strict: false, allErrors: true, formats: fullFormats });
  ajv.addSchema(document, 'asyncapi');
  const problemsOf = (schema: string, value: unknown): unknown => {
    const check = ajv.getSchema(`asyncapi#/components/schemas/${schema}`)!;
    return check(value) ? [] : check.errors;
  };

  it('is a valid one to the official parser, which knows every channel, message and reference', async () => {
    const { diagnostics, document: parsed } = await new Parser().parse(JSON.stringify(document));
    expect(diagnostics).toEqual([]);
    const channels = parsed!.channels().all();
    expect(channels.map((channel) => [channel.address(), channel.messages().all().length])).toEqual([
      ['muster.facts', factNames.length + 3],
      ['muster.alerts', sayingNames.length],
      ['muster.reports', 2],
      ['muster.inbound', factNames.length + 1],
      ['muster.rejected', 1],
    ]);
    expect(
      parsed!
        .operations()
        .all()
        .map((operation) => operation.action()),
    ).toEqual([...['send', 'send', 'send'], ...['receive', 'send']]);
  });

  it('is found wanting by the parser where a reference leads nowhere', async () => {
    const { RequirementStated: _gone, ...messages } = document.components.messages;
    const broken = { ...document, components: { ...document.components, messages } };
    expect((await new Parser().validate(JSON.stringify(broken))).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(exampleFacts))('takes %s as the door does', (name, data) => {
    expect(problemsOf(name, data)).toEqual([]);
    expect(problemsOf(name, { ...data, unheardOf: 1 })).not.toEqual([]);
    const event = { specversion: '1.0', source: '/a', id: '1', type: `muster.${name}`, subject: 'MINUSMA', data };
    expect(problemsOf('StructuredFact', event)).toEqual([]);
    expect(problemsOf('StructuredFact', { ...event, data: { ...data, unheardOf: 1 } })).not.toEqual([]);
  });

  it('tells what a report on its topic is', () => {
    const [policy, chain, sha256] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));
    const place = { position: 812, sequence: 640, chain, lastPosition: null, policy, template: 1 };
    const report = { on: '2018-04-20', mission: 'MINUSMA', month: '2018-03', withReturn: true, ...place, sha256 };
    const corrects = { number: 1, corrects: sha256, changes: [], moreChanges: 0, causes: [811] };
    expect(problemsOf('ReportIssued', report)).toEqual([]);
    expect(problemsOf('CorrigendumIssued', { ...report, ...corrects })).toEqual([]);
    expect(problemsOf('CorrigendumIssued', report)).not.toEqual([]);
  });

  it('asks for the headers of CloudEvents in binary mode, and of what Muster sends for its place in the log', () => {
    const sent = {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_source: '/un/dpo/force-generation',
      ce_id: '17',
      ce_type: 'muster.UnitArrived',
      ce_subject: 'MINUSMA',
    };
    const place = {
      ce_recordedtime: '2018-05-08T12:00:00.000Z',
      ce_sequence: '000000000004',
      ce_position: '812',
      ce_partitionkey: 'MINUSMA',
    };
    expect(problemsOf('InboundHeaders', { ...sent, ce_ownextension: 'kept' })).toEqual([]);
    expect(problemsOf('RecordedHeaders', { ...sent, ...place })).toEqual([]);
    expect(problemsOf('RecordedHeaders', sent)).toHaveLength(4);
    expect(problemsOf('RecordedHeaders', { ...sent, ...place, ce_sequence: '4' })).toHaveLength(1);
    expect(problemsOf('InboundHeaders', { ...sent, ce_specversion: '0.3' })).toHaveLength(1);
  });
});
