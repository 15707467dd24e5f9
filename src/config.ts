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
  MODEL_HOST: address('of a model hub mirror').optional(),
  DATA_RETENTION_DAYS: whole(1, 3650).default(30),
  HTTP_HOST: z
    .string()
    .min(1, 'is empty; leave it out or name an address such as 0.0.0.0')
    .default('127.0.0.1'),
  HTTP_PORT: whole(0, 65_535).default(8080),
  PUBLIC_URL: address('at which people reach this server').optional(),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[\w.:/, ]+$/, 'must be addresses, networks or loopback, parted by commas')
    .default('loopback'),
  STAFF_PASSWORD_HASH: z
    .string()
    .regex(/^scrypt:\d{1,8}:[\w-]{16,}:[\w-]{40,}$/, 'must be what npm run hash-password prints')
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{30,}$/, 'must be the token that @BotFather gave, such as 123456789:AAF…')
    .optional(),
  TELEGRAM_API_ROOT: address('of a Bot API server').default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, _ or -')
    .optional(),
});

/** Where things are, and which channels there are. Nothing needs configuring for the default. */
export type Config = z.infer<typeof schema>;

/** What a channel cannot do without: its keys begin with its name, and where one is set, these must be. */
export const NEEDED_KEYS = {
  telegram: ['TELEGRAM_BOT_TOKEN'],
} as const satisfies Readonly<Record<string, readonly (keyof Config)[]>>;

/** Reads the configuration; throws WenbaoError `config` that names each bad key and what it should be. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(environment);
  const wrong = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];
  const problems = [...wrong, ...missingKeys(environment)];
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new WenbaoError('config', `Configuration: ${problems.join('; ')}`);
}

/** What half-configured channels lack. */
function missingKeys(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const isSet = (key: string) => environment[key] !== undefined;
  return Object.entries(NEEDED_KEYS).flatMap(([channel, needed]) => {
    const prefix = `${channel.toUpperCase()}_`;
    const because = Object.keys(schema.shape).find((key) => key.startsWith(prefix) && isSet(key));
    if (because === undefined) return [];
    const missing = needed.filter((key) => !isSet(key));
    return missing.map((key) => `${key} is missing, which ${because} needs; set both or neither`);
  });
}

function address(ofWhat: string) {
  return z
    .url({ protocol: /^https?$/, error: `must be the http(s) address ${ofWhat}` })
    .transform((url) => url.replace(/\/+$/, ''));
}

function whole(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, error)
    .transform(Number)
    .refine((number) => number >= least && number <= most, error);
}
