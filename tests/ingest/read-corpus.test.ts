import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WenbaoError } from '../../src/errors.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';

describe('readCorpus', () => {
  let corpus: string;

  beforeEach(async () => {
    corpus = await mkdtemp(join(tmpdir(), 'wenbao-corpus-'));
  });
  afterEach(() => rm(corpus, { recursive: true }));

  it('reads reports in the order of their ids, and passes over hidden files and READMEs', async () => {
    await put('b-2019/report.txt', '乙县的报告');
    await put('a-2018/report.txt', '甲县的报告');
    await put('a-2018/.DS_Store', 'x');
    await put('.git/report.txt', 'x');
    await put('README.md', 'x');
    const files = await readCorpus(corpus);
    expect(files.map(({ id, text, facts }) => ({ id, text, facts }))).toEqual([
      { id: 'a-2018', text: '甲县的报告', facts: {} },
      { id: 'b-2019', text: '乙县的报告', facts: {} },
    ]);
  });

  it('hashes the bytes of report.txt and report.json', async () => {
    await put('a/report.txt', '甲县的报告');
    const [bare] = await readCorpus(corpus);
    expect(bare?.sha256).toBe(createHash('sha256').update('甲县的报告').digest('hex'));
    await put('a/report.json', '{ "speaker": "王雨" }');
    const [described] = await readCorpus(corpus);
    expect(described?.sha256).toBe(
      createHash('sha256').update('甲县的报告{ "speaker": "王雨" }').digest('hex'),
    );
    expect(described?.facts).toEqual({ speaker: '王雨' });
  });

  it('keeps a byte order mark as the first character', async () => {
    await put('a/report.txt', '\ufeff甲县的报告');
    expect((await readCorpus(corpus))[0]?.text).toBe('\ufeff甲县的报告');
  });

  it('reads big-endian UTF-16 with its mark', async () => {
    const bytes = Buffer.from('\ufeff甲县的报告', 'utf16le').swap16();
    await put('a/report.txt', bytes);
    expect((await readCorpus(corpus))[0]?.text).toBe('\ufeff甲县的报告');
  });

  it.each([
    ['Big5', Buffer.from('b2c4a440b3b9a5bfa672a74ab0eaa6b3aabaa540ac6f', 'hex')],
    ['UTF-16 without its mark', Buffer.from('各位代表：现在，我代表县人民政府向大会报告工作。', 'utf16le')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex')],
    ['GBK that breaks off', Buffer.from('bdf1c4ea', 'hex').subarray(0, 3)],
    ['half of a UTF-16 character', Buffer.from('fffe2d4e87', 'hex')],
  ])('refuses %s by name and says what to do', async (_name, bytes) => {
    await put('a/report.txt', bytes);
    await expectFault('encoding', join(corpus, 'a', 'report.txt'), /Save it as UTF-8/u);
  });

  it('names a corpus folder that is missing', async () => {
    const missing = join(corpus, 'nowhere');
    await expectFault('corpus', missing, /CORPUS_DIR/u, missing);
  });

  it('says where to put a report when there is none', async () => {
    await put('report.txt', '放错了地方');
    await expectFault('corpus', corpus, /folder of its own: .+report\.txt/u);
  });

  it('names a report folder without report.txt', async () => {
    await put('a/notes.md', 'x');
    await expectFault('corpus', join(corpus, 'a', 'report.txt'), /or remove the folder/u);
  });

  it.each(['', '\ufeff\n　 \n'])('names an empty report', async (text) => {
    await put('a/report.txt', text);
    await expectFault('corpus', join(corpus, 'a', 'report.txt'), /is empty\. Put the report/u);
  });

  it.each([
    ['broken JSON', '{ "title": ', /is not JSON/u],
    ['an unknown key', '{ "author": "王雨" }', /author/u],
    ['a date of another form', '{ "date": "2018年1月14日" }', /YYYY-MM-DD/u],
    ['a day that does not exist', '{ "date": "2018-02-30" }', /YYYY-MM-DD/u],
    ['a year in words', '{ "yearPlanned": "2018" }', /yearPlanned/u],
    ['a list', '[]', /not valid/u],
  ])('refuses a report.json with %s, and names its keys', async (_name, json, reason) => {
    await put('a/report.txt', '甲县的报告');
    await put('a/report.json', json);
    const path = join(corpus, 'a', 'report.json');
    await expectFault('corpus', path, reason);
    await expectFault('corpus', path, /title, issuer, speaker, date, yearReviewed, yearPlanned/u);
  });

  async function put(path: string, content: string | Uint8Array): Promise<void> {
    const file = join(corpus, path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, content);
  }

  async function expectFault(code: string, names: string, says: RegExp, directory = corpus): Promise<void> {
    const fault: unknown = await readCorpus(directory).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(WenbaoError);
    if (!(fault instanceof WenbaoError)) return;
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(names);
    expect(fault.message).toMatch(says);
  }
});
