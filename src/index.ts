// Read: from text or rows to a checked table.

// The whole way, and its plan.
export { type AnalyseOptions, type Analysis, analyse, type Progress } from "./analyse.js";
export { type Plan, type PlanInput, type PresetName, parsePlan, planSchema, plans } from "./plan.js";
export type { ImputeStep } from "./prepare/impute.js";
export type { NormaliseStep } from "./prepare/normalise.js";
// Prepare: screen, impute, treat, normalise.
export { type IndicatorSteps, type PreparedTable, prepare } from "./prepare/prepare.js";
export {
  type Imputation,
  type ImputeOption,
  type IndicatorOverrides,
  imputations,
  type Normalisation,
  type NormaliseOption,
  normalisations,
  type PrepareChoices,
  type PrepareOptions,
  type Treatment,
  type TreatOption,
  treatments,
} from "./prepare/prepare-options.js";
export type { Dropped } from "./prepare/screen.js";
export type { Shape, TreatStep } from "./prepare/treat.js";
export type { Contributions, IndicatorContribution, Reasons } from "./reference/contributions.js";
export type { Exclusion } from "./reference/eligibility.js";
export type { EligibilityOptions, RegionFilter } from "./reference/eligibility-options.js";
export {
  explainPair,
  type PairExplanation,
  type PairIndicator,
  type PairMember,
} from "./reference/explain-pair.js";
// Reference regions, the purpose.
export { findReferenceRegions } from "./reference/find-reference-regions.js";
export type { ReferenceChoices, ReferenceOptions } from "./reference/reference-options.js";
export type { ReferenceRegion, ReferenceRegions, TiedRegion } from "./reference/reference-regions.js";
export type { JsonSchema } from "./shared/check.js";
// What everything shares.
export {
  DataError,
  FrameworkError,
  type Issue,
  OptionsError,
  type Place,
  ReferenceRegionsError,
} from "./shared/errors.js";
export type { Note } from "./shared/note.js";
export type { Recipe } from "./shared/recipe.js";
export { type Text, textIn } from "./shared/text.js";
export { type Closeness, type ClosenessLimits, closenessWords } from "./space/closeness-limits.js";
export { type DistanceMatrix, distanceBetween, measureDistances } from "./space/distance-matrix.js";
export { type ContributionRule, type Metric, metrics } from "./space/metrics.js";
export type { Points } from "./space/points.js";
// The structural space.
export {
  buildSpace,
  type SpaceChoices,
  type SpaceOptions,
  type StructuralSpace,
} from "./space/structural-space.js";
export { type Coverage, type CoverageTrade, type Share, summariseCoverage } from "./table/coverage.js";
export { readRegionsCsv } from "./table/csv.js";
export {
  type Composition,
  type Dimension,
  type Direction,
  directions,
  type Element,
  type Framework,
  frameworkSchema,
  type Indicator,
  type Role,
  roles,
} from "./table/framework.js";
export { parseFramework } from "./table/parse-framework.js";
export {
  type ColumnNames,
  type Layout,
  layouts,
  type ReadCsvOptions,
  type ReadRowsOptions,
} from "./table/read-options.js";
export type { Attribute, Column, Region, RegionTable } from "./table/region-table.js";
export { type Row, readRegionRows } from "./table/rows.js";
export type { Vintage } from "./table/vintage.js";
// Weigh.
export { type Weights, weigh } from "./weight/weigh.js";
export {
  type WeighChoices,
  type WeighOptions,
  type WeightScheme,
  type WeightsById,
  weightSchemes,
} from "./weight/weigh-options.js";
