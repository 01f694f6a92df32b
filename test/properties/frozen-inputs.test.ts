import {
  analyse,
  buildSpace,
  explainPair,
  findReferenceRegions,
  measureDistances,
  parseFramework,
  parsePlan,
  prepare,
  readRegionRows,
  type StructuralSpace,
  summariseCoverage,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { deepFreeze, planInputs, type RawTable, rawTables, read } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

/** Typed arrays cannot be frozen: their copies are compared. */
function arraysOf(space: StructuralSpace): Float64Array[] {
  return Object.values(space)
    .filter((value) => value instanceof Float64Array)
    .map((array) => array.slice());
}

const frozen: fc.Arbitrary<RawTable> = rawTables({ maxRegions: 8 }).map(deepFreeze);
const plans = planInputs.map(deepFreeze);
describe("no function changes what it was given", () => {
  it("from framework, rows and plan documents", () => {
    fc.assert(
      fc.property(frozen, plans, ({ framework, rows }, plan) => {
        readRegionRows(rows, deepFreeze(parseFramework(framework)));
        parsePlan(plan);
      }),
    );
  });

  it("from table to space to answers", () => {
    fc.assert(
      fc.property(frozen, plans, (raw, plan) => {
        const table = deepFreeze(read(raw));
        summariseCoverage(table);
        const prepared = deepFreeze(prepare(table, plan.prepare));
        const weights = deepFreeze(weigh(prepared, plan.weigh));
        const space = deepFreeze(
          buildSpace(prepared, deepFreeze({ ...plan.space, weights, minCoverage: 0 })),
        );
        const before = arraysOf(space);
        const target = raw.rows[0]!.code;
        findReferenceRegions(space, target, plan.reference);
        explainPair(space, target, raw.rows[1]!.code);
        measureDistances(space);
        expect(arraysOf(space)).toEqual(before);
        expect(before.length).toBeGreaterThan(1);
      }),
    );
  });

  it("with filters and a test of the caller's own", () => {
    fc.assert(
      fc.property(frozen, (raw) => {
        const [target, pinned, banned] = raw.rows.map(({ code }) => code) as [string, string, string];
        const space = deepFreeze(buildSpace(prepare(read(raw)), { minCoverage: 0 }));
        const options = deepFreeze({
          exclude: { regions: [banned], attribute: { kind: ["city"] }, nested: true },
          only: { regions: [pinned, target] },
          pin: [pinned],
          eligible: () => true,
        });
        findReferenceRegions(space, target, options);
      }),
    );
  });

  it("in the whole way, which is handed a frozen table and a frozen plan", async () => {
    await fc.assert(
      fc.asyncProperty(frozen, plans, async (raw, plan) => {
        const open = deepFreeze({ ...plan, space: { ...plan.space, minCoverage: 0 } });
        await analyse(deepFreeze(read(raw)), raw.rows[0]!.code, open);
      }),
      { numRuns: 15 },
    );
  });
});
