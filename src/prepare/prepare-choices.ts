import { checkOptions } from "../shared/check.js";
import { type Issue, issueAt, OptionsError } from "../shared/errors.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import type { Indicator } from "../table/framework.js";
import { isCategorical } from "../table/structural-indicators.js";
import {
  type IndicatorOverrides,
  type PrepareChoices,
  type PrepareOptions,
  prepareSchema,
} from "./prepare-options.js";

/** Checks the options against the indicators that there are, and fills in the defaults. */
export function prepareChoices(
  options: PrepareOptions | undefined,
  structural: readonly Indicator[],
): PrepareChoices {
  const indicators = structural.map(({ id }) => id);
  const choices = checkOptions(prepareSchema, options, "prepare");
  const issues = kindIssues(choices, structural);
  const known = (id: string, path: string): void => {
    if (indicators.includes(id)) return;
    issues.push(
      issueAt(
        "unknown-indicator",
        { path },
        `expected a structural indicator of the framework, got "${id}".${didYouMean(id, indicators)}`,
      ),
    );
  };
  for (const id of Object.keys(choices.indicators)) known(id, `prepare.indicators.${id}`);
  if (typeof choices.normalise === "object") {
    for (const id of Object.keys(choices.normalise.bounds)) known(id, `prepare.normalise.bounds.${id}`);
    for (const indicator of structural) {
      const { id } = indicator;
      if (isCategorical(indicator) || choices.indicators[id]?.normalise !== undefined) continue;
      if (!Object.hasOwn(choices.normalise.bounds, id)) {
        issues.push(
          issueAt(
            "missing-bounds",
            { path: `prepare.normalise.bounds.${id}` },
            "expected a lower and an upper bound, got nothing. Give both in the indicator's own unit.",
          ),
        );
      }
    }
  }
  for (const id of indicators) {
    const own = choices.indicators[id]?.normalise;
    const normalise = normaliseOptionOf(choices, id);
    if (typeof normalise !== "object" || normalise.bounds === undefined) continue;
    const [low, high] = normalise.bounds;
    const path =
      own === undefined ? `prepare.normalise.bounds.${id}` : `prepare.indicators.${id}.normalise.bounds`;
    if (low >= high)
      issues.push(
        issueAt("empty-bounds", { path }, `expected a lower bound below the upper, got ${low} and ${high}.`),
      );
  }
  if (issues.length > 0) throw new OptionsError(issues);
  return choices;
}

/** What one indicator is normalised by: its own exception, or what holds for all. */
export function normaliseOptionOf(
  choices: PrepareChoices,
  id: string,
): NonNullable<IndicatorOverrides["normalise"]> {
  const own = Object.hasOwn(choices.indicators, id) ? choices.indicators[id]!.normalise : undefined;
  if (own !== undefined) return own;
  const { normalise } = choices;
  return typeof normalise === "object" ? { method: "goalposts", bounds: normalise.bounds[id]! } : normalise;
}

/** What holds for one indicator: its own exception, or the choice for all. Categories and ranks have no outliers to treat. */
export function ownOption<K extends "impute" | "treat">(
  choices: PrepareChoices,
  { id, kind = "ratio" }: Indicator,
  key: K,
): PrepareChoices[K] {
  if (key === "treat" && kind !== "ratio") return "none" as PrepareChoices[K];
  const own = Object.hasOwn(choices.indicators, id) ? choices.indicators[id]![key] : undefined;
  return (own as PrepareChoices[K] | undefined) ?? choices[key];
}

/** A wish that an indicator's kind cannot follow is refused; what holds for all passes it by. */
function kindIssues(choices: PrepareChoices, indicators: readonly Indicator[]): Issue[] {
  return indicators.flatMap((indicator) => {
    const { id, kind = "ratio" } = indicator;
    const own = Object.hasOwn(choices.indicators, id) ? choices.indicators[id]! : {};
    const refused = [
      ...(own.treat !== undefined && own.treat !== "none" && kind !== "ratio" ? ["treat"] : []),
      ...(own.normalise !== undefined && own.normalise !== "none" && isCategorical(indicator)
        ? ["normalise"]
        : []),
    ];
    return refused.map((key) =>
      issueAt(
        "kind-refused",
        { path: `prepare.indicators.${id}.${key}` },
        `expected "none" for an indicator of kind ${kind}, got a method for numbers. Leave it out.`,
      ),
    );
  });
}
