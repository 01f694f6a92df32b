import type { GeoLevel, Periods } from "./download-options.js";

/** The codes that are asked for, by dimension, each once. */
export interface Wanted {
  readonly [dimension: string]: readonly string[];
}

/** One request for cells of a data set. */
export interface Query {
  readonly dataset: string;
  readonly select: Wanted;
  /** Empty where `select` names the places. */
  readonly geoLevels: readonly GeoLevel[];
  readonly time: Periods | undefined;
}

/** The address of a query: `.../tgs00003?format=JSON&lang=EN&geoLevel=nuts2&unit=MIO_EUR&time=2022`. */
export function urlOf({ dataset, select, geoLevels, time }: Query, baseUrl: string): string {
  const parameters: [string, string][] = [
    ["format", "JSON"],
    ["lang", "EN"],
    ...geoLevels.map((level): [string, string] => ["geoLevel", level]),
    ...Object.entries(select).flatMap(([name, codes]) => codes.map((code): [string, string] => [name, code])),
    ...timeParameters(time),
  ];
  return `${baseUrl.replace(/\/+$/, "")}/${encodeURIComponent(dataset)}?${new URLSearchParams(parameters)}`;
}

function timeParameters(time: Periods | undefined): [string, string][] {
  if (time === undefined) return [];
  if (isYears(time)) return [time].flat().map((year) => ["time", String(year)]);
  if ("latest" in time) return [["lastTimePeriod", String(time.latest)]];
  const until: [string, string][] = time.until === undefined ? [] : [["untilTimePeriod", String(time.until)]];
  return [["sinceTimePeriod", String(time.since)], ...until];
}

/** Whether single years are meant. */
export function isYears(time: Periods): time is number | readonly number[] {
  return typeof time === "number" || Array.isArray(time);
}

/** A query as a message shows it: `unit=MIO_EUR, geoLevel=nuts2, time=2022`. */
export function queryText({ select, geoLevels, time }: Query): string {
  const parts = Object.entries(select).map(([name, codes]) => `${name}=${codes.join("+")}`);
  if (geoLevels.length > 0) parts.push(`geoLevel=${geoLevels.join("+")}`);
  parts.push(...timeParameters(time).map((one) => one.join("=")));
  return parts.join(", ");
}

/**
 * Two queries for the halves of one that is too large: the longest of its lists is divided, be it of codes, of levels or of years.
 * Null where nothing is left to divide.
 */
export function splitQuery(query: Query): readonly [Query, Query] | null {
  const { select, geoLevels, time } = query;
  const lists: Divisible[] = Object.entries(select).map(([name, codes]) =>
    divisible(codes, (half) => ({ ...query, select: { ...select, [name]: half } })),
  );
  lists.push(divisible(geoLevels, (half) => ({ ...query, geoLevels: half })));
  if (time !== undefined && isYears(time))
    lists.push(divisible([time].flat(), (half) => ({ ...query, time: half })));
  else if (time !== undefined && "since" in time && time.until !== undefined) {
    const years = Array.from({ length: time.until - time.since + 1 }, (_, i) => time.since + i);
    lists.push(
      divisible(years, (half) => ({ ...query, time: { since: half[0]!, until: half[half.length - 1]! } })),
    );
  }
  const { length, halves } = lists.reduce((longest, one) => (one.length > longest.length ? one : longest));
  return length < 2 ? null : halves();
}

interface Divisible {
  readonly length: number;
  readonly halves: () => readonly [Query, Query];
}

function divisible<T>(list: readonly T[], queryFor: (half: readonly T[]) => Query): Divisible {
  const middle = Math.ceil(list.length / 2);
  return {
    length: list.length,
    halves: () => [queryFor(list.slice(0, middle)), queryFor(list.slice(middle))],
  };
}
