import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Makes sure that no other process holds a file, by a note of the holder beside it; returns what gives it back. */
export function claimFile(path: string): () => void {
  const note = `${path}.pid`;
  const holder = holderOf(note);
  if (holder !== null && holder !== process.pid && isAlive(holder))
    throw new Error(
      `${path}: expected to have the file alone, but process ${holder} holds it. Stop that process, or remove ${note} if it is not this server.`,
    );
  writeFileSync(note, String(process.pid));
  return () => rmSync(note, { force: true });
}

function holderOf(note: string): number | null {
  try {
    const pid = Number(readFileSync(note, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
