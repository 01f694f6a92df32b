import { readdirSync } from "node:fs";
import { frameworkSchema, planSchema } from "reference-regions";
import { schemas, schemaVersion } from "reference-regions/schemas";
import { describe, expect, it } from "vitest";
import { type DocumentName, documents, schemaMaker } from "../../tools/document-schemas.js";

const make = schemaMaker();
const names = Object.keys(documents) as DocumentName[];
const asText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

/** The documents are kept as files, so that nobody pays for making them at every start; `vitest -u` writes them anew. */
describe("the JSON Schema documents", () => {
  it.each(names)("%s says what the sources say", async (name) => {
    const text = asText(make(name));
    await expect(text).toMatchFileSnapshot(`../../src/schemas/${documents[name].file}.json`);
    expect(asText(schemas[name])).toBe(text);
  });

  it("are all exported, and no other file lies beside them", () => {
    expect(Object.keys(schemas)).toEqual(names);
    const files = readdirSync("src/schemas").filter((file) => file.endsWith(".json"));
    expect(files.sort()).toEqual(names.map((name) => `${documents[name].file}.json`).sort());
  });

  it("of what users write are those of the core", () => {
    expect(schemas.Framework).toBe(frameworkSchema);
    expect(schemas.Plan).toBe(planSchema);
  });

  it.each(names)("%s states its version in its address and in the document", (name) => {
    expect(schemas[name].$id).toBe(`urn:reference-regions:schemas:${schemaVersion}:${documents[name].file}`);
    const { schemaVersion: stated } = schemas[name].properties as { readonly [member: string]: unknown };
    if (name === "Problem") expect(stated).toBe(undefined);
    else expect(stated).toMatchObject({ type: "number", const: schemaVersion });
  });
});
