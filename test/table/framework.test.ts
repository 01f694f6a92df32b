import { directions, frameworkSchema, roles } from "reference-regions";
import { describe, expect, it } from "vitest";
import { structuralIndicators } from "../../src/table/structural-indicators.js";
import { makeFramework } from "../support/tables.js";

describe("structuralIndicators", () => {
  it("are those that make the space, in the framework's order", () => {
    const framework = makeFramework({ indicators: ["b", { id: "p", role: "performance" }, "a"] });
    expect(structuralIndicators(framework).map(({ id }) => id)).toEqual(["b", "a"]);
  });
});

describe("frameworkSchema", () => {
  const text = JSON.stringify(frameworkSchema);

  it("is a JSON Schema document of draft 2020-12", () => {
    expect(frameworkSchema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(JSON.parse(text)).toEqual(frameworkSchema);
  });

  it("names the keys that a framework needs, and allows no others", () => {
    expect(frameworkSchema.required).toEqual(["schemaVersion", "id", "name", "dimensions", "indicators"]);
    expect(frameworkSchema.additionalProperties).toBe(false);
  });

  it("lists the values of each choice, as the exported lists do", () => {
    expect(text).toContain(JSON.stringify(roles));
    expect(text).toContain(JSON.stringify(directions));
  });
});
