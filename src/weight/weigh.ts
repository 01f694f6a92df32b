import type { PreparedTable } from "../prepare/prepare.js";
import { checkOptions } from "../shared/check.js";
import { type Issue, issueAt, OptionsError, optionsError } from "../shared/errors.js";
import { byKey } from "../shared/ids.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import type { Note } from "../shared/note.js";
import { extendRecipe, type Recipe } from "../shared/recipe.js";
import { sum } from "../shared/statistics.js";
import type { Framework, Indicator } from "../table/framework.js";
import { distribute, type Level } from "./distribute.js";
import { type WeighChoices, type WeighOptions, type WeightScheme, weighSchema } from "./weigh-options.js";

/** How much each dimension, element and indicator counts. The indicators' weights sum to 1, and so do those of each other level. */
export interface Weights {
  readonly scheme: WeightScheme;
  readonly dimensions: { readonly [dimension: string]: number };
  readonly elements: { readonly [element: string]: number };
  readonly indicators: { readonly [indicator: string]: number };
  readonly notes: readonly Note[];
  readonly recipe: Recipe;
}

const LEVELS = ["dimensions", "elements", "indicators"] as const;
type LevelName = (typeof LEVELS)[number];

/**
 * Weighs the prepared indicators. Weights are proportions, scaled so that they sum to 1.
 *
 * - `equal-by-dimension` (default): the whole is split between dimensions, each part between its elements, each of these between
 *   its indicators, at every level in proportion to the framework's `weight` (1 where none is stated). A block of many columns
 *   therefore counts no more than a dimension of one.
 * - `equal`: every indicator the same.
 * - `given`: by the caller, at one level or several. Each map names every id of its level. A level above the given ones is the sum
 *   of what lies below; a level below them is split by the framework's weights.
 *
 * Indicators that cannot tell regions apart (`prepared.inert`) get 0, and their part goes to their sisters; a dimension or element
 * that is left with none gives its part to its sisters.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), section 6.
 *
 * @throws {OptionsError} For negative or all-zero weights, unknown ids (with the nearest known) and ids left out.
 *
 * @example
 * ```ts
 * const own = weigh(prepared, {
 *   scheme: "given",
 *   dimensions: { social: 2, economic: 1, technological: 1, institutional: 1, geographic: 0 },
 * });
 * own.dimensions.social; // => 0.4
 * ```
 */
export function weigh(prepared: PreparedTable, options?: WeighOptions): Weights {
  const choices = checkOptions(weighSchema, options, "weigh");
  const { framework } = prepared;
  const inert = new Set(prepared.inert.map(({ id }) => id));
  const live = prepared.indicators.filter(({ id }) => !inert.has(id));
  checkGiven(choices, framework, live);
  const shares = distribute(live, levelsOf(choices, framework));
  const total = sum(shares);
  if (!(total > 0)) {
    throw optionsError(
      "all-zero-weights",
      { path: "weigh" },
      "expected at least one weight above 0 on an indicator that tells regions apart, got none. Give one a positive weight.",
    );
  }
  const weightOf = new Map(live.map(({ id }, i) => [id, shares[i]! / total]));
  const sumOver = (belongs: (indicator: Indicator) => boolean): number =>
    sum(live.filter(belongs).map(({ id }) => weightOf.get(id)!));
  const elements = framework.dimensions.flatMap((dimension) => dimension.elements ?? []);
  return {
    scheme: choices.scheme,
    dimensions: byKey(
      framework.dimensions,
      ({ id }) => id,
      ({ id }) => sumOver((one) => one.dimension === id),
    ),
    elements: byKey(
      elements,
      ({ id }) => id,
      ({ id }) => sumOver((one) => one.element === id),
    ),
    indicators: byKey(
      prepared.indicators,
      ({ id }) => id,
      ({ id }) => weightOf.get(id) ?? 0,
    ),
    notes: emptyDimensions(framework, live),
    recipe: extendRecipe(prepared.recipe, "weigh", choices),
  };
}

function levelsOf(choices: WeighChoices, framework: Framework): Level[] {
  const stated = byFramework(framework);
  if (choices.scheme === "equal-by-dimension") return LEVELS.map((name) => stated[name]);
  if (choices.scheme === "equal") return [{ groupOf: (one) => one.id, weightOf: () => 1 }];
  const lowest = LEVELS.findLastIndex((name) => choices[name] !== undefined);
  return LEVELS.flatMap((name, i): Level[] => {
    const given = choices[name];
    if (given !== undefined) return [{ groupOf: stated[name].groupOf, weightOf: (id) => given[id] ?? 1 }];
    return i > lowest ? [stated[name]] : [];
  });
}

/** The three levels with the weights that the framework states. A dimension without elements is one element of its own. */
function byFramework({ dimensions, indicators }: Framework): { [name in LevelName]: Level } {
  const weightIn = (list: readonly { readonly id: string; readonly weight?: number | undefined }[]) => {
    const stated = new Map(list.map(({ id, weight }) => [id, weight ?? 1]));
    return (id: string): number => stated.get(id) ?? 1;
  };
  return {
    dimensions: { groupOf: (one) => one.dimension, weightOf: weightIn(dimensions) },
    elements: {
      groupOf: (one) => one.element ?? "",
      weightOf: weightIn(dimensions.flatMap(({ elements = [] }) => elements)),
    },
    indicators: { groupOf: (one) => one.id, weightOf: weightIn(indicators) },
  };
}

function checkGiven(choices: WeighChoices, framework: Framework, live: readonly Indicator[]): void {
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

function emptyDimensions({ dimensions, indicators }: Framework, live: readonly Indicator[]): Note[] {
  const structural = new Set(
    indicators.filter(({ role }) => role === "structural").map(({ dimension }) => dimension),
  );
  const used = new Set(live.map(({ dimension }) => dimension));
  return dimensions
    .filter(({ id }) => structural.has(id) && !used.has(id))
    .map(({ id }) => ({
      code: "dimension-without-weight",
      dimension: id,
      message: `Dimension ${id} has no structural indicator left that tells regions apart; its weight went to the other dimensions.`,
    }));
}
