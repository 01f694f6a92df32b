import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createMemoryStorage } from "../../examples/backend/memory-storage.js";
import { openSqliteStorage } from "../../examples/backend/sqlite-storage.js";
import type { TableEntry } from "../../examples/backend/storage.js";
import { openServerForTest, smallCsv, smallFramework } from "../support/backend.js";

const entry = (id: string): TableEntry => ({
  id,
  name: { en: "Valleys", ru: "Долины" },
  regions: 4,
  indicators: 3,
  readOnly: false,
  created: "2026-01-02T03:04:05.000Z",
});

function file(): string {
  const home = mkdtempSync(join(tmpdir(), "backend-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return join(home, "data", "tables.db");
}

const large = 1_000_000_000;

describe.each([
  ["memory", () => createMemoryStorage()],
  ["SQLite", () => openSqliteStorage(file(), { bytes: large })],
])("a storage in %s", (_, create) => {
  test("keeps tables as they were stored, lists them, and removes them", async () => {
    const storage = create();
    await storage.add(entry("a"), '{"text":"Ж\\u0000"}');
    await storage.add(entry("b"), "{}");
    expect(await storage.find("a")).toEqual(entry("a"));
    expect(await storage.read("a")).toBe('{"text":"Ж\\u0000"}');
    expect(await storage.list()).toEqual([entry("a"), entry("b")]);
    expect(await storage.remove("a")).toBe(true);
    expect(await storage.remove("a")).toBe(false);
    expect(await storage.find("a")).toBeNull();
    expect(await storage.read("a")).toBeNull();
    expect(await storage.list()).toEqual([entry("b")]);
    await storage.close();
  });
});

describe("a file of SQLite", () => {
  test("is there after a restart", async () => {
    const path = file();
    const first = openSqliteStorage(path, { bytes: large });
    await first.add(entry("a"), "{}");
    await first.close();
    const second = openSqliteStorage(path, { bytes: large });
    expect(await second.list()).toEqual([entry("a")]);
    await second.close();
    expect(existsSync(`${path}.pid`)).toBe(false);
  });

  test("is held by one process alone", () => {
    const path = file();
    const storage = openSqliteStorage(path, { bytes: large });
    onTestFinished(() => storage.close());
    writeFileSync(`${path}.pid`, String(process.ppid));
    expect(() => openSqliteStorage(path, { bytes: large })).toThrow(
      `expected to have the file alone, but process ${process.ppid} holds it.`,
    );
  });

  test("is opened where a killed process left its lock", async () => {
    const path = file();
    const before = openSqliteStorage(path, { bytes: large });
    await before.add(entry("a"), "{}");
    await before.close();
    mkdirSync(`${path}.lock`);
    writeFileSync(`${path}.pid`, "999999999");
    const after = openSqliteStorage(path, { bytes: large });
    expect(await after.list()).toEqual([entry("a")]);
    await after.close();
  });
});

test("where there is no room, a table is refused with a problem and nothing of it is stored; what is removed makes room", async () => {
  const { app } = await openServerForTest({ storage: openSqliteStorage(file(), { bytes: 100_000 }) });
  const add = (name: string) =>
    app.inject({
      method: "POST",
      url: "/tables",
      payload: { framework: { ...smallFramework, name }, csv: smallCsv },
    });
  const first = (await add("small")).json();
  const refused = await add("x".repeat(200_000));
  expect(refused.statusCode).toBe(507);
  expect(refused.json()).toMatchObject({ code: "storage-full" });
  expect(refused.headers["retry-after"]).toBe("60");
  expect((await app.inject("/tables")).json()).toHaveLength(3);
  expect((await add("y".repeat(30_000))).statusCode).toBe(201);
  expect((await add("z".repeat(30_000))).statusCode).toBe(507);
  const large = (await app.inject("/tables"))
    .json()
    .find((one: TableEntry) => String(one.name).startsWith("y"));
  expect((await app.inject({ method: "DELETE", url: `/tables/${large.id}` })).statusCode).toBe(204);
  expect((await add("z".repeat(30_000))).statusCode).toBe(201);
  expect((await app.inject(`/tables/${first.id}`)).statusCode).toBe(200);
});
