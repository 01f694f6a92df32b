import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CachedReply, ReplyCache } from "reference-regions/eurostat";

/** Keeps replies in a folder, a file each, so that the next run asks only whether they still hold. */
export function folderCache(folder: string): ReplyCache {
  mkdirSync(folder, { recursive: true });
  const fileOf = (url: string): string =>
    join(folder, `${createHash("sha256").update(url).digest("hex").slice(0, 32)}.json`);
  return {
    get(url): CachedReply | null {
      const file = fileOf(url);
      return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as CachedReply) : null;
    },
    set(url, reply): void {
      // Written beside and then renamed: a run that is stopped leaves no half of a file.
      const beside = `${fileOf(url)}.${process.pid}`;
      writeFileSync(beside, JSON.stringify(reply));
      renameSync(beside, fileOf(url));
    },
  };
}
