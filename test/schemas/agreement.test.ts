import type { JsonSchema } from "reference-regions";
import { OptionsError, parsePlan } from "reference-regions";
import { schemas } from "reference-regions/schemas";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { planShape } from "../../src/plan.js";
import { frameworkShape } from "../../src/table/framework.js";
import { typeReader } from "../../tools/document-schemas.js";
import { planInputs as randomPlans } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { damages, validator } from "../support/schema-damage.js";
import { planInputs } from "./documents.js";

/** The bare shape of a schema: which members, which of them must be there, and which types and values they take. */
function shapeOf(root: JsonSchema, given: JsonSchema = root): unknown {
  if (typeof given.$ref === "string")
    return shapeOf(
      root,
      (root.$defs as { [name: string]: JsonSchema })[given.$ref.slice("#/$defs/".length)]!,
    );
  const { anyOf, type, properties, required, items, prefixItems, additionalProperties, maxItems } = given;
  if (Array.isArray(anyOf)) {
    const branches = anyOf.map((branch: JsonSchema) => shapeOf(root, branch));
    return [...new Set(branches.flat().map((branch) => JSON.stringify(branch)))].sort();
  }
  const values = given.const === undefined ? (given.enum as unknown[] | undefined) : [given.const];
  if (values !== undefined) return values.map((value) => JSON.stringify({ value })).sort();
  if (Array.isArray(type)) return type.map((one) => JSON.stringify({ type: one })).sort();
  const members = Object.entries((properties ?? {}) as { [key: string]: JsonSchema });
  const isMap = typeof additionalProperties === "object";
  return {
    type: type === "integer" ? "number" : type,
    ...(type === "object" && !isMap
      ? {
          members: Object.fromEntries(members.map(([key, one]) => [key, shapeOf(root, one)])),
          required: [...((required ?? []) as string[])].sort(),
        }
      : {}),
    ...(isMap ? { values: shapeOf(root, additionalProperties as JsonSchema) } : {}),
    // Two numbers are written as a list of two, or as two items.
    ...(Array.isArray(prefixItems)
      ? { items: shapeOf(root, prefixItems[0]), length: prefixItems.length }
      : {}),
    ...(items
      ? { items: shapeOf(root, items as JsonSchema), ...(maxItems ? { length: maxItems } : {}) }
      : {}),
  };
}

describe("what is checked has the shape of its type", () => {
  const fromType = typeReader();

  it.each([
    ["Framework", "input", frameworkShape],
    ["Framework", "output", frameworkShape],
    ["Plan", "output", planShape],
    ["PlanInput", "input", planShape],
  ] as const)("%s, as the %s of its check", (type, io, shape) => {
    expect(shapeOf(z.toJSONSchema(shape, { io }))).toEqual(shapeOf(fromType(type)));
  });

  it("and another shape is told apart", () => {
    const made = JSON.parse(JSON.stringify(fromType("Framework")));
    const changed = JSON.parse(JSON.stringify(made).replace('"asymmetric-binary"', '"binary-2"'));
    expect(shapeOf(changed)).not.toEqual(shapeOf(made));
  });
});

describe("the schema of a plan and parsePlan agree", () => {
  const fits = validator(schemas.Plan);
  const parses = (plan: unknown): boolean => {
    try {
      parsePlan(plan);
      return true;
    } catch (error) {
      if (error instanceof OptionsError) return false;
      throw error;
    }
  };

  it("on random plans, before and after they are completed", () => {
    fc.assert(
      fc.property(randomPlans, (plan) => {
        expect(fits(plan)).toBe(true);
        expect(fits(parsePlan(plan))).toBe(true);
      }),
    );
  });

  it("on every plan with one thing wrong", () => {
    const seen = new Set<string>();
    const damaged = planInputs.flatMap((plan) => damages(schemas.Plan, plan, seen));
    expect(damaged.length).toBeGreaterThan(300);
    const differ = damaged.filter(({ document }) => fits(document) !== parses(document));
    // A call without a plan takes the preset, and null is as good as none; a document that is null is no plan.
    expect(differ.map(({ place, how }) => `${place} ${how}`)).toEqual(["# as null"]);
  });

  it("on random numbers at every limit, and on members of another name", () => {
    const number = fc.oneof(fc.integer({ min: -1, max: 150 }), fc.constantFrom(-0.1, 0, 0.5, 0.9, 0.95, 1.1));
    const some = (stage: { readonly [member: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<unknown> =>
      fc.record(stage, { requiredKeys: [] });
    const plan = fc.oneof(
      fc.record({ prepare: some({ screen: some({ minRegionCoverage: number }) }) }),
      fc.record({
        prepare: fc.record({ treat: some({ method: fc.constantFrom("auto", "log"), maxPoints: number }) }),
      }),
      fc.record({ space: some({ minCoverage: number, metrik: fc.constant("euclidean") }) }),
      fc.record({ reference: some({ count: number, maxDistance: number }) }),
      fc.record({ typology: some({ k: number, seed: number, starts: number }) }),
      fc.record({ sensitivity: some({ draws: number, spread: number, lists: number }) }),
      fc.record({
        benchmark: some({ score: some({ mean: number, sd: number }), indicators: fc.array(fc.string()) }),
      }),
    );
    let refused = 0;
    fc.assert(
      fc.property(plan, (one) => {
        expect([fits(one), one]).toEqual([parses(one), one]);
        if (!fits(one)) refused++;
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(400);
  });
});
