import type { Note } from "../shared/note.js";
import { USUAL_COVERAGE } from "../table/coverage.js";
import type { Column, Region } from "../table/region-table.js";

/** A region or an indicator that screening dropped, with the coverage that it had. */
export interface Dropped {
  readonly id: string;
  readonly reason: "low-coverage";
  readonly coverage: number;
}

/** What is kept (rows and indicator ids), what is dropped, and notes on thin coverage. */
export interface Screening {
  readonly rows: readonly number[];
  readonly indicators: readonly string[];
  readonly dropped: { readonly regions: readonly Dropped[]; readonly indicators: readonly Dropped[] };
  readonly notes: readonly Note[];
}

/** Drops what is covered less than the minimum: indicators first, over all regions; then regions, over the indicators left. */
export function screen(
  regions: readonly Region[],
  indicators: readonly string[],
  columns: { readonly [id: string]: Column },
  {
    minRegionCoverage,
    minIndicatorCoverage,
  }: { readonly minRegionCoverage: number; readonly minIndicatorCoverage: number },
): Screening {
  const byIndicator = indicators.map((id) => ({
    id,
    coverage: shareOf(columns[id]!.map((value) => value !== null)),
  }));
  const keptIndicators = byIndicator.filter((one) => one.coverage >= minIndicatorCoverage);
  const byRegion = regions.map(({ id }, row) => ({
    id,
    row,
    coverage: shareOf(keptIndicators.map((one) => columns[one.id]![row] !== null)),
  }));
  const keptRegions = byRegion.filter((one) => one.coverage >= minRegionCoverage);
  return {
    rows: keptRegions.map((one) => one.row),
    indicators: keptIndicators.map((one) => one.id),
    dropped: {
      regions: byRegion.filter((one) => one.coverage < minRegionCoverage).map(droppedFor),
      indicators: byIndicator.filter((one) => one.coverage < minIndicatorCoverage).map(droppedFor),
    },
    notes: [
      ...thin("indicator", keptIndicators, "a figure for less than 66 % of regions"),
      ...thin("region", keptRegions, "figures for less than 66 % of structural indicators"),
    ],
  };
}

function shareOf(present: readonly boolean[]): number {
  return present.length === 0 ? 0 : present.filter(Boolean).length / present.length;
}

function droppedFor({ id, coverage }: { readonly id: string; readonly coverage: number }): Dropped {
  return { id, reason: "low-coverage", coverage };
}

function thin(
  kind: "indicator" | "region",
  kept: readonly { id: string; coverage: number }[],
  what: string,
): Note[] {
  const ids = kept.filter((one) => one.coverage < USUAL_COVERAGE).map((one) => one.id);
  if (ids.length === 0) return [];
  const shown = ids.slice(0, 8).join(", ") + (ids.length > 8 ? ` and ${ids.length - 8} more` : "");
  const subject = ids.length === 1 ? `1 ${kind} has` : `${ids.length} ${kind}s have`;
  return [
    {
      code: `thin-${kind}s`,
      ids,
      message: `${subject} ${what}: ${shown}. Nothing was dropped for it; screen drops on request.`,
    },
  ];
}
