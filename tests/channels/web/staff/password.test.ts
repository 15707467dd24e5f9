import { describe, expect, it } from 'vitest';
import { checkPassword, hashPassword } from '../../../../src/channels/web/staff/password.ts';
import { readPasswordHash } from '../../../../src/channels/web/staff/read-password-hash.ts';
import { readConfig } from '../../../../src/config.ts';

const CHEAP = 2 ** 10;

async function* chunks(...parts: readonly string[]): AsyncGenerator<string> {
  yield* parts;
}

describe('passwords', () => {
  it('are known again by their hash, which is another one each time', async () => {
    const [one, other] = [
      await hashPassword('青山不改绿水长流', CHEAP),
      await hashPassword('青山不改绿水长流', CHEAP),
    ];
    expect(one).not.toBe(other);
    expect(await checkPassword('青山不改绿水长流', one)).toBe(true);
    expect(await checkPassword('青山不改绿水长', one)).toBe(false);
  });

  it.each(['', 'scrypt', 'scrypt:1:a:b', 'plain:correct horse'])('match no hash like %j', async (kept) => {
    expect(await checkPassword('correct horse', kept)).toBe(false);
  });

  it('are read from the first line, and make a hash that the configuration takes', async () => {
    const hash = await readPasswordHash(chunks('correct hor', 'se battery\r\nmore'));
    expect(await checkPassword('correct horse battery', hash)).toBe(true);
    expect(readConfig({ STAFF_PASSWORD_HASH: hash }).STAFF_PASSWORD_HASH).toBe(hash);
  });

  it('have twelve characters or more', async () => {
    await expect(readPasswordHash(chunks('too short\n'))).rejects.toMatchObject({ code: 'usage' });
    expect(() => readConfig({ STAFF_PASSWORD_HASH: 'correct horse' })).toThrow(/STAFF_PASSWORD_HASH/u);
  });
});
