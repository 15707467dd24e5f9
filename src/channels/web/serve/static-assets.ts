import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const FOLDER = fileURLToPath(new URL('../browser', import.meta.url));

/** What browsers are sent; the other files of the folder are for the type checker. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file of `browser/` in each encoding that it may be sent in. */
interface Asset {
  readonly type: string;
  readonly bytes: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
}

export interface StaticAssets {
  /** Of all files together: part of their address, so that they may be kept for ever. */
  readonly version: string;
  readonly address: (name: string) => string;
  readonly find: (name: string) => Asset | undefined;
}

/** Reads `browser/` once; what is not there when it is read is never served. */
export async function readStaticAssets(): Promise<StaticAssets> {
  const names = (await readdir(FOLDER)).filter((name) => extname(name) in TYPES).sort();
  const assets = new Map<string, Asset>();
  const hash = createHash('sha256');
  for (const name of names) {
    const identity = await readFile(join(FOLDER, name));
    hash.update(name).update(identity);
    assets.set(name, {
      type: TYPES[extname(name)] ?? '',
      bytes: { identity, br: brotliCompressSync(identity), gzip: gzipSync(identity) },
    });
  }
  const version = hash.digest('hex').slice(0, 12);
  return { version, address: (name) => `/assets/${version}/${name}`, find: (name) => assets.get(name) };
}
