import { SingleBar } from 'cli-progress';

/** A bar on stderr, only on a terminal; null ends it. */
export function progressBar(
  task: string,
): (progress: { readonly done: number; readonly total: number } | null) => void {
  if (!process.stderr.isTTY) return () => {};
  const bar = new SingleBar({
    format: `${task} {bar} {value}/{total}`,
    clearOnComplete: true,
    stream: process.stderr,
  });
  let started = false;
  return (progress) => {
    if (progress === null) {
      if (started) bar.stop();
      started = false;
    } else if (started) {
      bar.setTotal(progress.total);
      bar.update(progress.done);
    } else {
      bar.start(progress.total, progress.done);
      started = true;
    }
  };
}
