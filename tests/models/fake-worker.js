// A worker without a model: gives each text a vector of its length, faults at 坏 and dies at 死.
process.on('message', ({ kind, texts }) => {
  if (kind === 'load') return;
  if (texts.includes('死')) process.exit(7);
  if (texts.includes('坏')) {
    process.send({ kind: 'fault', message: 'no vector' });
    return;
  }
  const encodings = texts.map((text) => ({
    cls: Float32Array.of(text.length),
    tokens: new Float32Array(),
    tokenCount: 0,
    spans: new Uint16Array(),
  }));
  process.send({ kind: 'encoded', encodings });
});
