import { forkScript } from './fork-script.ts';
import type { Memory, MemoryRequest } from './memory-messages.ts';

/** Memory of a wenbao that does nothing else, in a process of its own: this one holds the other stack too. */
export async function measureMemory(request: MemoryRequest): Promise<Memory> {
  const script = forkScript<MemoryRequest, Memory>('memory-worker.ts');
  try {
    return await script.request(request);
  } finally {
    await script.close();
  }
}
