import { groupBy } from "../shared/group-by.js";
import { byKey } from "../shared/ids.js";
import type { RegionTable } from "./region-table.js";
import { structuralIndicators } from "./structural-indicators.js";

/** How many of how many cells hold a figure. `share` = present / total. */
export interface Share {
  readonly present: number;
  readonly total: number;
  readonly share: number;
}

/** One choice in the trade between regions and indicators. */
export interface CoverageTrade {
  /** The structural indicators kept. */
  readonly indicators: readonly string[];
  /** The indicator given up on the way from the row above; null in the first row. */
  readonly dropped: string | null;
  /** Regions with a figure for every indicator kept. */
  readonly completeRegions: number;
  /** Regions with a figure for at least 66 % of the indicators kept. */
  readonly usableRegions: number;
}

/** Where a table has figures and where it has not. */
export interface Coverage {
  readonly overall: Share;
  /** Per region, over the structural indicators. */
  readonly regions: readonly (Share & { readonly id: string; readonly country: string | null })[];
  /** Per indicator, structural and performance. */
  readonly indicators: readonly (Share & {
    readonly id: string;
    readonly role: "structural" | "performance";
  })[];
  /** Per country: its number of regions, and for each indicator the share of them that have a figure. */
  readonly countries: readonly {
    readonly country: string | null;
    readonly regions: number;
    readonly indicators: { readonly [indicator: string]: number };
  }[];
  /** The trade: from all structural indicators down to one, each step giving up the one that costs the most complete regions. */
  readonly trade: readonly CoverageTrade[];
}

/** Coverage below this is reported (METHOD: screening), and a region below it counts as not usable. */
export const USUAL_COVERAGE = 0.66;

/**
 * Summarises where a table has figures: per region, per indicator, per country, and the trade "regions kept against
 * indicators kept".
 *
 * The trade starts with all structural indicators that have any figure and gives up one at a time: the one whose going makes
 * most regions complete (among equals the thinnest, then the later in the framework). Read it from the top and stop where
 * enough regions are complete; nothing is dropped by this function.
 *
 * @example
 * ```ts
 * const { overall, trade } = summariseCoverage(table);
 * [overall.present, overall.total]; // => [4650, 5082]
 * trade[0].completeRegions; // => 106
 * [trade[1].dropped, trade[1].completeRegions]; // => ["emp_cultural", 126]
 * ```
 */
export function summariseCoverage(table: RegionTable): Coverage {
  const { regions, columns, framework } = table;
  const structural = structuralIndicators(framework).map(({ id }) => id);
  const perRegion = regions.map(({ id, country }, row) => ({
    id,
    country,
    ...share(structural.filter((one) => columns[one]![row] !== null).length, structural.length),
  }));
  const perIndicator = framework.indicators.map(({ id, role }) => ({
    id,
    role,
    ...share(columns[id]!.filter((value) => value !== null).length, regions.length),
  }));
  const total = perRegion.reduce((count, one) => count + one.present, 0);
  return {
    overall: share(total, regions.length * structural.length),
    regions: perRegion,
    indicators: perIndicator,
    countries: perCountry(table),
    trade: tradeOff(table, structural),
  };
}

function share(present: number, total: number): Share {
  return { present, total, share: total === 0 ? 0 : present / total };
}

function perCountry({ regions, columns, framework }: RegionTable): Coverage["countries"] {
  const rows = groupBy(regions.length, (row) => regions[row]!.country);
  return [...rows]
    .map(([country, members]) => ({
      country,
      regions: members.length,
      indicators: byKey(
        framework.indicators,
        ({ id }) => id,
        ({ id }) => members.filter((row) => columns[id]![row] !== null).length / members.length,
      ),
    }))
    .sort((a, b) => ((a.country ?? "") < (b.country ?? "") ? -1 : 1));
}

function tradeOff({ regions, columns }: RegionTable, structural: readonly string[]): CoverageTrade[] {
  let kept = structural.filter((id) => columns[id]!.some((value) => value !== null));
  const gaps = regions.map((_, row) => kept.filter((id) => columns[id]![row] === null).length);
  const steps: CoverageTrade[] = [];
  let dropped: string | null = null;
  while (kept.length > 0) {
    steps.push({
      indicators: kept,
      dropped,
      completeRegions: gaps.filter((gap) => gap === 0).length,
      usableRegions: gaps.filter((gap) => kept.length - gap >= USUAL_COVERAGE * kept.length).length,
    });
    dropped = cheapest(kept, columns, gaps);
    const column = columns[dropped]!;
    column.forEach((value, row) => {
      if (value === null) gaps[row]!--;
    });
    kept = kept.filter((id) => id !== dropped);
  }
  return steps;
}

/** The indicator that alone keeps most regions from being complete; among equals the one with most gaps. */
function cheapest(kept: readonly string[], columns: RegionTable["columns"], gaps: readonly number[]): string {
  let best = kept[0]!;
  let most = [-1, -1];
  for (const id of kept) {
    const missing = columns[id]!.flatMap((value, row) => (value === null ? [row] : []));
    const alone = missing.filter((row) => gaps[row] === 1).length;
    if (alone > most[0]! || (alone === most[0] && missing.length >= most[1]!)) {
      best = id;
      most = [alone, missing.length];
    }
  }
  return best;
}
