import { frameworkSchema, planSchema } from "reference-regions";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { planShape } from "../../src/plan.js";
import { frameworkShape } from "../../src/table/framework.js";

/** The documents are kept as files, so that nobody pays for making them at every start; `vitest -u` writes them anew. */
describe("the JSON Schema documents", () => {
  const asText = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;

  it.each([
    ["framework", frameworkShape, frameworkSchema],
    ["plan", planShape, planSchema],
  ] as const)("%s.json says what the schema in the code says", async (name, shape, document) => {
    const made = asText(z.toJSONSchema(shape, { io: "input" }));
    await expect(made).toMatchFileSnapshot(`../../src/schemas/${name}.json`);
    expect(asText(document)).toBe(made);
  });
});
