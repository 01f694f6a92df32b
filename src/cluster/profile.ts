import { optionsError } from "../shared/errors.js";
import { byKey } from "../shared/ids.js";
import { median } from "../shared/order-statistics.js";
import { mean } from "../shared/statistics.js";
import type { Text } from "../shared/text.js";
import { positionOf } from "../space/position-of.js";
import type { StructuralSpace } from "../space/structural-space.js";
import { distinguish, measureOverall, nameFrom, notable, values } from "./distinctions.js";
import type { Labelled } from "./typology.js";

/** What one type looks like in one indicator; means and medians in the user's unit. */
export interface ProfiledIndicator {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text | null;
  /** Members that have a figure. */
  readonly n: number;
  /** Null where no member has a figure. */
  readonly mean: number | null;
  readonly median: number | null;
  /** Of all regions that have a type. */
  readonly overallMean: number | null;
  readonly overallMedian: number | null;
  /**
   * The mean of the type less the mean of all typed regions, in standard deviations of all, on the prepared scale; null without figures,
   * for codes without order, and for an indicator without weight.
   */
  readonly difference: number | null;
}

/** What a type looks like. */
export interface ClusterProfile {
  readonly label: number;
  /** Words made of the indicators that set it apart most. */
  readonly name: string;
  readonly size: number;
  readonly members: readonly string[];
  /** How many members each country has, most first; members without a country are not counted. */
  readonly countries: readonly { readonly country: string; readonly count: number }[];
  readonly indicators: readonly ProfiledIndicator[];
  /** Indicator ids in which it is half a standard deviation or more above the mean, the strongest first. */
  readonly high: readonly string[];
  /** Below the mean. */
  readonly low: readonly string[];
}

/**
 * Describes the types of a typology (or of a cut of its tree): members, countries, and in every indicator of the space the mean and
 * median in the user's unit beside those of all typed regions, with the standardised difference.
 *
 * Missing cells: means and medians are over the members that have a figure; `n` says how many.
 *
 * @throws {OptionsError} For a region that the space does not have.
 *
 * @example
 * ```ts
 * const [first] = profile(space, clusterRegions(space, { method: "ward", k: 6 }));
 * [first.label, first.size, first.countries[0].country]; // => [1, 75, "DE"]
 * first.indicators.find(({ id }) => id === "emp_primary").mean.toFixed(1); // => "2.8"
 * ```
 */
export function profile(space: StructuralSpace, { labels }: Labelled): ClusterProfile[] {
  const ids = Object.keys(labels).sort();
  if (ids.length === 0) {
    throw optionsError(
      "no-regions",
      { path: "profile.labels" },
      "expected regions with a type, got none. Pass a typology.",
    );
  }
  const positions = byKey(
    ids,
    (id) => id,
    (id) => positionOf(space.regions, id, "profile.labels"),
  );
  const all = ids.map((id) => positions[id]!);
  const overall = measureOverall(space, all);
  const known = [...new Set(Object.values(labels))].sort((a, b) => a - b);
  return known.map((label) => {
    const members = ids.filter((id) => labels[id] === label);
    const own = members.map((id) => positions[id]!);
    const distinctions = distinguish(space, own, overall);
    const distinctive = notable(distinctions);
    return {
      label,
      name: nameFrom(distinctive, space.indicators),
      size: members.length,
      members,
      countries: countCountries(own.map((i) => space.regions[i]!.country)),
      indicators: space.indicators.map(({ id, name, unit }) => {
        const [mine, everyone] = [own, all].map((group) => values(space.prepared.raw[id]!, group)) as [
          number[],
          number[],
        ];
        return {
          id,
          name,
          unit: unit ?? null,
          n: mine.length,
          mean: mine.length === 0 ? null : mean(mine),
          median: mine.length === 0 ? null : median(mine),
          overallMean: everyone.length === 0 ? null : mean(everyone),
          overallMedian: everyone.length === 0 ? null : median(everyone),
          difference: distinctions.find((one) => one.id === id)?.difference ?? null,
        };
      }),
      high: distinctive.filter(({ difference }) => difference > 0).map(({ id }) => id),
      low: distinctive.filter(({ difference }) => difference < 0).map(({ id }) => id),
    };
  });
}

function countCountries(countries: readonly (string | null)[]): ClusterProfile["countries"] {
  const counts = new Map<string, number>();
  for (const country of countries) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts]
    .map(([country, count]) => ({ country, count }))
    .sort((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1));
}
