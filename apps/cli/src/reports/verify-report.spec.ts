import { canonicalJson, markIn, markOf, sha256 } from '@muster/contracts';
import { Answer } from '../doors/answer.js';
import { Monitor, type Query } from '../doors/monitor.js';
import { reportFileOf, verifyReport } from './verify-report.js';

const report = { mission: 'MINUSMA', month: '2018-02', status: 'issued', provenance: { position: 598 } };
const json = Buffer.from(canonicalJson(report));
const mark = markOf({ mission: 'MINUSMA', month: '2018-02', position: 598, language: 'fr', sha256: sha256(json.toString()) });
const page = Buffer.from(`<!doctype html><meta name="generator" content="${mark}"><p>13 532</p>`);

/** What was given before it was issued, at the same position. */
const draft = Buffer.from(canonicalJson({ ...report, status: 'draft' }));
const draftMark = markOf({ ...markIn(page)!, sha256: sha256(draft.toString()) });
const draftPage = Buffer.from(`<!doctype html><meta name="generator" content="${draftMark}"><p>Draft</p><p>13 532</p>`);

/** Gives what the log gives, and what was recorded of it. */
class ShowingMonitor extends Monitor {
  constructor(private readonly recorded: string | null) {
    super('http://127.0.0.1:1');
  }

  override async file(_path: string, { format, status }: Query = {}): Promise<Buffer> {
    const [asJson, asPage] = status === 'draft' ? [draft, draftPage] : [json, page];
    return format === 'json' ? asJson : asPage;
  }

  override async get<Body>(): Promise<Answer<Body>> {
    const body = { reports: [{ position: 598, sha256: this.recorded }] };
    return new Answer({ status: 200, contentType: '', bytes: Buffer.alloc(0) }, body as Body);
  }
}

const verified = (bytes: Buffer, recorded: string | null = sha256(json.toString())) =>
  verifyReport(new ShowingMonitor(recorded), bytes, reportFileOf(bytes)!);

describe('a report’s file', () => {
  it('says which report it is, in which form and language', () => {
    expect(reportFileOf(page)).toMatchObject({ month: '2018-02', position: 598, format: 'html', language: 'fr' });
    expect(reportFileOf(json)).toMatchObject({
      mission: 'MINUSMA',
      position: 598,
      format: 'json',
      sha256: sha256(json.toString()),
    });
  });

  it('may be over all missions', () => {
    const name = markOf({ mission: 'ALL', month: '2018-02', position: 1524, language: 'en', sha256: 'a'.repeat(64) });
    expect(reportFileOf(Buffer.from(`%PDF-1.3 ${name}`))).toMatchObject({ mission: 'ALL', position: 1524, format: 'pdf' });
  });

  it.each([['<!doctype html><p>another page</p>'], ['{"mission":"MINUSMA"}'], ['{'], ['%PDF-1.3'], ['text']])(
    'is none of ours: %s',
    (text) => expect(reportFileOf(Buffer.from(text))).toBeUndefined(),
  );

  it('is what the log gives, byte by byte, and as it was recorded', async () => {
    for (const bytes of [json, page])
      expect(await verified(bytes)).toMatchObject({
        isSame: true,
        sha256: sha256(json.toString()),
        recorded: sha256(json.toString()),
      });
  });

  it('is not the same where one figure of it was changed, whatever its mark says', async () => {
    expect(await verified(Buffer.from(page.toString().replace('13 532', '13 533')))).toMatchObject({ isSame: false });
  });

  it('may be the draft that was given before the report was issued at the same position', async () => {
    for (const bytes of [draft, draftPage])
      expect(await verified(bytes)).toMatchObject({
        ...{ isSame: true, status: 'draft', sha256: sha256(draft.toString()) },
        ...{ recorded: undefined, publishedThere: sha256(json.toString()) },
      });
    const changed = Buffer.from(draftPage.toString().replace('13 532', '13 533'));
    expect(await verified(changed)).toMatchObject({ isSame: false, status: 'draft' });
    const retouched = Buffer.from(draftPage.toString().replace('<p>Draft</p>', ''));
    expect(await verified(retouched)).toMatchObject({ isSame: false });
  });

  it.each([
    '{"mission":5,"month":"2018-02","provenance":{"position":1}}',
    '{"mission":"M","month":"x","provenance":{"position":1}}',
    '{"mission":"M","month":"2018-02","provenance":{"position":null}}',
  ])('is none of ours where its names are none: %s', (text) => expect(reportFileOf(Buffer.from(text))).toBeUndefined());

  it('shows that what was recorded is another', async () => {
    expect((await verified(json, 'f'.repeat(64))).recorded).not.toBe(sha256(json.toString()));
    expect((await verified(json, null)).recorded).toBeUndefined();
  });
});
