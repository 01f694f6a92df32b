import { type Config, createGenerator } from "ts-json-schema-generator";
import * as z from "zod/mini";
import { planShape } from "../src/plan.js";
import type { schemas } from "../src/schemas/index.js";
import type { JsonSchema } from "../src/shared/check.js";
import { schemaVersion } from "../src/shared/schema-version.js";
import { frameworkShape } from "../src/table/framework.js";

export type DocumentName = keyof typeof schemas;

/** The public documents by their name: the file of its schema, and the type that it is made of or, for what users write, checked with. */
export const documents: {
  readonly [name in DocumentName]: {
    readonly file: string;
    readonly type: string;
    readonly shape?: z.ZodMiniType;
  };
} = {
  Framework: { file: "framework", type: "Framework", shape: frameworkShape },
  Plan: { file: "plan", type: "PlanInput", shape: planShape },
  RegionTable: { file: "region-table", type: "RegionTable" },
  ReferenceRegions: { file: "reference-regions", type: "ReferenceRegions" },
  PairExplanation: { file: "pair-explanation", type: "PairExplanation" },
  Benchmark: { file: "benchmark", type: "Benchmark" },
  Leaders: { file: "leaders", type: "Leaders" },
  Typology: { file: "typology", type: "Typology" },
  Sensitivity: { file: "sensitivity", type: "Sensitivity" },
  Analysis: { file: "analysis", type: "Analysis" },
  Problem: { file: "problem", type: "Problem" },
};

/** Results may carry more members than their type names; so the objects of their schemas are open. */
const config: Config = {
  path: "src/index.ts",
  tsconfig: "tsconfig.json",
  additionalProperties: true,
  encodeRefs: false,
  expose: "export",
  jsDoc: "extended",
  skipTypeCheck: true,
  sortProps: false,
  topRef: false,
};

/** Reads the sources once; the answer makes the JSON Schema of a public document: of what users write from its zod shape, of results from their type. */
export function schemaMaker(): (title: DocumentName) => JsonSchema {
  const fromType = typeReader();
  return (title) => {
    const { file, type, shape } = documents[title];
    const { description, ...ofType } = fromType(type);
    const { $schema, ...body } = shape ? z.toJSONSchema(shape, { io: "input" }) : ofType;
    const $id = `urn:reference-regions:schemas:${schemaVersion}:${file}`;
    return { $schema: "https://json-schema.org/draft/2020-12/schema", $id, title, description, ...body };
  };
}

/** Reads the sources once; the answer makes the schema of an exported type, draft 2020-12. */
export function typeReader(): (type: string) => JsonSchema {
  const generator = createGenerator(config);
  return (type) => inLatestDraft(generator.createSchema(type)) as JsonSchema;
}

/** The generator writes draft 07, which says `definitions` for `$defs`. Tuples it writes as lists of a fixed length where all members are alike. */
function inLatestDraft(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(inLatestDraft);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (key === "$schema") return [];
      if (key === "items" && Array.isArray(value))
        throw new Error("A tuple of unlike members: write prefixItems.");
      if (key === "$ref") return [[key, String(value).replace("#/definitions/", "#/$defs/")]];
      return [[key === "definitions" ? "$defs" : key, inLatestDraft(value)]];
    }),
  );
}
