import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSafeMode, writeSafeMode } from '../../src/conversation/safe-mode.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-safe-mode-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('createSafeMode', () => {
  it('answers everywhere where nothing is set', async () => {
    const safeMode = await createSafeMode(folder, () => {});
    expect((await safeMode('wechat')).mode).toBe('on');
  });

  it('follows the file without a restart, a channel’s own before that of all', async () => {
    const safeMode = await createSafeMode(folder, () => {});
    await writeSafeMode(folder, 'all', { mode: 'off', comment: '核对数据' });
    await writeSafeMode(folder, 'web', { mode: 'quote-only', comment: '有人投诉' });
    expect(await safeMode('wechat')).toEqual({ mode: 'off', comment: '核对数据' });
    expect(await safeMode('web')).toEqual({ mode: 'quote-only', comment: '有人投诉' });
    await writeSafeMode(folder, 'all', { mode: 'on', comment: '核对完毕' });
    expect((await safeMode('wechat')).mode).toBe('on');
    await rm(join(folder, 'safe-mode.json'));
    expect((await safeMode('web')).mode).toBe('on');
  });

  it.each([
    ['no JSON', '{', /JSON/u],
    ['a mode that there is not', '{"web":{"mode":"silent","comment":"x"}}', /web\.mode/u],
    ['no comment', '{"web":{"mode":"off","comment":""}}', /web\.comment must say why/u],
    ['a channel that there is not', '{"fax":{"mode":"off","comment":"x"}}', /fax/u],
  ])(
    'does not start with %s, and leaves things as they were where it comes later',
    async (_what, text, reason) => {
      await writeSafeMode(folder, 'web', { mode: 'off', comment: '核对数据' });
      const said: string[] = [];
      const safeMode = await createSafeMode(folder, (line) => said.push(line));
      await writeFile(join(folder, 'safe-mode.json'), text);
      expect(await safeMode('web')).toEqual({ mode: 'off', comment: '核对数据' });
      await safeMode('web');
      expect(said).toEqual([expect.stringMatching(reason)]);
      await expect(createSafeMode(folder, () => {})).rejects.toMatchObject({ code: 'data' });
    },
  );
});
