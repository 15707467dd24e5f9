/** Run by a test as a process of its own: encodes one text and neither closes the encoder nor exits. */
import { createEncoder } from '../../src/models/create-encoder.ts';

const encoder = await createEncoder({ modelsDirectory: process.argv[2] ?? '' });
const [encoding] = await encoder.encode(['修路']);
process.stdout.write(`${encoding?.cls.length}\n`);
