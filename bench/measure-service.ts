import { forkScript } from './fork-script.ts';
import type { ServiceFigures, ServiceRequest } from './service-messages.ts';

/** Memory and answers a second of a wenbao in a process of its own: this one holds the other stack too. */
export async function measureService(request: ServiceRequest): Promise<ServiceFigures> {
  const script = forkScript<ServiceRequest, ServiceFigures>('service-worker.ts');
  try {
    return await script.request(request);
  } finally {
    await script.close();
  }
}
