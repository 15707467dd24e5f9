import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { WenbaoError } from './errors.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A path of the environment counts from the working directory, a default from the project. */
function folder(name: string) {
  return z
    .string()
    .min(1, 'is empty; leave it out or name a folder')
    .transform((path) => resolve(path))
    .default(join(ROOT, name));
}

const schema = z.object({
  CORPUS_DIR: folder('corpus'),
  INDEX_DIR: folder('index'),
  MODELS_DIR: folder('models'),
  DATA_DIR: folder('data'),
  MODEL_NAME: z
    .string()
    .regex(/^\w[\w.-]*(?:\/\w[\w.-]*)?$/, 'must be a folder name under MODELS_DIR, such as wenbao-embed')
    .default('wenbao-embed'),
  MODEL_HOST: z
    .url({ protocol: /^https?$/, error: 'must be the http(s) address of a model hub mirror' })
    .optional(),
});

/** Where things are. Nothing needs configuring for the default. */
export type Config = z.infer<typeof schema>;

/** Reads the configuration; throws WenbaoError `config` that names each bad key and what it should be. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new WenbaoError('config', `Configuration: ${problems.join('; ')}`);
}
