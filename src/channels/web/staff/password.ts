import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What OWASP asks for at the least: 2^17 blocks of 8, which takes 128 MiB and some tenths of a second. */
const COST = 2 ** 17;
const BLOCK = 8;
const MEMORY = 256 * 1024 * 1024;
const LENGTH = 32;
const SHAPE = /^scrypt:(\d{1,8}):([\w-]{16,}):([\w-]{40,})$/u;

/** `scrypt:<cost>:<salt>:<hash>`, of which nobody reads the password; `cost` is a power of two. */
export async function hashPassword(password: string, cost: number = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return `scrypt:${cost}:${salt.toString('base64url')}:${hash.toString('base64url')}`;
}

/** In the same time whatever is wrong; false for a hash of another shape. */
export async function checkPassword(password: string, kept: string): Promise<boolean> {
  const [, cost, salt, hash] = SHAPE.exec(kept) ?? [];
  if (cost === undefined || salt === undefined || hash === undefined) return false;
  const wanted = Buffer.from(hash, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), Number(cost));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFKC'),
      salt,
      LENGTH,
      { N: cost, r: BLOCK, p: 1, maxmem: MEMORY },
      (fault, key) => {
        if (fault === null) resolve(key);
        else reject(fault);
      },
    );
  });
}
