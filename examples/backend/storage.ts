import type { Text } from "reference-regions";

/** What is told of a table without reading it. */
export interface TableEntry {
  readonly id: string;
  readonly name: Text;
  readonly regions: number;
  readonly indicators: number;
  readonly readOnly: boolean;
  /** When it was stored (ISO 8601); null for the tables that are part of the server. */
  readonly created: string | null;
}

/** Where tables are kept. A database server fits behind it as well as a file. */
export interface Storage {
  list(): Promise<readonly TableEntry[]>;
  find(id: string): Promise<TableEntry | null>;
  /** The table as JSON text, as it was stored. */
  read(id: string): Promise<string | null>;
  /**
   * Stores a table whole, or not at all.
   *
   * @throws {ProblemError} `storage-full` where there is no room.
   */
  add(entry: TableEntry, document: string): Promise<void>;
  /** Whether there was such a table. */
  remove(id: string): Promise<boolean>;
  close(): Promise<void>;
}
