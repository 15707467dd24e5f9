import cliProgress from 'cli-progress';

/** Where progress is drawn; nothing is drawn where it is no terminal. */
export type ProgressStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface Progress {
  readonly update: (done: number) => void;
  /** Clears the bar; must be called also after a failure. */
  readonly stop: () => void;
}

/** A bar for `total` cases. */
export function showProgress(stream: ProgressStream, total: number): Progress {
  if (stream.isTTY !== true) return { update: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar({
    stream,
    format: '{bar} {value}/{total} cases, {eta} s left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
