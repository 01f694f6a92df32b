import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import sqlite from "node-sqlite3-wasm";
import type { Text } from "reference-regions";
import { claimFile } from "./claim-file.js";
import { ProblemError } from "./problem.js";
import type { Storage, TableEntry } from "./storage.js";

/** Bytes of a page of SQLite. */
const PAGE = 4096;

/**
 * Tables in one file of SQLite, which this process has for itself.
 *
 * The driver keeps its lock as a folder beside the file, which a killed process leaves behind: it is taken away once it is sure that nobody
 * holds the file. The driver also never rolls back the journal that a killed process leaves (it takes its own lock for another's), so that
 * half a transaction would stay; in WAL mode SQLite has no such journal, and a transaction that was not finished is not read at all.
 */
export function openSqliteStorage(path: string, { bytes }: { readonly bytes: number }): Storage {
  mkdirSync(dirname(path), { recursive: true });
  const release = claimFile(path);
  rmSync(`${path}.lock`, { recursive: true, force: true });
  const db = new sqlite.Database(path);
  db.exec("PRAGMA locking_mode = EXCLUSIVE");
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(bytes / PAGE))}`);
  db.exec(`CREATE TABLE IF NOT EXISTS tables (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, regions INTEGER NOT NULL, indicators INTEGER NOT NULL,
    created TEXT NOT NULL, document TEXT NOT NULL) STRICT, WITHOUT ROWID`);
  const columns = "id, name, regions, indicators, created";
  return {
    list: async () => db.all(`SELECT ${columns} FROM tables ORDER BY created, id`).map(entryOf),
    find: async (id) => {
      const row = db.get(`SELECT ${columns} FROM tables WHERE id = ?`, [id]);
      return row ? entryOf(row) : null;
    },
    read: async (id) => {
      const row = db.get("SELECT document FROM tables WHERE id = ?", [id]);
      return row ? String(row.document) : null;
    },
    add: async ({ id, name, regions, indicators, created }, document) => {
      // One statement is one transaction.
      orFull(() =>
        db.run(`INSERT INTO tables (${columns}, document) VALUES (?, ?, ?, ?, ?, ?)`, [
          id,
          JSON.stringify(name),
          regions,
          indicators,
          created,
          document,
        ]),
      );
    },
    remove: async (id) => orFull(() => db.run("DELETE FROM tables WHERE id = ?", [id])).changes > 0,
    close: async () => {
      if (!db.isOpen) return;
      db.close();
      release();
    },
  };
}

function entryOf(row: { readonly [column: string]: unknown }): TableEntry {
  return {
    id: String(row.id),
    name: JSON.parse(String(row.name)) as Text,
    regions: Number(row.regions),
    indicators: Number(row.indicators),
    readOnly: false,
    created: String(row.created),
  };
}

/** SQLite says "full" where its own limit is reached, and "I/O error" where the disk takes no more: it has rolled back in both cases. */
function orFull<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof Error && /full|disk I\/O error/.test(error.message))
      throw new ProblemError("storage-full", {
        detail:
          "There is no room for this, and nothing was changed. Remove tables, or give the server more room.",
        retryAfter: 60,
      });
    throw error;
  }
}
