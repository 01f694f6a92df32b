import { type Issue, issueAt } from "../shared/errors.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import type { Selection } from "../table/indicator-source.js";
import type { Observation, Observations } from "./observations.js";

/** A figure with the flags of all cells that it was made of. */
export interface Figure {
  readonly value: number;
  readonly flag: string | null;
}

/** Figures by region and year. */
export type Cut = ReadonlyMap<string, ReadonlyMap<number, Figure>>;

/**
 * Takes the selected cells of each region and year, and adds them up where several codes are selected; where one of them is missing or
 * dropped, so is the sum. Only years are taken, no quarters or months.
 */
export function cutOut(
  data: Observations,
  select: Selection,
  isDropped: (flag: string | null) => boolean,
  path: string,
  issues: Issue[],
): Cut {
  const problems = checkSelection(data, select, path);
  issues.push(...problems);
  if (problems.length > 0) return new Map();
  const wanted = Object.entries(select).map(([name, codes]) => [name, new Set([codes].flat())] as const);
  const needed = wanted.reduce((product, [, codes]) => product * codes.size, 1);
  const cells = new Map<string, Map<number, Observation[]>>();
  for (const one of data.observations) {
    if (!/^\d{4}$/.test(one.time) || one.value === null) continue;
    if (!wanted.every(([name, codes]) => codes.has(one.keys[name]!)) || isDropped(one.flag)) continue;
    const ofRegion = cells.get(one.geo) ?? new Map<number, Observation[]>();
    cells.set(one.geo, ofRegion);
    const year = Number(one.time);
    const before = ofRegion.get(year);
    if (before === undefined) ofRegion.set(year, [one]);
    else before.push(one);
  }
  return new Map(
    [...cells].map(([geo, years]) => [
      geo,
      new Map(
        [...years]
          .filter(([, parts]) => parts.length === needed)
          .map(([year, parts]) => [
            year,
            { value: parts.reduce((sum, part) => sum + part.value!, 0), flag: joinFigureFlags(parts) },
          ]),
      ),
    ]),
  );
}

/** All flags of the figures that one is made of, each once. */
export function joinFigureFlags(parts: readonly { readonly flag: string | null }[]): string | null {
  const flags = [...new Set(parts.flatMap(({ flag }) => (flag === null ? [] : [flag])))];
  return flags.length === 0 ? null : flags.join(" ");
}

function checkSelection(data: Observations, select: Selection, path: string): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, dimension: string, sentence: string): void => {
    issues.push(issueAt(code, { path: `${path}.${dimension}` }, sentence));
  };
  for (const name of Object.keys(select))
    if (!data.dimensions.includes(name))
      add(
        "unknown-dimension",
        name,
        `expected a dimension of the data set (${data.dimensions.join(", ")}), got "${name}".${didYouMean(name, data.dimensions)}`,
      );
  for (const name of data.dimensions) {
    const codes = new Set(data.observations.map(({ keys }) => keys[name]!));
    const wanted = Object.hasOwn(select, name) ? [select[name]!].flat() : [];
    for (const code of wanted)
      if (!codes.has(code))
        add(
          "unknown-code",
          name,
          `expected a code that the data set has, got "${code}".${didYouMean(code, codes)}`,
        );
    if (wanted.length === 0 && codes.size > 1)
      add(
        "ambiguous-selection",
        name,
        `expected a code, for the data set has several (${[...codes].slice(0, 5).join(", ")}), got none. Name the one that is meant.`,
      );
  }
  return issues;
}
