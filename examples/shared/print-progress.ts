import type { Progress } from "reference-regions";

/** Shows how far a long task is, in one line that the next one overwrites; nothing where nobody looks. */
export function printProgress({ stage, done, total }: Progress): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${stage} ${done}/${total}`);
}

/** Takes the line away. */
export function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}
