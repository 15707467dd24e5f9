import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { WenbaoError } from '../src/errors.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

describe('readConfig', () => {
  it('needs nothing: the folders are those of the project', () => {
    expect(readConfig({})).toEqual({
      CORPUS_DIR: join(project, 'corpus'),
      INDEX_DIR: join(project, 'index'),
      MODELS_DIR: join(project, 'models'),
      DATA_DIR: join(project, 'data'),
      MODEL_NAME: 'wenbao-embed',
      DATA_RETENTION_DAYS: 30,
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: 8080,
      TRUSTED_PROXIES: 'loopback',
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
      WECHAT_API_BASE: 'https://api.weixin.qq.com',
      WECHAT_CERTIFIED: false,
      WECOM_WS_URL: 'wss://openws.work.weixin.qq.com',
      WECOM_API_BASE: 'https://qyapi.weixin.qq.com',
    });
  });

  it('counts a path of the environment from the working folder', () => {
    const { CORPUS_DIR, INDEX_DIR } = readConfig({ CORPUS_DIR: 'reports', INDEX_DIR: '/var/lib/wenbao' });
    expect(CORPUS_DIR).toBe(resolve('reports'));
    expect(INDEX_DIR).toBe('/var/lib/wenbao');
    expect(isAbsolute(CORPUS_DIR)).toBe(true);
  });

  it('passes over what is not its own', () => {
    expect(readConfig({ PATH: '/bin', EDITOR: '' })).toEqual(readConfig({}));
  });

  it.each(['wenbao-embed', 'bge-small-zh-v1.5', 'BAAI/bge-small-zh-v1.5', 'model_2'])(
    'takes the model name %s',
    (name) => {
      expect(readConfig({ MODEL_NAME: name }).MODEL_NAME).toBe(name);
    },
  );

  it.each(['https://hub.example.cn', 'http://127.0.0.1:8080/mirror'])('takes the model host %s', (host) => {
    expect(readConfig({ MODEL_HOST: host }).MODEL_HOST).toBe(host);
  });

  it.each([
    ['CORPUS_DIR', '', 'name a folder'],
    ['INDEX_DIR', '', 'name a folder'],
    ['MODELS_DIR', '', 'name a folder'],
    ['DATA_DIR', '', 'name a folder'],
    ['MODEL_NAME', '', 'a folder name under MODELS_DIR'],
    ['MODEL_NAME', '..', 'a folder name under MODELS_DIR'],
    ['MODEL_NAME', '../elsewhere', 'a folder name under MODELS_DIR'],
    ['MODEL_NAME', 'hub/../..', 'a folder name under MODELS_DIR'],
    ['MODEL_NAME', '/models/wenbao-embed', 'a folder name under MODELS_DIR'],
    ['MODEL_HOST', '', 'the http(s) address'],
    ['MODEL_HOST', 'hub.example.cn', 'the http(s) address'],
    ['MODEL_HOST', 'file:///models', 'the http(s) address'],
  ])('names %s when it is “%s”, and says what it should be', (key, value, should) => {
    expect(faultOf({ [key]: value }).message).toMatch(/^Configuration: /u);
    expect(faultOf({ [key]: value }).message).toContain(`${key} `);
    expect(faultOf({ [key]: value }).message).toContain(should);
  });

  const TOKEN = '123456789:AAFabcdefghijklmnopqrstuvwxyz0123';

  const WECOM_APP = {
    WECOM_CORP_ID: 'ww0123456789abcdef',
    WECOM_APP_TOKEN: 'Token1',
    WECOM_APP_AES_KEY: 'A'.repeat(43),
  };
  const WECHAT = { WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_TOKEN: 'Token1' };

  it('reads numbers, and addresses without the slash at their end', () => {
    const config = readConfig({
      HTTP_PORT: '0',
      DATA_RETENTION_DAYS: '7',
      PUBLIC_URL: 'https://wenbao.example.cn/',
      TELEGRAM_BOT_TOKEN: TOKEN,
    });
    expect(config).toMatchObject({
      HTTP_PORT: 0,
      DATA_RETENTION_DAYS: 7,
      PUBLIC_URL: 'https://wenbao.example.cn',
      TELEGRAM_BOT_TOKEN: TOKEN,
    });
  });

  it.each([
    ['HTTP_PORT', '65536', 'a whole number from 0 to 65535'],
    ['HTTP_PORT', '-1', 'a whole number from 0 to 65535'],
    ['HTTP_HOST', '', 'leave it out'],
    ['DATA_RETENTION_DAYS', '0', 'a whole number from 1 to 3650'],
    ['DATA_RETENTION_DAYS', '1.5', 'a whole number from 1 to 3650'],
    ['PUBLIC_URL', 'wenbao.example.cn', 'the http(s) address'],
    ['TELEGRAM_BOT_TOKEN', 'secret', 'the token that @BotFather gave'],
    ['TELEGRAM_WEBHOOK_SECRET', 'short', '16 to 256 letters'],
    ['WECHAT_APP_ID', 'gh_1', 'the AppID'],
    ['WECHAT_TOKEN', 'a b', '3 to 32 letters'],
    ['WECHAT_ENCODING_AES_KEY', 'A'.repeat(42), '43 letters and digits'],
    ['WECHAT_MODE', 'open', 'plain, compatible or safe'],
    ['WECHAT_CERTIFIED', 'yes', 'true or false'],
    ['WECOM_WS_URL', 'https://wecom.example', 'the ws(s) address'],
    ['WECOM_APP_SECRET', '', 'the Secret of the app'],
    ['WECOM_APP_AGENT_ID', 'one', 'the AgentId of the app'],
    ['WECOM_API_BASE', 'wss://wecom.example', 'the http(s) address'],
  ])('names %s when it is “%s”', (key, value, should) => {
    const { message } = faultOf({ TELEGRAM_BOT_TOKEN: TOKEN, [key]: value });
    expect(message).toContain(`${key} `);
    expect(message).toContain(should);
  });

  it('names the key that a half-configured channel lacks, and the one that needs it', () => {
    const { message } = faultOf({ TELEGRAM_WEBHOOK_SECRET: 'abcdefghijklmnop' });
    expect(message).toContain('TELEGRAM_BOT_TOKEN is missing, which TELEGRAM_WEBHOOK_SECRET needs');
  });

  it.each([
    ['WECHAT_TOKEN', { WECHAT_APP_ID: 'wx0123456789abcdef' }, 'WECHAT_APP_ID'],
    ['WECHAT_APP_ID', { WECHAT_TOKEN: 'Token1' }, 'WECHAT_TOKEN'],
    ['WECHAT_APP_SECRET', { ...WECHAT, WECHAT_CERTIFIED: 'true' }, 'WECHAT_CERTIFIED'],
    ['WECHAT_ENCODING_AES_KEY', { ...WECHAT, WECHAT_MODE: 'safe' }, 'WECHAT_MODE'],
    ['WECOM_BOT_SECRET', { WECOM_BOT_ID: 'aib' }, 'WECOM_BOT_ID'],
    ['WECOM_BOT_ID', { WECOM_WS_URL: 'wss://wecom.example' }, 'WECOM_WS_URL'],
    ['WECOM_BOT_AES_KEY', { WECOM_BOT_TOKEN: 'Token1' }, 'WECOM_BOT_TOKEN'],
    ['WECOM_CORP_ID', { WECOM_APP_TOKEN: 'Token1', WECOM_APP_AES_KEY: 'A'.repeat(43) }, 'WECOM_APP_TOKEN'],
    ['WECOM_APP_AGENT_ID', { ...WECOM_APP, WECOM_APP_SECRET: 'secret' }, 'WECOM_APP_SECRET'],
    ['WECOM_APP_SECRET', { ...WECOM_APP, WECOM_APP_AGENT_ID: '7' }, 'WECOM_APP_AGENT_ID'],
    ['WECOM_APP_TOKEN', { WECOM_APP_SECRET: 'secret', WECOM_APP_AGENT_ID: '7' }, 'WECOM_APP_SECRET'],
    ['WECOM_APP_SECRET', { ...WECOM_APP, WECOM_API_BASE: 'https://wecom.example' }, 'WECOM_API_BASE'],
  ])('names %s where it is missing', (missing, environment, because) => {
    expect(faultOf(environment).message).toContain(`${missing} is missing, which ${because} needs`);
  });

  it('takes WeChat and WeCom in each way that they can be set up', () => {
    expect(readConfig(WECHAT)).toMatchObject({ WECHAT_CERTIFIED: false });
    expect(
      readConfig({ ...WECHAT, WECHAT_CERTIFIED: 'true', WECHAT_APP_SECRET: 'a'.repeat(32) }),
    ).toMatchObject({
      WECHAT_CERTIFIED: true,
    });
    expect(readConfig({ WECOM_BOT_TOKEN: 'Token1', WECOM_BOT_AES_KEY: 'A'.repeat(43) })).toMatchObject({
      WECOM_BOT_TOKEN: 'Token1',
    });
    const sender = { WECOM_APP_SECRET: 'secret', WECOM_APP_AGENT_ID: '1000002' };
    expect(readConfig({ ...WECOM_APP, ...sender })).toMatchObject({ WECOM_APP_AGENT_ID: 1_000_002 });
  });

  it('shows no secret in what it says', () => {
    const { message } = faultOf({ TELEGRAM_BOT_TOKEN: 'my-secret', TELEGRAM_WEBHOOK_SECRET: 'hush' });
    expect(message).not.toMatch(/my-secret|hush/u);
  });

  it('names every bad key at once, in one line', () => {
    const { message } = faultOf({ CORPUS_DIR: '', MODEL_HOST: 'nowhere' });
    expect(message).toContain('CORPUS_DIR');
    expect(message).toContain('MODEL_HOST');
    expect(message).not.toContain('\n');
  });
});

function faultOf(environment: Record<string, string>): WenbaoError {
  try {
    readConfig(environment);
  } catch (fault) {
    if (fault instanceof WenbaoError && fault.code === 'config') return fault;
    throw fault;
  }
  throw new Error('the configuration was taken');
}
