import { dropOne, dropOneSync, parsePlan } from "reference-regions";
import { describe, expect, test } from "vitest";
import { leaveOut } from "../../src/sensitivity/leave-out.js";
import { messagesOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

// R01 is near R02 and R03 in a, near R04 and R05 in b, where they lie closer than any lies in a.
const columns = {
  a: [0, 1, 2, 50, 60, 100],
  b: [0, 60, 50, 1, 2, 100],
  still: [7, 7, 7, 7, 7, 7],
};
const framework = makeFramework({
  dimensions: [
    { id: "first", name: "First" },
    { id: "second", name: "Second" },
  ],
  indicators: [
    { id: "a", dimension: "first" },
    { id: "b", dimension: "second", weight: 1 },
    { id: "still", dimension: "second" },
  ],
});
const table = makeTable(columns, { framework });
const plan = {
  reference: { count: 2 },
  weigh: { scheme: "given", indicators: { a: 2, b: 1, still: 1 } },
} as const;

describe("dropOne", () => {
  test("names what enters and what leaves without each part, the most damaging first", () => {
    const { reference, dropped } = dropOneSync(table, "R01", { plan });
    expect(reference.regions.map(({ id }) => id)).toEqual(["R03", "R02"]);
    expect(dropped[0]).toEqual({
      id: "a",
      indicators: ["a"],
      overlap: 0,
      jaccard: 0,
      damage: 1,
      entered: ["R04", "R05"],
      left: ["R03", "R02"],
    });
  });

  test("finds no damage in an indicator that is the same everywhere", () => {
    const { dropped } = dropOneSync(table, "R01", { plan });
    expect(dropped.find(({ id }) => id === "still")).toMatchObject({ overlap: 2, jaccard: 1, damage: 0 });
  });

  test("leaves out whole dimensions with all their indicators", () => {
    const { dropped } = dropOneSync(table, "R01", { plan, level: "dimensions" });
    expect(dropped.map(({ id, indicators }) => [id, indicators])).toEqual([
      ["first", ["a"]],
      ["second", ["b", "still"]],
    ]);
  });

  test("says so where nothing would be left", () => {
    const one = makeTable({ a: [1, 2, 3, 4] });
    const { dropped, notes } = dropOneSync(one, "R01", { plan: { reference: { count: 2 } } });
    expect(dropped).toEqual([]);
    expect(notes.filter(({ code }) => code === "no-list-without")).toHaveLength(1);
  });

  test("gives the same answer in slices, with progress that ends at the total", async () => {
    const seen: number[] = [];
    const slices = await dropOne(table, "R01", { plan, onProgress: ({ done }) => seen.push(done) });
    expect(slices).toEqual(dropOneSync(table, "R01", { plan }));
    expect(seen).toEqual([1, 2, 3]);
  });

  test("stops with the signal's reason", async () => {
    const controller = new AbortController();
    const running = dropOne(table, "R01", {
      plan,
      signal: controller.signal,
      onProgress: () => controller.abort("enough"),
    });
    await expect(running).rejects.toBe("enough");
  });

  test("refuses an unknown level and an unknown target", () => {
    expect(messagesOf(() => dropOneSync(table, "R01", { level: "element" as never }))).toEqual([
      'dropOne.level: expected one of "indicators", "elements", "dimensions", got "element". Did you mean "elements"?',
    ]);
    expect(() => dropOneSync(table, "R0l", { plan })).toThrow('Did you mean "R01"');
  });
});

test("leaving out takes an indicator from the framework, the overrides, the bounds and the given weights", () => {
  const whole = parsePlan({
    prepare: {
      indicators: { a: { treat: "none" }, b: { treat: "log" } },
      normalise: { method: "goalposts", bounds: { a: [0, 1], b: [0, 2] } },
    },
    weigh: { scheme: "given", indicators: { a: 1, b: 2 } },
  });
  const { table: less, plan: rest } = leaveOut({ table, plan: whole }, new Set(["a"]));
  expect(less.framework.indicators.map(({ id }) => id)).toEqual(["b", "still"]);
  expect(rest.prepare.indicators).toEqual({ b: { treat: "log" } });
  expect(rest.prepare.normalise).toEqual({ method: "goalposts", bounds: { b: [0, 2] } });
  expect(rest.weigh.indicators).toEqual({ b: 2 });
  expect(whole.weigh.indicators).toEqual({ a: 1, b: 2 });
});
