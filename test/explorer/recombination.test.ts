import {
  buildSpace,
  type Framework,
  findReferenceRegions,
  type Metric,
  parsePlan,
  prepare,
  type RegionTable,
  weigh,
} from "reference-regions";
import { describe, expect, test } from "vitest";
import { type Engine, openEngine } from "../../src/explorer/model/engine.js";
import { moveShare } from "../../src/explorer/model/shares.js";
import type { View } from "../../src/explorer/model/view.js";
import { runToEnd } from "../../src/shared/long-task.js";
import fc from "../support/fast-check.js";
import { bundledTable, makeFramework, makeTable } from "../support/tables.js";

const dimensions: Framework["dimensions"] = [
  {
    id: "people",
    name: "People",
    elements: [
      { id: "age", name: "Age" },
      { id: "skill", name: "Skill", weight: 2 },
    ],
  },
  { id: "work", name: "Work", elements: [{ id: "trade", name: "Trade" }] },
  { id: "place", name: "Place", weight: 3 },
];
const homes = [
  { dimension: "people", element: "age" },
  { dimension: "people", element: "skill" },
  { dimension: "people", element: "skill" },
  { dimension: "work", element: "trade" },
  { dimension: "work", element: "trade" },
  { dimension: "place" },
  { dimension: "place" },
];

/** Tables in which a fifth of the cells may be missing. */
const tables = fc
  .array(
    fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { freq: 6, nil: null }), {
      minLength: homes.length,
      maxLength: homes.length,
    }),
    { minLength: 5, maxLength: 25 },
  )
  .map((rows): RegionTable => {
    const ids = homes.map((_, k) => `i${k}`);
    const framework = makeFramework({
      dimensions,
      indicators: ids.map((id, k) => ({ id, ...homes[k]! })),
    });
    const columns = Object.fromEntries(ids.map((id, k) => [id, rows.map((row) => row[k]!)]));
    const regions = rows.map((_, i) => ({ code: `R${i}`, name: `Region ${i}`, country: `C${i % 3}` }));
    return makeTable(columns, { framework, regions });
  });

const linear: readonly Metric[] = ["squared-euclidean", "euclidean", "manhattan", "canberra"];

/** The list that the library finds by the plan of a view, or the code of its refusal. */
function byLibrary(engine: Engine, view: View) {
  const plan = parsePlan(JSON.parse(JSON.stringify(engine.planOf(view))));
  const prepared = prepare(engine.table, plan.prepare);
  const space = buildSpace(prepared, { ...plan.space, weights: weigh(prepared, plan.weigh) });
  return findReferenceRegions(space, view.target, plan.reference);
}

function attempt<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

function expectSame(engine: Engine, view: View): void {
  const quick = attempt(() => engine.rank(view));
  const slow = attempt(() => byLibrary(engine, view));
  if (typeof slow === "string" || typeof quick === "string") {
    expect(quick).toBe(slow);
    return;
  }
  expect(quick.rows.map(({ id, rank }) => [id, rank])).toEqual(
    slow.regions.map(({ id, rank }) => [id, rank]),
  );
  quick.rows.forEach((row, at) => {
    const { distance, similarity, reasons } = slow.regions[at]!;
    expect(Math.abs(row.distance - distance)).toBeLessThanOrEqual(1e-9 * Math.max(1, distance));
    expect(row.similarity).toBeCloseTo(similarity, 6);
    expect(row.reasons).toEqual(reasons);
  });
}

describe("the list while a slider moves is the list that the library makes of the plan", () => {
  test("on random tables with gaps, under every metric that is a weighted mean", () => {
    const moves = fc.array(
      fc.record({
        level: fc.constantFrom("dimensions" as const, "elements" as const),
        at: fc.nat(10),
        // Whole percents: two regions at the very same distance may else change places by the last digit.
        to: fc.integer({ min: 1, max: 97 }).map((percent) => percent / 101),
      }),
      { maxLength: 3 },
    );
    const off = fc.subarray(["i1", "i4", "i5"]);
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(...linear),
        moves,
        off,
        fc.boolean(),
        (table, metric, steps, out, abroad) => {
          const engine = openEngine(table, parsePlan({ reference: { count: 100 } }), "en", ["en"]);
          let view: View = { ...engine.first, metric, off: out, abroad };
          for (const { level, at, to } of steps) {
            const ids = Object.keys(view[level]);
            const id = ids[at % ids.length];
            if (id !== undefined) view = { ...view, [level]: moveShare(view[level], new Set(), id, to) };
            compareByDistance(engine, view);
          }
          compareByDistance(engine, view);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    "squared-euclidean",
    "euclidean",
    "manhattan",
    "canberra",
    "chebyshev",
    "cosine",
    "gower",
  ] as const)("on the bundled regions, with %s", (metric) => {
    const engine = openEngine(bundledTable("eu-nuts2"), parsePlan("orkestra"), "en", ["en"]);
    const first: View = { ...engine.first, target: "ES21", metric };
    expectSame(engine, first);
    const moved = {
      ...first,
      dimensions: moveShare(first.dimensions, new Set(["social"]), "economic", 0.47),
    };
    expectSame(engine, moved);
    expectSame(engine, { ...moved, off: ["median_age", "pop_rural"], abroad: true, count: 7 });
    expectSame(engine, { ...moved, normalise: "rank", withoutCountries: ["FR", "DE"] });
  });

  test("which is also what settles", () => {
    const engine = openEngine(bundledTable("eu-nuts2"), parsePlan("balanced"), "en", ["en"]);
    const view = { ...engine.first, target: "FR10", furtherThan: 900 };
    const { reference } = runToEnd(engine.settle(view));
    expect(reference.regions).toEqual(byLibrary(engine, view).regions);
    expectSame(engine, view);
  });
});

test("the first view weighs as the plan does, whatever its scheme", () => {
  const table = bundledTable("eu-nuts2");
  for (const scheme of ["equal-by-dimension", "equal", "redundancy", "pca"] as const) {
    const engine = openEngine(table, parsePlan({ weigh: { scheme } }), "en", ["en"]);
    const prepared = prepare(table);
    const planned = weigh(prepared, { scheme }).indicators;
    const given = weigh(prepared, engine.planOf(engine.first).weigh).indicators;
    for (const id of Object.keys(planned)) expect(given[id]).toBeCloseTo(planned[id]!, 12);
  }
});

/** Random tables of whole numbers have regions at the same distance, whose order rests on the last digit: there distances alone count. */
function compareByDistance(engine: Engine, view: View): void {
  const quick = attempt(() => engine.rank(view));
  const slow = attempt(() => byLibrary(engine, view));
  if (typeof quick === "string" || typeof slow === "string") {
    if (slow === "no-eligible-region") expect(quick).toMatchObject({ listed: 0 });
    else expect(quick).toBe(slow);
    return;
  }
  const known = new Map(slow.regions.map((one) => [one.id, one]));
  expect(new Set(quick.rows.map(({ id }) => id))).toEqual(new Set(known.keys()));
  quick.rows.forEach(({ id, distance, similarity }, at) => {
    expect(distance).toBeCloseTo(known.get(id)!.distance, 10);
    expect(distance).toBeCloseTo(slow.regions[at]!.distance, 10);
    expect(similarity).toBeCloseTo(known.get(id)!.similarity, 6);
  });
}
