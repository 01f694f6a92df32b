import { checkFramework } from "../shared/check.js";
import { FrameworkError, type Issue, issueAt } from "../shared/errors.js";
import { isReservedName, reservedNameSentence } from "../shared/ids.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import { type Framework, frameworkShape } from "./framework.js";

/**
 * Checks a framework document and returns it typed.
 *
 * Beyond its shape it checks what a schema cannot say: ids are unique, indicators name dimensions and elements that exist,
 * every indicator of a dimension with elements names one, no indicator is both structural and performance (similarity is
 * measured on structure only; performance is looked at afterwards), at least one indicator is structural.
 *
 * @param json The parsed JSON document.
 * @throws {FrameworkError} With every problem at once, each with its path, e.g. `indicators[3].dimension`.
 *
 * @example
 * ```ts
 * const own = parseFramework({
 *   schemaVersion: 1,
 *   id: "own",
 *   name: "Two indicators",
 *   dimensions: [{ id: "social", name: "Social" }],
 *   indicators: [
 *     { id: "age", name: "Median age", dimension: "social", role: "structural", unit: "years" },
 *     { id: "gdp", name: "GDP per head", dimension: "social", role: "performance", direction: "higher" },
 *   ],
 * });
 * own.indicators.length; // => 2
 * ```
 */
export function parseFramework(json: unknown): Framework {
  const parsed = checkFramework(frameworkShape, json);
  const issues = [...uniqueIds(parsed), ...references(parsed)];
  if (!parsed.indicators.some((one) => one.role === "structural")) {
    issues.push(
      issueAt(
        "no-structural-indicator",
        { path: "indicators" },
        'expected at least one indicator with role "structural", got none. Distance is measured on structure.',
      ),
    );
  }
  if (issues.length > 0) throw new FrameworkError(issues);
  return parsed;
}

function uniqueIds({ dimensions, indicators, compositions }: Framework): Issue[] {
  const issues: Issue[] = [];
  const check = (kind: string, entries: readonly { path: string; id: string }[]): void => {
    const first = new Map<string, string>();
    for (const { path, id } of entries) {
      const earlier = first.get(id);
      if (isReservedName(id)) {
        issues.push(
          issueAt("reserved-name", { path: `${path}.id` }, reservedNameSentence(id, `an id for the ${kind}`)),
        );
      } else if (earlier !== undefined) {
        issues.push(
          issueAt(
            "duplicate-id",
            { path: `${path}.id` },
            `expected a new ${kind} id, got "${id}" again (first at ${earlier}). Rename or remove one.`,
          ),
        );
      } else first.set(id, path);
    }
  };
  check(
    "dimension",
    dimensions.map(({ id }, i) => ({ path: `dimensions[${i}]`, id })),
  );
  check(
    "element",
    dimensions.flatMap(({ elements = [] }, i) =>
      elements.map(({ id }, j) => ({ path: `dimensions[${i}].elements[${j}]`, id })),
    ),
  );
  check(
    "composition",
    (compositions ?? []).map(({ id }, i) => ({ path: `compositions[${i}]`, id })),
  );
  const bothRoles = indicators.filter((one, i) =>
    indicators.some((other, j) => j < i && other.id === one.id && other.role !== one.role),
  );
  for (const { id } of bothRoles) {
    issues.push(
      issueAt(
        "structural-and-performance",
        { path: "indicators", indicator: id },
        "expected one role, got structural and performance. Similarity is measured on structure only; decide which it is and remove the other entry.",
      ),
    );
  }
  const conflicted = new Set(bothRoles.map(({ id }) => id));
  check(
    "indicator",
    indicators
      .map(({ id }, i) => ({ path: `indicators[${i}]`, id }))
      .filter((entry) => !conflicted.has(entry.id)),
  );
  return issues;
}

function references({ dimensions, indicators, compositions }: Framework): Issue[] {
  const issues: Issue[] = [];
  const declared = compositions?.map(({ id }) => id);
  for (const [
    i,
    { id, dimension: dimensionId, element: elementId, composition: set, range },
  ] of indicators.entries()) {
    const report = (code: string, key: string, sentence: string): void => {
      issues.push(issueAt(code, { path: `indicators[${i}].${key}`, indicator: id }, sentence));
    };
    const home = dimensions.find((one) => one.id === dimensionId);
    const ids = (home?.elements ?? []).map((one) => one.id);
    if (home === undefined) {
      const known = dimensions.map((one) => one.id);
      report(
        "unknown-dimension",
        "dimension",
        `expected one of ${known.join(", ")}, got "${dimensionId}".${didYouMean(dimensionId, known)}`,
      );
    } else if (elementId === undefined && ids.length > 0) {
      report(
        "missing-element",
        "element",
        `expected one of the elements of ${dimensionId} (${ids.join(", ")}), got nothing.`,
      );
    } else if (elementId !== undefined && !ids.includes(elementId)) {
      const known = ids.length > 0 ? ids.join(", ") : "none: the dimension has no elements";
      report(
        "unknown-element",
        "element",
        `expected one of the elements of ${dimensionId} (${known}), got "${elementId}".${didYouMean(elementId, ids)}`,
      );
    }
    if (set !== undefined && declared !== undefined && !declared.includes(set)) {
      report(
        "unknown-composition",
        "composition",
        `expected one of ${declared.join(", ")}, got "${set}".${didYouMean(set, declared)}`,
      );
    }
    if (range?.min !== undefined && range.max !== undefined && range.min > range.max) {
      report("empty-range", "range", `expected min at most max, got ${range.min} and ${range.max}.`);
    }
  }
  return issues;
}
