import { type Issue, issueAt, OptionsError } from "../shared/errors.js";
import { positionsOf } from "../shared/ids.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import type { Region } from "../table/region-table.js";
import type { EligibilityOptions } from "./eligibility-options.js";

/** Checks that the filters can be applied: known ids, known attributes, and what the target must have for them. */
export function checkEligibility(
  regions: readonly Region[],
  target: Region,
  { exclude = {}, only = {}, pin = [], eligible }: EligibilityOptions,
): void {
  const issues: Issue[] = [];
  const known = positionsOf(regions);
  const checkIds = (ids: readonly string[], path: string): void => {
    for (const id of ids)
      if (!known.has(id))
        issues.push(
          issueAt(
            "unknown-region",
            { path },
            `expected the id of a region of the space, got "${id}".${didYouMean(id, known.keys())}`,
          ),
        );
  };
  checkIds(exclude.regions ?? [], "exclude.regions");
  checkIds(only.regions ?? [], "only.regions");
  checkIds(pin, "pin");
  if (Array.isArray(eligible)) checkIds(eligible, "eligible");
  if (pin.includes(target.id))
    issues.push(
      issueAt(
        "pinned-target",
        { path: "pin" },
        `expected other regions than the target, got "${target.id}".`,
      ),
    );
  const attributes = Object.keys(target.attributes);
  for (const [where, filter] of [
    ["exclude", exclude],
    ["only", only],
  ] as const) {
    if (filter.sameCountry === true && target.country === null) {
      issues.push(
        issueAt(
          "unknown-country",
          { path: `${where}.sameCountry`, region: target.id },
          "expected the target's country, got none in the table. Give the regions a country.",
        ),
      );
    }
    if (filter.withinKilometres !== undefined && (target.latitude === null || target.longitude === null)) {
      issues.push(
        issueAt(
          "unknown-place",
          { path: `${where}.withinKilometres`, region: target.id },
          "expected the target's latitude and longitude, got none in the table. Give its place.",
        ),
      );
    }
    const nestedBy =
      filter.nested === true
        ? "parent"
        : typeof filter.nested === "object"
          ? filter.nested.parent
          : undefined;
    for (const name of [
      ...Object.keys(filter.attribute ?? {}),
      ...(nestedBy === undefined ? [] : [nestedBy]),
    ]) {
      if (attributes.includes(name)) continue;
      const path = name === nestedBy ? `${where}.nested` : `${where}.attribute`;
      const instead =
        name === nestedBy
          ? ' Name the attribute that holds the containing region, { parent: "..." }, or set "code-prefix".'
          : "";
      issues.push(
        issueAt(
          "unknown-attribute",
          { path },
          `expected an attribute of the regions (${attributes.join(", ") || "there is none"}), got "${name}".${didYouMean(name, attributes)}${instead}`,
        ),
      );
    }
  }
  if (issues.length > 0) throw new OptionsError(issues);
}
