import { readConfig } from '../src/config.ts';
import { serve } from '../src/serve.ts';
import { INVENTED_APP } from './invented-app.ts';

// A process that serves without a model, for tests that kill it: started like main.ts, told by its environment.
const controller = new AbortController();
process.on('SIGTERM', () => controller.abort());
await serve({
  app: INVENTED_APP,
  config: readConfig(process.env),
  known: [],
  seeds: 'seeds',
  say: (line) => process.stderr.write(`${line}\n`),
  signal: controller.signal,
});
