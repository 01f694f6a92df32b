import { checkOptions } from "../shared/check.js";
import { optionsError } from "../shared/errors.js";
import { groupBy } from "../shared/group-by.js";
import { quantile } from "../shared/order-statistics.js";
import { extendRecipe } from "../shared/recipe.js";
import { schemaVersion } from "../shared/schema-version.js";
import { closenessOf } from "../space/closeness.js";
import { type Metric, metricDefinitions } from "../space/metrics.js";
import { sharedWeight } from "../space/points.js";
import { positionOf } from "../space/position-of.js";
import type { StructuralSpace } from "../space/structural-space.js";
import { vintageOf } from "../table/vintage.js";
import { findReasons, measureTypical, splitDistance, type Typical } from "./contributions.js";
import { type Exclusion, eligibleIds, judgeEligibility } from "./eligibility.js";
import { leadingReasons } from "./leading-reasons.js";
import { cutList, rankByDistance } from "./rank.js";
import { referenceNotes } from "./reference-notes.js";
import { type ReferenceChoices, type ReferenceOptions, referenceSchema } from "./reference-options.js";
import type { ReferenceRegion, ReferenceRegions } from "./reference-regions.js";

/**
 * Finds the reference regions of a target: the eligible regions nearest to it in the structural space, with the reasons.
 *
 * Regions are ordered by distance, at equal distance by id. `rank`, `similarity` and `closeness` are read off the distance;
 * `contributions` split it by dimension and indicator, and under an additive metric add up to it (see `contributionRule`).
 * A reason compares the pair's gap with what is typical: the mean over all regions of the table.
 *
 * Missing cells: a distance rests on the indicators that both regions have (`coverage` is their weight). A region that shares less
 * than the space's `minCoverage` with the target has no distance; it is listed in `excluded`, not ranked.
 *
 * Source: Navarro et al. (2014), Regional benchmarking in the smart specialisation process, S3 Working Paper 03/2014, JRC89819.
 *
 * @throws {OptionsError} For an unknown target (with the nearest known id), impossible options, or when no region is eligible.
 *
 * @example
 * ```ts
 * const list = findReferenceRegions(space, "ES21", { count: 3, exclude: { sameCountry: true } });
 * list.regions.map(({ id }) => id); // => ["BE22", "FRF1", "DED5"]
 * list.regions[0].distance.toFixed(4); // => "0.0181"
 * list.excluded.find(({ id }) => id === "ES22").reason; // => "same-country"
 * ```
 */
export function findReferenceRegions(
  space: StructuralSpace,
  targetId: string,
  options: ReferenceOptions = {},
): ReferenceRegions {
  const { eligible, ...rest } = options;
  const i = targetPosition(space, targetId);
  const target = space.regions[i]!;
  const choices: ReferenceChoices = checkOptions(
    referenceSchema,
    { ...rest, eligible: eligibleIds(space.regions, eligible) },
    "findReferenceRegions",
  );
  const { exclusions, pinned, notes } = judgeEligibility(space.regions, target, choices);
  const distances = new Float64Array(space.n);
  metricDefinitions[space.metric].row(space, i, 0, space.n, distances, 0);

  const excluded = space.regions.flatMap((_, j) => {
    if (j === i) return [];
    const exclusion = exclusions[j] ?? (Number.isNaN(distances[j]!) ? lowCoverage(space, i, j) : null);
    return exclusion === null ? [] : [exclusion];
  });
  const ranked = rankByDistance(space.regions, distances, (j) => j !== i && exclusions[j] === null);
  if (ranked.length === 0) throw noneEligible(target.id, excluded, space.metric);
  const isPinned = (j: number): boolean => pinned.has(space.regions[j]!.id);
  const { shown, tied } = cutList(ranked, choices.count, choices.maxDistance ?? Infinity, isPinned);
  const oneSided = choices.mutual
    ? shown.filter(({ j }) => !isPinned(j) && !hasAmongNearest(space, j, i, choices.count))
    : [];

  const typical = choices.explain ? measureTypical(space, i) : null;
  const far = quantile(
    distances.filter((d, j) => j !== i && !Number.isNaN(d)),
    0.95,
  );
  const listed = shown.filter((one) => !oneSided.includes(one));
  const nearby = shown.map(({ distance }) => ({
    distance,
    closeness: closenessOf(distance, space.closeness),
  }));
  const regions = listed.map(({ j, distance, rank }): ReferenceRegion => {
    const { id, name, country } = space.regions[j]!;
    return {
      id,
      name,
      country,
      rank,
      distance,
      similarity: similarityOf(distance, far),
      closeness: closenessOf(distance, space.closeness),
      coverage: sharedWeight(space, i, j),
      pinned: pinned.has(id),
      ...(typical === null ? {} : explain(space, i, j, distance, typical)),
    };
  });
  return {
    schemaVersion,
    target: { id: target.id, name: target.name, country: target.country },
    vintage: vintageOf(space.prepared.framework, space.indicators),
    metric: space.metric,
    contributionRule: metricDefinitions[space.metric].rule,
    regions,
    tied: tied.map(({ j, distance }) => ({
      id: space.regions[j]!.id,
      name: space.regions[j]!.name,
      country: space.regions[j]!.country,
      distance,
    })),
    excluded: [...excluded, ...oneSided.map(({ j }) => notMutual(space.regions[j]!.id, choices.count))],
    notes: [...notes, ...referenceNotes(nearby, excluded, choices, ranked.length)],
    recipe: { ...extendRecipe(space.recipe, "reference", choices), target: target.id },
  };
}

/** Whether fewer than `count` regions are nearer to `j` than `i` is. */
function hasAmongNearest(space: StructuralSpace, j: number, i: number, count: number): boolean {
  const distances = new Float64Array(space.n);
  metricDefinitions[space.metric].row(space, j, 0, space.n, distances, 0);
  let nearer = 0;
  for (let k = 0; k < space.n; k++) if (k !== j && distances[k]! < distances[i]!) nearer++;
  return nearer < count;
}

function notMutual(id: string, count: number): Exclusion {
  return {
    id,
    reason: "not-mutual",
    message: `does not have the target among its own ${count} nearest regions`,
  };
}

/** Where 95 % of all regions are at distance 0, any distance is as good as none. */
function similarityOf(distance: number, far: number): number {
  if (distance === 0) return 100;
  return far > 0 ? Math.max(0, 100 * (1 - distance / far)) : 0;
}

function explain(
  space: StructuralSpace,
  i: number,
  j: number,
  distance: number,
  typical: Typical,
): Pick<ReferenceRegion, "contributions" | "reasons"> {
  const { unites, divides } = findReasons(space, i, j, typical);
  return {
    contributions: splitDistance(space, i, j, distance, typical),
    reasons: {
      unites: leadingReasons(unites, space.indicators, 3),
      divides: leadingReasons(divides, space.indicators, 3),
    },
  };
}

/** An unknown target is answered with the nearest known id, or with the reason why screening dropped it. */
function targetPosition(space: StructuralSpace, id: string): number {
  const dropped = space.prepared.dropped.regions.find((one) => one.id === id);
  if (dropped === undefined) return positionOf(space.regions, id, "target");
  throw optionsError(
    "dropped-target",
    { path: "target", region: id },
    `expected a region of the space, got one that screening dropped (it has ${Math.round(100 * dropped.coverage)} % of the indicators). Lower screen.minRegionCoverage.`,
  );
}

function lowCoverage(space: StructuralSpace, i: number, j: number): Exclusion {
  if (space.metric === "mahalanobis") {
    const message = "one of the two lacks a figure, and mahalanobis needs every indicator";
    return { id: space.regions[j]!.id, reason: "low-coverage", message };
  }
  const message = `shares ${percent(sharedWeight(space, i, j), Math.floor)} of the weight with the target, less than ${percent(space.minCoverage)}`;
  return { id: space.regions[j]!.id, reason: "low-coverage", message };
}

function noneEligible(target: string, excluded: readonly Exclusion[], metric: Metric): Error {
  const counts = [...groupBy(excluded.length, (e) => excluded[e]!.reason)].map(
    ([reason, members]) => `${members.length} ${reason}`,
  );
  const isThin = ({ reason }: Exclusion): boolean => reason === "low-coverage";
  const ways = [
    ...(excluded.every(isThin) ? [] : ["Loosen exclude, only or eligible."]),
    ...(excluded.some(isThin)
      ? [
          metric === "mahalanobis"
            ? "Impute, or choose another metric."
            : "Impute, or lower the space's minCoverage.",
        ]
      : []),
  ];
  return optionsError(
    "no-eligible-region",
    { path: "findReferenceRegions", region: target },
    `expected at least one eligible region, got none (${counts.join(", ")}). ${ways.join(" ")}`,
  );
}

/** To one decimal; a share that falls short of another must not be rounded up to it. */
function percent(share: number, round: (value: number) => number = Math.round): string {
  return `${round(1000 * share) / 10} %`;
}
