import type { Plan } from "../../plan.js";
import type { PreparedTable } from "../../prepare/prepared-table.js";
import { judgeEligibility } from "../../reference/eligibility.js";
import { findReferenceRegions } from "../../reference/find-reference-regions.js";
import { leadingReasons } from "../../reference/leading-reasons.js";
import { cutList, type Ranked, rankByDistance } from "../../reference/rank.js";
import type { ReferenceRegion } from "../../reference/reference-regions.js";
import { runToEnd } from "../../shared/long-task.js";
import { quantile } from "../../shared/order-statistics.js";
import { metricDefinitions } from "../../space/metrics.js";
import { makeSpace } from "../../space/structural-space.js";
import { type Weights, weigh } from "../../weight/weigh.js";
import { combineElements } from "./element-sums.js";
import { type Prospect, prospectOf, regroup } from "./prospect.js";

/** A region of the list as it stands while weights are moved. */
export type Row = Pick<
  ReferenceRegion,
  "id" | "name" | "country" | "rank" | "distance" | "similarity" | "reasons"
>;

/** So many rows at most are shown, and have their reasons told. */
export const MOST_ROWS = 200;

/** The list, as fast as a slider moves. Rows beyond those shown are counted only. */
export interface Ranking {
  readonly rows: readonly Row[];
  readonly listed: number;
  readonly weights: Weights;
}

/**
 * Gives the list of a plan at once, and again at once when weights alone have changed: what the target's indicators say of every region is
 * kept, and only put together anew. Under a metric that is no weighted mean the library measures from the start.
 */
export function openRanking(): (prepared: PreparedTable, plan: Plan, target: number) => Ranking {
  let prospect: Prospect | null = null;
  return (prepared, plan, target) => {
    const weights = weigh(prepared, plan.weigh);
    const { metric, minCoverage } = plan.space;
    const { linear } = metricDefinitions[metric];
    if (!linear || plan.reference.mutual) return rankAnew(prepared, plan, weights, target);
    if (prospect === null || !prospect.isOf(prepared, metric, target))
      prospect = prospectOf(prepared, metric, target);
    const { parts, sums } = regroup(prospect, weights);
    const distances = combineElements(sums, parts, minCoverage, metric === "euclidean");
    return readRanking(prospect, plan, weights, distances);
  };
}

function readRanking(prospect: Prospect, plan: Plan, weights: Weights, distances: Float64Array): Ranking {
  const { prepared, target } = prospect;
  const { regions } = prepared;
  const { exclusions, pinned } = judgeEligibility(regions, regions[target]!, plan.reference);
  const ranked = rankByDistance(regions, distances, (j) => j !== target && exclusions[j] === null);
  const { shown } = cutList(ranked, plan.reference.count, plan.reference.maxDistance ?? Infinity, (j) =>
    pinned.has(regions[j]!.id),
  );
  const far = quantile(
    distances.filter((d, j) => j !== target && !Number.isNaN(d)),
    0.95,
  );
  return {
    rows: shown.slice(0, MOST_ROWS).map((one) => rowOf(prospect, weights, one, far)),
    listed: shown.length,
    weights,
  };
}

function rowOf(prospect: Prospect, weights: Weights, { j, distance, rank }: Ranked, far: number): Row {
  const { id, name, country } = prospect.prepared.regions[j]!;
  const similarity = distance === 0 ? 100 : far > 0 ? Math.max(0, 100 * (1 - distance / far)) : 0;
  return { id, name, country, rank, distance, similarity, reasons: reasonsOf(prospect, weights, j) };
}

/** What makes the pair nearer and what makes it further than is typical of the target, as `findReferenceRegions` tells it. */
function reasonsOf({ prepared, said }: Prospect, weights: Weights, j: number): NonNullable<Row["reasons"]> {
  const saved = prepared.indicators.flatMap(({ id }, k) => {
    const weight = weights.indicators[id]!;
    const [typical, term] = [weight * said.typical[k]!, weight * said.terms[k]![j]!];
    const difference = typical - term;
    return Math.abs(difference) > 1e-12 * Math.max(typical, term) ? [{ id, difference }] : [];
  });
  const strongest = (sign: 1 | -1): string[] =>
    leadingReasons(
      saved
        .filter((one) => sign * one.difference > 0)
        .sort((a, b) => sign * (b.difference - a.difference))
        .map(({ id }) => id),
      prepared.indicators,
      3,
    );
  return { unites: strongest(1), divides: strongest(-1) };
}

function rankAnew(prepared: PreparedTable, plan: Plan, weights: Weights, target: number): Ranking {
  const space = runToEnd(makeSpace(prepared, { ...plan.space, weights }, false));
  const { regions } = findReferenceRegions(space, prepared.regions[target]!.id, plan.reference);
  return { rows: regions.slice(0, MOST_ROWS), listed: regions.length, weights };
}
