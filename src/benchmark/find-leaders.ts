import type { ReferenceRegion, ReferenceRegions } from "../reference/reference-regions.js";
import { optionsError } from "../shared/errors.js";
import { byId } from "../shared/ids.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import type { Note } from "../shared/note.js";
import { schemaVersion } from "../shared/schema-version.js";
import { mean, standardDeviation } from "../shared/statistics.js";
import type { Text } from "../shared/text.js";
import type { Benchmark, BenchmarkIndicator } from "./benchmark.js";
import { paretoFront } from "./pareto-front.js";

/** Options of `findLeaders`. */
export interface LeaderOptions {
  /** Ids of the indicators in which to lead; default: all of the benchmark that have a direction. */
  readonly indicators?: readonly string[] | undefined;
}

/** An indicator in which a region leads, in its own unit and sign. */
export interface Lead {
  readonly id: string;
  readonly value: number;
  readonly target: number;
  readonly gap: number;
}

/** A region of the group, with how it performs. */
export interface Leader {
  readonly id: string;
  readonly name: Text;
  readonly country: string | null;
  /** In the list, and the distance to the target. */
  readonly rank: number;
  readonly distance: number;
  /** The mean of its scores over the indicators asked for; null with figures for fewer than half of them. */
  readonly score: number | null;
  readonly known: number;
  /** Where it is better than the target beyond the noise, the furthest first (by sd of the group). */
  readonly betterIn: readonly Lead[];
  /** No other region is both closer and better. */
  readonly onFront: boolean;
  /** Ids of the indicators that unite and divide it and the target most; empty without reasons in the list. */
  readonly similarIn: readonly string[];
  readonly differentIn: readonly string[];
}

/** Whom to learn from. */
export interface Leaders {
  readonly schemaVersion: 1;
  readonly target: Benchmark["target"];
  readonly indicators: readonly string[];
  /** The target's own score. */
  readonly targetScore: number | null;
  /** Every region of the list, the closest first. */
  readonly regions: readonly Leader[];
  /** Regions that score higher than the target and lead in one indicator at least, best first. */
  readonly leaders: readonly Leader[];
  /** The Pareto front of closeness against performance, the closest first: also regions that do not lead. */
  readonly front: readonly Leader[];
  /** How many leaders each country has: a cooperation call often wants two countries. */
  readonly countries: { readonly [country: string]: number };
  readonly notes: readonly Note[];
}

/**
 * Finds whom to learn from among comparable regions: those that perform better than the target beyond the noise (see
 * `benchmarkAgainst`), and the front on which no other region is both closer and better.
 *
 * A score is the mean over the indicators of (value - mean) / sd of the group, turned so that more is better; indicators without direction
 * or spread have none.
 *
 * Missing cells: a score rests on the figures that a region has, at least half of the indicators.
 *
 * @throws {OptionsError} For indicators that the benchmark does not hold or that have no direction, and for a list of another target.
 *
 * @example
 * ```ts
 * const list = findReferenceRegions(space, "ES21");
 * const { leaders, front } = findLeaders(benchmarkAgainst(table, list), list);
 * leaders[0].id; // => "NL41"
 * front[0].id; // => "ES12"
 * ```
 */
export function findLeaders(
  benchmark: Benchmark,
  reference: ReferenceRegions,
  { indicators }: LeaderOptions = {},
): Leaders {
  checkSame(benchmark, reference);
  const chosen = chooseIndicators(benchmark, indicators);
  const scales = chosen.map(scaleOf);
  const scoreOf = (figureOf: (one: BenchmarkIndicator) => number | null): [number | null, number] => {
    const scores = chosen.flatMap((one, k) => {
      const value = figureOf(one);
      return value === null || scales[k] === null ? [] : [scales[k]!(value)];
    });
    const enough = scores.length > 0 && scores.length * 2 >= chosen.length;
    return [enough ? mean(scores) : null, scores.length];
  };
  const described = reference.regions.map((region): Omit<Leader, "onFront"> => {
    const [score, known] = scoreOf(({ values }) => values[region.id] ?? null);
    return {
      id: region.id,
      name: region.name,
      country: region.country,
      rank: region.rank,
      distance: region.distance,
      score,
      known,
      betterIn: leadsOf(region, chosen),
      similarIn: region.reasons?.unites ?? [],
      differentIn: region.reasons?.divides ?? [],
    };
  });
  const front = paretoFront(described);
  const regions = described.map((one, at): Leader => ({ ...one, onFront: front.has(at) }));
  const [targetScore] = scoreOf(({ target }) => target);
  const leaders = regions
    .filter(
      ({ score, betterIn }) => score !== null && betterIn.length > 0 && score > (targetScore ?? Infinity),
    )
    .sort((a, b) => b.score! - a.score! || byId(a, b));
  const countries: { [country: string]: number } = {};
  for (const { country } of leaders) if (country !== null) countries[country] = (countries[country] ?? 0) + 1;
  return {
    schemaVersion,
    target: benchmark.target,
    indicators: chosen.map(({ id }) => id),
    targetScore,
    regions,
    leaders,
    front: regions.filter(({ onFront }) => onFront),
    countries,
    notes: leaderNotes(leaders, targetScore, benchmark.target.id),
  };
}

/** Turns a value into its score in the group; null where there is no direction or no spread. */
function scaleOf({ direction, values }: BenchmarkIndicator): ((value: number) => number) | null {
  const known = Object.values(values).filter((value) => value !== null);
  const spread = known.length < 2 ? 0 : standardDeviation(known);
  if (direction === "neutral" || spread === 0) return null;
  const centre = mean(known);
  const sign = direction === "higher" ? 1 : -1;
  return (value) => (sign * (value - centre)) / spread;
}

function leadsOf({ id: region }: ReferenceRegion, chosen: readonly BenchmarkIndicator[]): Lead[] {
  return chosen
    .filter(({ leaders }) => leaders.includes(region))
    .map(({ id, values, target, sd }) => {
      const [value, own] = [values[region]!, target!];
      return { lead: { id, value, target: own, gap: value - own }, size: Math.abs(value - own) / (sd || 1) };
    })
    .sort((a, b) => b.size - a.size || byId(a.lead, b.lead))
    .map(({ lead }) => lead);
}

function leaderNotes(leaders: readonly Leader[], targetScore: number | null, target: string): Note[] {
  if (targetScore === null)
    return [
      {
        code: "target-without-score",
        message: `${target} has figures for fewer than half of these indicators, so nobody can be said to lead it.`,
      },
    ];
  if (leaders.length > 0) return [];
  return [
    { code: "no-leader", message: `No reference region performs better than ${target} beyond the noise.` },
  ];
}

function chooseIndicators(
  { indicators }: Benchmark,
  asked: readonly string[] | undefined,
): readonly BenchmarkIndicator[] {
  const directed = indicators.filter(({ direction }) => direction !== "neutral");
  if (asked === undefined) return directed;
  return asked.map((id) => {
    const found = directed.find((one) => one.id === id);
    if (found !== undefined) return found;
    const ids = directed.map((one) => one.id);
    throw optionsError(
      "unknown-indicator",
      { path: "findLeaders.indicators", indicator: id },
      `expected an indicator of the benchmark with a direction, got "${id}".${didYouMean(id, ids)}`,
    );
  });
}

function checkSame({ target, group }: Benchmark, reference: ReferenceRegions): void {
  const ids = reference.regions.map(({ id }) => id);
  const same = target.id === reference.target.id && ids.join(" ") === group.regions.join(" ");
  if (same) return;
  throw optionsError(
    "another-list",
    { path: "findLeaders.reference" },
    `expected the list that the benchmark of ${target.id} was made of, got another one of ${reference.target.id}.`,
  );
}
