// Node 20 loads no TypeScript in a worker, and a worker does not inherit tsx from its parent
// (neither under `tsx` nor under vitest): this file registers it and hands over.
import { register } from 'tsx/esm/api';

register();
await import('./encoder-worker.ts');
