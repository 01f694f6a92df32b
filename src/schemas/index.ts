// The entry `reference-regions/schemas`: what the public documents look like, for whoever stores, sends or reads them.
import type { JsonSchema } from "../shared/check.js";
import analysis from "./analysis.json";
import benchmark from "./benchmark.json";
import framework from "./framework.json";
import leaders from "./leaders.json";
import pairExplanation from "./pair-explanation.json";
import plan from "./plan.json";
import problem from "./problem.json";
import referenceRegions from "./reference-regions.json";
import regionTable from "./region-table.json";
import sensitivity from "./sensitivity.json";
import typology from "./typology.json";

export { schemaVersion } from "../shared/schema-version.js";

/**
 * The JSON Schema (draft 2020-12) of every public document, by the name of its TypeScript type. Each holds all that it refers to
 * in `$defs`, and its `$id` says the version of the shape: the one that the documents state in `schemaVersion`.
 *
 * `Framework` and `Plan` are what users write: unknown members are refused, defaults are stated, and `parseFramework` and `parsePlan`
 * check besides what no schema can say (that a dimension exists, that a pair of bounds ascends). The others are what the library answers:
 * further members may come, so a reader passes over those that it does not know. A missing figure is `null`. `Problem` is an error as
 * `JSON.stringify` writes it, the only one that nobody stores and that states no version.
 *
 * The same documents are files of the package, for other languages: `reference-regions/schemas/region-table.json`.
 *
 * @example
 * ```ts
 * const list = findReferenceRegions(space, "ES21");
 * schemas.ReferenceRegions.required.every((member) => member in list); // => true
 * schemas.ReferenceRegions.properties.schemaVersion.const === list.schemaVersion; // => true
 * Object.keys(schemas).includes("Analysis"); // => true
 * ```
 */
export const schemas: {
  readonly Framework: JsonSchema;
  readonly Plan: JsonSchema;
  readonly RegionTable: JsonSchema;
  readonly ReferenceRegions: JsonSchema;
  readonly PairExplanation: JsonSchema;
  readonly Benchmark: JsonSchema;
  readonly Leaders: JsonSchema;
  readonly Typology: JsonSchema;
  readonly Sensitivity: JsonSchema;
  readonly Analysis: JsonSchema;
  readonly Problem: JsonSchema;
} = {
  Framework: framework,
  Plan: plan,
  RegionTable: regionTable,
  ReferenceRegions: referenceRegions,
  PairExplanation: pairExplanation,
  Benchmark: benchmark,
  Leaders: leaders,
  Typology: typology,
  Sensitivity: sensitivity,
  Analysis: analysis,
  Problem: problem,
};
