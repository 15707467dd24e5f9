/** Says on stderr what is being measured, in one line that the next one replaces; '' clears it. Only on a terminal. */
export function showStep(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${step}`);
}
