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
  WECHAT_APP_ID: z
    .string()
    .regex(/^wx\w{8,30}$/, 'must be the AppID, such as wx0123456789abcdef')
    .optional(),
  WECHAT_TOKEN: callbackToken().optional(),
  WECHAT_ENCODING_AES_KEY: aesKey().optional(),
  WECHAT_MODE: z
    .enum(['plain', 'compatible', 'safe'], 'must be plain, compatible or safe, as set at the platform')
    .optional(),
  WECHAT_CERTIFIED: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((certified) => certified === 'true')
    .default(false),
  WECHAT_APP_SECRET: z
    .string()
    .regex(/^\w{16,64}$/, 'must be the AppSecret that the platform gave')
    .optional(),
  WECHAT_API_BASE: address('of the API of WeChat').default('https://api.weixin.qq.com'),
  WECOM_BOT_ID: given('the Bot ID'),
  WECOM_BOT_SECRET: given('the Secret of the bot'),
  WECOM_WS_URL: z
    .url({ protocol: /^wss?$/, error: 'must be the ws(s) address of the long connection' })
    .default('wss://openws.work.weixin.qq.com'),
  WECOM_BOT_TOKEN: callbackToken().optional(),
  WECOM_BOT_AES_KEY: aesKey().optional(),
  WECOM_CORP_ID: given('the id of the company (企业ID)'),
  WECOM_APP_TOKEN: callbackToken().optional(),
  WECOM_APP_AES_KEY: aesKey().optional(),
  WECOM_APP_SECRET: given('the Secret of the app'),
  WECOM_APP_AGENT_ID: z
    .string()
    .regex(/^\d{1,10}$/, 'must be the AgentId of the app, such as 1000002')
    .transform(Number)
    .optional(),
  WECOM_API_BASE: address('of the API of WeCom').default('https://qyapi.weixin.qq.com'),
});

/** Where things are, and which channels there are. Nothing needs configuring for the default. */
export type Config = z.infer<typeof schema>;

type Key = keyof Config;

/** What turns each channel on, as staff are told it; WeCom has other ways too. */
export const NEEDED_KEYS = {
  telegram: ['TELEGRAM_BOT_TOKEN'],
  wechat: ['WECHAT_APP_ID', 'WECHAT_TOKEN'],
  wecom: ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'],
} as const satisfies Readonly<Record<string, readonly Key[]>>;

/** What an app of WeCom is called with, and what it sends by itself with. */
const WECOM_APP = ['WECOM_CORP_ID', 'WECOM_APP_TOKEN', 'WECOM_APP_AES_KEY'] as const;
const WECOM_SENDER = ['WECOM_APP_SECRET', 'WECOM_APP_AGENT_ID'] as const;

/** Keys of which each is of no use without the others. */
const TOGETHER: readonly (readonly Key[])[] = [
  NEEDED_KEYS.wecom,
  ['WECOM_BOT_TOKEN', 'WECOM_BOT_AES_KEY'],
  WECOM_APP,
  WECOM_SENDER,
];

/** Reads the configuration; throws WenbaoError `config` that names each bad key and what it should be. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(environment);
  const wrong = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];
  const problems = [...wrong, ...missingKeys(environment)];
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new WenbaoError('config', `Configuration: ${problems.join('; ')}`);
}

/** What half-configured channels lack; each key is told once, with the first one that needs it. */
function missingKeys(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const isSet = (key: string) => environment[key] !== undefined;
  const missing = new Map<Key, string>();
  for (const { because, needed } of needs(environment)) {
    for (const key of needed)
      if (isSet(because) && !isSet(key) && !missing.has(key)) missing.set(key, because);
  }
  return [...missing].map(
    ([key, because]) => `${key} is missing, which ${because} needs; set both or neither`,
  );
}

function needs(
  environment: Readonly<Record<string, string | undefined>>,
): readonly { readonly because: string; readonly needed: readonly Key[] }[] {
  const ofChannel = (prefix: string, needed: readonly Key[]) =>
    Object.keys(schema.shape)
      .filter((key) => key.startsWith(prefix))
      .map((because) => ({ because, needed }));
  return [
    ...ofChannel('TELEGRAM_', NEEDED_KEYS.telegram),
    ...ofChannel('WECHAT_', NEEDED_KEYS.wechat),
    ...TOGETHER.flatMap((needed) => needed.map((because) => ({ because, needed }))),
    { because: 'WECOM_WS_URL', needed: NEEDED_KEYS.wecom },
    ...WECOM_SENDER.map((because) => ({ because, needed: WECOM_APP })),
    { because: 'WECOM_API_BASE', needed: WECOM_SENDER },
    ...(environment.WECHAT_CERTIFIED === 'true'
      ? [{ because: 'WECHAT_CERTIFIED', needed: ['WECHAT_APP_SECRET'] as const }]
      : []),
    ...(environment.WECHAT_MODE === undefined || environment.WECHAT_MODE === 'plain'
      ? []
      : [{ because: 'WECHAT_MODE', needed: ['WECHAT_ENCODING_AES_KEY'] as const }]),
  ];
}

function given(what: string) {
  return z.string().min(1, `is empty; leave it out or set ${what}`).optional();
}

function callbackToken() {
  return z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/, 'must be the Token set at the platform: 3 to 32 letters and digits');
}

function aesKey() {
  return z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/, 'must be the EncodingAESKey of the platform: 43 letters and digits');
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
