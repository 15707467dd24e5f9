import type { WSClient } from '@wecom/aibot-node-sdk';
import { WenbaoError } from '../../errors.ts';

const AUTHENTICATION_FAILED = /^Authentication failed/;

/** Connects; rejects with WenbaoError: `config` where the platform refuses the secret. */
export function letIn(client: WSClient, withinMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new WenbaoError('channel', `WeCom cannot be reached: ${why}`));
    const timer = setTimeout(() => fail(`no answer from WECOM_WS_URL in ${withinMs / 1000} s`), withinMs);
    client.on('error', (fault) => {
      clearTimeout(timer);
      if (AUTHENTICATION_FAILED.test(fault.message)) reject(refused(fault));
      else fail(`WECOM_WS_URL: ${fault.message}`);
    });
    client.on('disconnected', () => {
      clearTimeout(timer);
      fail('WECOM_WS_URL: it hung up');
    });
    client.on('authenticated', () => {
      clearTimeout(timer);
      resolve();
    });
    client.connect();
  });
}

function refused(fault: Error): WenbaoError {
  const message = `WeCom refuses the bot (${fault.message}); are WECOM_BOT_ID and WECOM_BOT_SECRET those of the bot?`;
  return new WenbaoError('config', message, fault);
}
