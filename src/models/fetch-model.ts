import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, WenbaoError } from '../errors.ts';
import { MODEL_FILES } from './model-manifest.ts';

/**
 * Fetches what is missing of a model from a hub (`{host}/{name}/resolve/main/{file}`) and gives the folder
 * that holds the model's folder. A model in `modelsDirectory` is never fetched.
 * A file appears under its name only when it came whole. Throws WenbaoError `model` with the address.
 */
export async function fetchModel(options: {
  readonly name: string;
  readonly remoteHost: string;
  readonly modelsDirectory: string;
  readonly cacheDirectory: string;
}): Promise<string> {
  const { name, remoteHost, modelsDirectory, cacheDirectory } = options;
  if (await exists(join(modelsDirectory, name))) return modelsDirectory;
  for (const file of MODEL_FILES) {
    const path = join(cacheDirectory, name, file);
    if (await exists(path)) continue;
    const address = new URL(`${name}/resolve/main/${file}`, `${remoteHost.replace(/\/$/u, '')}/`);
    await fetchFile(address, path);
  }
  return cacheDirectory;
}

async function fetchFile(address: URL, path: string): Promise<void> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const partial = `${path}.${process.pid}.partial`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, Buffer.from(await response.arrayBuffer()));
    await rename(partial, path);
  } catch (cause) {
    const reason = messageOf(cause);
    const message = `${address.href} could not be fetched (${reason}): check the model's name and the address of the hub, or copy the model into MODELS_DIR`;
    throw new WenbaoError('model', message, cause);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
