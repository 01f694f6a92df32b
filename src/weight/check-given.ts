import { type Issue, issueAt, OptionsError } from "../shared/errors.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import type { Framework, Indicator } from "../table/framework.js";
import { LEVELS, type LevelName } from "./levels.js";
import type { WeighChoices } from "./weigh-options.js";

/** Checks weights that the caller gives: they go with the scheme `given`, name known ids, and leave no id out. */
export function checkGiven(choices: WeighChoices, framework: Framework, live: readonly Indicator[]): void {
  const issues: Issue[] = [];
  const elements = framework.dimensions.flatMap((dimension) => dimension.elements ?? []);
  const known: { [name in LevelName]: string[] } = {
    dimensions: framework.dimensions.map(({ id }) => id),
    elements: elements.map(({ id }) => id),
    indicators: framework.indicators.filter(({ role }) => role === "structural").map(({ id }) => id),
  };
  const needed: { [name in LevelName]: Set<string> } = {
    dimensions: new Set(live.map((one) => one.dimension)),
    elements: new Set(live.flatMap((one) => one.element ?? [])),
    indicators: new Set(live.map((one) => one.id)),
  };
  const given = LEVELS.filter((name) => choices[name] !== undefined);
  if (choices.scheme !== "given" && given.length > 0) {
    issues.push(
      issueAt(
        "weights-without-scheme",
        { path: `weigh.${given[0]}` },
        `expected scheme "given" beside own weights, got "${choices.scheme}". Set scheme to "given".`,
      ),
    );
  }
  if (choices.scheme === "given" && given.length === 0) {
    issues.push(
      issueAt(
        "no-weights",
        { path: "weigh" },
        'expected weights in dimensions, elements or indicators for the scheme "given", got none.',
      ),
    );
  }
  for (const name of given) {
    const level = choices[name]!;
    for (const id of Object.keys(level)) {
      if (!known[name].includes(id))
        issues.push(
          issueAt(
            "unknown-weight",
            { path: `weigh.${name}` },
            `expected one of ${known[name].join(", ")}, got "${id}".${didYouMean(id, known[name])}`,
          ),
        );
    }
    const missing = [...needed[name]].filter((id) => !Object.hasOwn(level, id));
    if (missing.length > 0)
      issues.push(
        issueAt(
          "missing-weight",
          { path: `weigh.${name}` },
          `expected a weight for each of the ${name}, got none for ${missing.join(", ")}. Give 0 to leave one out.`,
        ),
      );
  }
  const homeless = live.filter((one) => one.element === undefined);
  if (given.includes("elements") && !given.includes("dimensions") && homeless.length > 0) {
    issues.push(
      issueAt(
        "missing-weight",
        { path: "weigh.elements" },
        `expected every indicator in an element, got ${homeless.map(({ id }) => id).join(", ")} in none. Give weights by dimension or by indicator.`,
      ),
    );
  }
  if (issues.length > 0) throw new OptionsError(issues);
}
