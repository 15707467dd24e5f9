import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEncoder } from '../../src/models/create-encoder.ts';

const original = fileURLToPath(new URL('../../models/wenbao-embed/', import.meta.url));
const ADDRESS = /^\/mirror\/some\/encoder\/resolve\/main\/(.+)$/u;

describe('createEncoder with a hub mirror', () => {
  let modelsDirectory: string;
  let server: Server;
  let remoteHost: string;
  let requests: string[];
  let cutShort: string;

  beforeEach(async () => {
    modelsDirectory = await mkdtemp(join(tmpdir(), 'wenbao-models-'));
    requests = [];
    cutShort = '';
    server = createServer(async (request, response) => {
      const file = ADDRESS.exec(request.url ?? '')?.[1];
      requests.push(file ?? `unknown ${request.url}`);
      if (file === undefined) return response.writeHead(404).end();
      const bytes = await readFile(join(original, file));
      response.setHeader('content-length', bytes.length);
      if (file === cutShort) return response.write(bytes.subarray(0, 100), () => response.destroy());
      return response.end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    remoteHost = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mirror/`;
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(modelsDirectory, { recursive: true });
  });

  it('fetches a model once and then works from the copy', async () => {
    const fetched = await createEncoder({ modelsDirectory, name: 'some/encoder', remoteHost });
    expect((await fetched.encode(['修路']))[0]?.cls).toHaveLength(512);
    expect(requests).toHaveLength(4);
    await fetched.close();
    const again = await createEncoder({ modelsDirectory, name: 'some/encoder', remoteHost });
    expect(again.id).toBe(fetched.id);
    expect(requests).toHaveLength(4);
    await again.close();
  });

  it('keeps nothing of a file that was cut short, and goes on there the next time', async () => {
    cutShort = 'tokenizer.json';
    const failing = createEncoder({ modelsDirectory, name: 'some/encoder', remoteHost });
    await expect(failing).rejects.toMatchObject({
      code: 'model',
      message: expect.stringContaining('tokenizer.json'),
    });
    const folder = join(modelsDirectory, '.cache/some/encoder');
    expect((await readdir(folder)).sort()).toEqual(['config.json', 'onnx']);
    cutShort = '';
    const encoder = await createEncoder({ modelsDirectory, name: 'some/encoder', remoteHost });
    await encoder.close();
    expect(requests.filter((file) => file === 'config.json')).toHaveLength(1);
  });

  it('gives the address of a model the mirror does not have', async () => {
    const failing = createEncoder({ modelsDirectory, name: 'absent', remoteHost });
    await expect(failing).rejects.toMatchObject({
      code: 'model',
      message: expect.stringContaining(
        '/mirror/absent/resolve/main/config.json could not be fetched (HTTP 404)',
      ),
    });
  });

  it('asks no one for a model that is here', async () => {
    const folder = fileURLToPath(new URL('../../models', import.meta.url));
    const encoder = await createEncoder({ modelsDirectory: folder, remoteHost });
    await encoder.close();
    expect(requests).toEqual([]);
    await expect(access(join(folder, '.cache'))).rejects.toThrow();
  });
});
