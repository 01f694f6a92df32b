import {
  analyse,
  buildSpace,
  explainPair,
  findReferenceRegions,
  type PlanInput,
  parsePlan,
  prepare,
  weigh,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { planInputs, rawTables, read } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

// No minimum coverage, so that every target has somebody to be compared with.
const plans = planInputs.map((plan) => ({ ...plan, space: { ...plan.space, minCoverage: 0 } }));

describe("a recipe", () => {
  it("of an analysis gives the same analysis again", async () => {
    await fc.assert(
      fc.asyncProperty(rawTables({ maxRegions: 8 }), plans, async (raw, plan) => {
        const table = read(raw);
        const first = await analyse(table, raw.rows[0]!.code, plan);
        const stored = JSON.parse(JSON.stringify(first.recipe)) as typeof first.recipe;
        expect(stored.target).toBe(raw.rows[0]!.code);
        expect(await analyse(table, stored.target!, stored.plan as PlanInput)).toStrictEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  it("of reference regions found stage by stage gives the same list by analyse, a caller's own test included", async () => {
    await fc.assert(
      fc.asyncProperty(rawTables({ minRegions: 4, maxRegions: 8 }), plans, async (raw, plan) => {
        const table = read(raw);
        const prepared = prepare(table, plan.prepare);
        const space = buildSpace(prepared, { ...plan.space, weights: weigh(prepared, plan.weigh) });
        const last = raw.rows.at(-1)!.code;
        const found = findReferenceRegions(space, raw.rows[0]!.code, {
          ...plan.reference,
          eligible: ({ id }) => id !== last,
        });
        const { target, plan: stored } = JSON.parse(JSON.stringify(found.recipe)) as typeof found.recipe;
        expect((await analyse(table, target!, stored as PlanInput)).reference).toStrictEqual(found);
      }),
      { numRuns: 20 },
    );
  });

  it("of every stage holds a plan that parsePlan takes and leaves as it is", () => {
    fc.assert(
      fc.property(rawTables({ maxRegions: 6 }), plans, (raw, plan) => {
        const prepared = prepare(read(raw), plan.prepare);
        const weights = weigh(prepared, plan.weigh);
        const space = buildSpace(prepared, { ...plan.space, weights });
        const found = findReferenceRegions(space, raw.rows[0]!.code, plan.reference);
        for (const { recipe } of [prepared, weights, space, found])
          expect(parsePlan(recipe.plan)).toMatchObject(recipe.plan);
      }),
    );
  });

  it("of a pair holds a plan that parsePlan takes, and the pair", () => {
    fc.assert(
      fc.property(rawTables({ maxRegions: 6 }), (raw) => {
        const [a, b] = raw.rows.map(({ code }) => code) as [string, string];
        const { recipe } = explainPair(buildSpace(prepare(read(raw))), a, b);
        expect(JSON.stringify(recipe)).toContain(JSON.stringify([a, b]));
        expect(() => parsePlan(recipe.plan)).not.toThrow();
      }),
      { numRuns: 3 },
    );
  });
});
