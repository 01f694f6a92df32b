import { positionsOf } from "../shared/ids.js";
import type { Note } from "../shared/note.js";
import type { Region } from "../table/region-table.js";
import { checkEligibility } from "./check-eligibility.js";
import type { EligibilityOptions, RegionFilter } from "./eligibility-options.js";
import { greatCircle } from "./great-circle.js";

/** Why a region is not in the list: a stable code and a sentence. */
export interface Exclusion {
  readonly id: string;
  readonly reason: string;
  readonly message: string;
}

/** What eligibility found: for each region (by position) null or why it is out, and what could not be judged. */
export interface Eligibility {
  readonly exclusions: readonly (Exclusion | null)[];
  readonly pinned: ReadonlySet<string>;
  readonly notes: readonly Note[];
}

/** Decides for every region but the target whether it may be in the list. */
export function judgeEligibility(
  regions: readonly Region[],
  target: Region,
  options: EligibilityOptions,
): Eligibility {
  checkEligibility(regions, target, options);
  const pinned = new Set(options.pin);
  const excludes = testsOf(options.exclude ?? {}, regions, target);
  const onlys = testsOf(options.only ?? {}, regions, target);
  const unknownPlace = new Set<string>();
  const isEligible = eligibleTest(options.eligible);
  const exclusions = regions.map((region): Exclusion | null => {
    if (region === target || pinned.has(region.id)) return null;
    const out = (reason: string, message: string): Exclusion => ({ id: region.id, reason, message });
    for (const { key, holds, text } of excludes) {
      const held = holds(region);
      if (held === true) return out(key, text);
      if (held === null) unknownPlace.add(region.id);
    }
    for (const { key, holds, text } of onlys) {
      const held = holds(region);
      if (held === null) return out(`not-${key}`, `of unknown place, so not known to be ${text}`);
      if (!held) return out(`not-${key}`, `not ${text}`);
    }
    return isEligible(region) ? null : out("not-eligible", "not eligible by the caller's own test");
  });
  return { exclusions, pinned, notes: unknownPlaceNote(unknownPlace) };
}

/** The ids that pass the caller's test, for the recipe; undefined when there is none. */
export function eligibleIds(
  regions: readonly Region[],
  eligible: EligibilityOptions["eligible"],
): readonly string[] | undefined {
  return typeof eligible === "function" ? regions.filter(eligible).map(({ id }) => id) : eligible;
}

/** A key of a filter as a test of a region: true, false, or null where it cannot be told. */
interface FilterTest {
  readonly key: string;
  readonly text: string;
  holds(region: Region): boolean | null;
}

function testsOf(filter: RegionFilter, regions: readonly Region[], target: Region): FilterTest[] {
  const tests: FilterTest[] = [];
  if (filter.sameCountry === true) {
    tests.push({
      key: "same-country",
      text: `in the target's own country (${target.country})`,
      holds: (one) => one.country === target.country,
    });
  }
  if (filter.regions !== undefined) {
    const listed = new Set(filter.regions);
    tests.push({ key: "listed", text: "listed by the caller", holds: (one) => listed.has(one.id) });
  }
  if (filter.nested !== undefined && filter.nested !== false) {
    tests.push({
      key: "nested",
      text: "inside the target or around it",
      holds: nestedTest(filter.nested, regions, target),
    });
  }
  const { withinKilometres, attribute } = filter;
  if (withinKilometres !== undefined) {
    const holds = (one: Region): boolean | null => {
      const kilometres = greatCircle(target, one);
      return kilometres === null ? null : kilometres <= withinKilometres;
    };
    tests.push({ key: "within-kilometres", text: `within ${withinKilometres} km of the target`, holds });
  }
  for (const [name, values] of Object.entries(attribute ?? {})) {
    const holds = (one: Region): boolean => values.includes(String(one.attributes[name] ?? ""));
    tests.push({ key: "attribute", text: `of ${name} ${values.join(" or ")}`, holds });
  }
  return tests;
}

function nestedTest(
  nested: true | "code-prefix" | { readonly parent: string },
  regions: readonly Region[],
  target: Region,
): (region: Region) => boolean {
  if (nested === "code-prefix") {
    return (one) => one.id.startsWith(target.id) || target.id.startsWith(one.id);
  }
  const attribute = nested === true ? "parent" : nested.parent;
  const positions = positionsOf(regions);
  const ancestors = (region: Region): Set<string> => {
    const found = new Set<string>();
    let current: Region | undefined = region;
    while (current !== undefined) {
      const parent = String(current.attributes[attribute] ?? "");
      if (parent === "" || found.has(parent)) break;
      found.add(parent);
      const position = positions.get(parent);
      current = position === undefined ? undefined : regions[position];
    }
    return found;
  };
  const above = ancestors(target);
  return (one) => above.has(one.id) || ancestors(one).has(target.id);
}

function eligibleTest(eligible: EligibilityOptions["eligible"]): (region: Region) => boolean {
  if (eligible === undefined) return () => true;
  if (typeof eligible === "function") return eligible;
  const ids = new Set(eligible);
  return (region) => ids.has(region.id);
}

function unknownPlaceNote(ids: ReadonlySet<string>): Note[] {
  if (ids.size === 0) return [];
  return [
    {
      code: "unknown-place",
      regions: [...ids],
      message: `${ids.size} regions have no latitude and longitude, so how far they are could not be judged; they were not left out for it.`,
    },
  ];
}
