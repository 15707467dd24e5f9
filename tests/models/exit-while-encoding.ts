/** Run by a test as a process of its own: exits with code 5 while the worker is in a pass. */
import { createEncoder } from '../../src/models/create-encoder.ts';

const encoder = await createEncoder({ modelsDirectory: process.argv[2] ?? '' });
void encoder.encode(Array.from({ length: 64 }, () => '加快推进老旧小区改造，'.repeat(20)));
setTimeout(() => process.exit(5), 60);
