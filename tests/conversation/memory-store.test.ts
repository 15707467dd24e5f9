import { createMemoryStore } from '../../src/conversation/memory-store.ts';
import { describeConversationStore } from '../contracts/conversation-store.ts';

describeConversationStore('memory', async () => createMemoryStore());
