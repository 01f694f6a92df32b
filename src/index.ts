/**
 * The table of contents: what the package offers, in the order in which data flow.
 *
 * @module reference-regions
 */

// Read: from text or rows to a checked table.
export {
  type Composition,
  type Dimension,
  type Direction,
  directions,
  type Element,
  type Framework,
  frameworkSchema,
  type Indicator,
  type Kind,
  kinds,
  type Role,
  roles,
} from "./table/framework.js";
export { parseFramework } from "./table/parse-framework.js";
export { readRegionsCsv } from "./table/csv.js";
export { readRegionRows, type Row } from "./table/rows.js";
export {
  type ColumnNames,
  type Layout,
  layouts,
  type ReadCsvOptions,
  type ReadRowsOptions,
} from "./table/read-options.js";
export type { Attribute, Column, Region, RegionTable, Repair, RepairedCell } from "./table/region-table.js";
export { type Coverage, type CoverageTrade, type Share, summariseCoverage } from "./table/coverage.js";
export type { Vintage } from "./table/vintage.js";

// Prepare: screen, impute, treat, normalise.
export { prepare } from "./prepare/prepare.js";
export type { IndicatorSteps, PreparedTable } from "./prepare/prepared-table.js";
export {
  type CompositionMethod,
  type CompositionOption,
  compositionMethods,
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
export { describeIndicators, type IndicatorDescription } from "./prepare/describe-indicators.js";
export type { ComposeStep } from "./prepare/compose.js";
export type { PowerTransform } from "./prepare/power-transform.js";
export type { ImputeStep } from "./prepare/impute.js";
export type { TreatStep } from "./prepare/treat.js";
export type { Shape } from "./shared/statistics.js";
export type { NormaliseStep } from "./prepare/normalise.js";

// Weigh: how much each dimension, element and indicator counts.
export { type Weights, weigh } from "./weight/weigh.js";
export {
  type WeighChoices,
  type WeighOptions,
  type WeighScope,
  type WeightScheme,
  type WeightsById,
  weighScopes,
  weightSchemes,
} from "./weight/weigh-options.js";

export { type PrincipalComponents, principalComponents } from "./weight/principal-components.js";

// The structural space: regions as points, and the distances between them.
export {
  buildSpace,
  type SpaceChoices,
  type SpaceOptions,
  type StructuralSpace,
} from "./space/structural-space.js";
export type { Points } from "./space/points.js";
export { type ContributionRule, type Metric, metrics } from "./space/metrics.js";
export {
  describeSpace,
  type CorrelatedPair,
  type SpaceDescription,
  type WeightEffect,
} from "./space/describe-space.js";
export { type PlaceOptions, placeRegion } from "./space/place-region.js";
export type { Sphere } from "./space/sphere.js";
export { type DistanceMatrix, distanceBetween, measureDistances } from "./space/distance-matrix.js";
export {
  findNearest,
  findNearestSync,
  type NearestOptions,
  type NearestTable,
} from "./space/nearest/find-nearest.js";
export { joinNearest } from "./space/nearest/join-nearest.js";
export { type Closeness, type ClosenessLimits, closenessWords } from "./space/closeness.js";

// The purpose: reference regions, and why.
export { findReferenceRegions } from "./reference/find-reference-regions.js";
export type { ReferenceRegion, ReferenceRegions, TiedRegion } from "./reference/reference-regions.js";
export type {
  ListOptions,
  ReferenceChoices,
  ReferenceInput,
  ReferenceOptions,
} from "./reference/reference-options.js";
export type { EligibilityOptions, RegionFilter, RegionFilters } from "./reference/eligibility-options.js";
export type { Exclusion } from "./reference/eligibility.js";
export type { Contributions, IndicatorContribution, Reasons } from "./reference/contributions.js";
export { explainPair } from "./reference/explain-pair.js";
export type { PairExplanation, PairIndicator, PairMember } from "./reference/pair-explanation.js";

export {
  compareSelections,
  type Selection,
  type SelectionComparison,
} from "./reference/compare-selections.js";
export {
  type Consensus,
  type ConsensusRegion,
  findConsensus,
  type NamedSelection,
} from "./reference/find-consensus.js";
export { findThroughLenses, type Lens, type Lenses } from "./reference/find-through-lenses.js";
export { type InDegree, type NeighbourGraph, neighbourGraph } from "./reference/neighbour-graph.js";
export { explainSwap, type Swap, type SwapDimension } from "./reference/explain-swap.js";

// Types of regions: clusters of the structural space.
export { clusterRegions } from "./cluster/cluster-regions.js";
export {
  type ClusterChoices,
  type ClusterCountChoices,
  type ClusterCountOptions,
  type ClusterMethod,
  type ClusterMethodOptions,
  type ClusterOptions,
  clusterMethods,
  type StabilityChoices,
  type StabilityOptions,
  type TypologyChoices,
  type TypologyOptions,
} from "./cluster/cluster-options.js";
export type { Cluster, Labelled, TypedRegion, Typology } from "./cluster/typology.js";
export type { UnassignedRegion } from "./cluster/comparable-regions.js";
export type { Distinction } from "./cluster/distinctions.js";
export type { Validity } from "./cluster/validity.js";
export type { Search } from "./cluster/division.js";
export type { Merge } from "./cluster/merges.js";
export { suggestClusterCount, suggestClusterCountAsync } from "./cluster/suggest-cluster-count.js";
export {
  type ClusterCountAdvice,
  type ClusterCountCandidate,
  type ClusterCriterion,
  clusterCriteria,
  type CriterionChoice,
} from "./cluster/cluster-count-advice.js";
export {
  assessStability,
  assessStabilitySync,
  type ClusterStability,
  type RegionStability,
  type Stability,
  type StabilityBand,
  stabilityBands,
} from "./cluster/assess-stability.js";
export { type ClusterProfile, profile, type ProfiledIndicator } from "./cluster/profile.js";
export { locateInTypology, type TypedNeighbour, type TypeOfTarget } from "./cluster/locate-in-typology.js";
export { type Cut, cutTree, type TreeCut } from "./cluster/cut-tree.js";
export { type CopheneticDistances, copheneticDistances } from "./cluster/cophenetic-distances.js";
export { compareTypologies, type TypologyComparison } from "./cluster/compare-typologies.js";

// How sure the list is.
export {
  type AssessOptions,
  assessSensitivity,
  assessSensitivitySync,
} from "./sensitivity/assess-sensitivity.js";
export {
  type Included,
  type SensitivitySurvey,
  surveySensitivity,
  surveySensitivitySync,
  type TargetSensitivity,
} from "./sensitivity/survey-sensitivity.js";
export type { Driver, Inert, RegionSensitivity, Sensitivity } from "./sensitivity/sensitivity.js";
export {
  type Assumption,
  assumptions,
  type SensitivityChoices,
  type SensitivityOptions,
} from "./sensitivity/sensitivity-options.js";
export type { SobolIndex } from "./sensitivity/sobol.js";
export {
  type DroppedPart,
  type DropLevel,
  type DropOne,
  type DropOneOptions,
  dropLevels,
  dropOne,
  dropOneSync,
} from "./sensitivity/drop-one.js";

// Performance, afterwards: the target against its reference group, and whom to learn from.
export { benchmarkAgainst } from "./benchmark/benchmark-against.js";
export type { Benchmark, BenchmarkIndicator, Comparison, Interval, Standing } from "./benchmark/benchmark.js";
export {
  type BenchmarkChoices,
  type BenchmarkOptions,
  type QuartileMethod,
  quartileMethods,
} from "./benchmark/benchmark-options.js";
export {
  findLeaders,
  type Lead,
  type Leader,
  type LeaderOptions,
  type Leaders,
} from "./benchmark/find-leaders.js";

// The whole way in one call, and its plan.
export { type AnalyseOptions, type Analysis, analyse } from "./analyse.js";
export { compareVintages } from "./vintages/compare-vintages.js";
export type { MovedIndicator, MovedRegion, Mover, VintageComparison } from "./vintages/vintage-comparison.js";
export { type Plan, type PlanInput, type PresetName, parsePlan, planSchema, plans } from "./plan.js";

// To read, to send and to store.
export { toMarkdown } from "./report/to-markdown.js";
export type { Format, MarkdownOptions, Messages } from "./report/index.js";
export { fromJson, toJson } from "./report/to-json.js";
export { type CsvOptions, toCsv } from "./report/to-csv.js";
export {
  type Feature,
  type FeatureCollection,
  type GeoJson,
  type GeoJsonOptions,
  type Geometry,
  toGeoJson,
} from "./report/to-geojson.js";

// What everything shares: errors, notes, recipes, texts.
export {
  DataError,
  FrameworkError,
  type Issue,
  OptionsError,
  type Place,
  type Problem,
  ReferenceRegionsError,
} from "./shared/errors.js";
export type { JsonSchema } from "./shared/check.js";
export type { LongTaskOptions, Progress } from "./shared/long-task.js";
export type { Note } from "./shared/note.js";
export type { Recipe } from "./shared/recipe.js";
export { type Text, textIn } from "./shared/text.js";
