import {
  analyse,
  explainPair,
  findReferenceRegions,
  measureDistances,
  parsePlan,
  prepare,
  summariseCoverage,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { planInputs, rawTables, read, spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

function expectPlainData(result: unknown): void {
  expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
  expect(structuredClone(result)).toStrictEqual(result);
}

describe("a result survives JSON and structuredClone unchanged", () => {
  it("table, coverage, prepared table and weights", () => {
    fc.assert(
      fc.property(rawTables(), planInputs, (raw, plan) => {
        const table = read(raw);
        const prepared = prepare(table, plan.prepare);
        for (const result of [table, summariseCoverage(table), prepared, weigh(prepared, plan.weigh)])
          expectPlainData(result);
      }),
    );
  });

  it("reference regions, with and without reasons, and pairs, comparable or not", () => {
    fc.assert(
      fc.property(spaces({ minRegions: 4 }), fc.nat(), fc.boolean(), (space, pick, explain) => {
        const target = space.regions[pick % space.n]!.id;
        for (const { id } of space.regions) expectPlainData(explainPair(space, target, id));
        fc.pre(
          space.regions.some(({ id }) => id !== target && explainPair(space, target, id).distance !== null),
        );
        expectPlainData(findReferenceRegions(space, target, { count: 2, explain, eligible: () => true }));
      }),
    );
  });

  it("plans and whole analyses", async () => {
    await fc.assert(
      fc.asyncProperty(rawTables(), planInputs, async (raw, plan) => {
        expectPlainData(parsePlan(plan));
        const open = { ...plan, space: { ...plan.space, minCoverage: 0 } };
        expectPlainData(await analyse(read(raw), raw.rows[0]!.code, open));
      }),
      { numRuns: 20 },
    );
  });

  it("when options are given as undefined", () => {
    fc.assert(
      fc.property(rawTables(), (raw) => {
        const table = read(raw);
        const prepared = prepare(table, { impute: undefined, indicators: { x1: { treat: undefined } } });
        expectPlainData(prepared);
        expectPlainData(weigh(prepared, { scheme: undefined, dimensions: undefined }));
        expectPlainData(
          parsePlan({ reference: { exclude: { sameCountry: undefined }, maxDistance: undefined } }),
        );
      }),
      { numRuns: 10 },
    );
  });
});

describe("a space survives structuredClone", () => {
  it("and answers every question as before", () => {
    fc.assert(
      fc.property(spaces(), fc.nat(), (space, pick) => {
        const clone = structuredClone(space);
        expect(clone).toStrictEqual(space);
        expect(measureDistances(clone)).toStrictEqual(measureDistances(space));
        const [a, b] = [space.regions[pick % space.n]!.id, space.regions[(pick + 1) % space.n]!.id];
        expect(explainPair(clone, a, b)).toStrictEqual(explainPair(space, a, b));
        fc.pre(space.regions.some(({ id }) => id !== a && explainPair(space, a, id).distance !== null));
        expect(findReferenceRegions(clone, a)).toStrictEqual(findReferenceRegions(space, a));
      }),
      { numRuns: 50 },
    );
  });
});
