import { version } from "./version.js";

/**
 * Enough to make a result again: the package and its version, the framework, the target where there is one, and the resolved
 * choices of every stage so far in the shape of a plan. `analyse(table, recipe.target, recipe.plan)` replays it.
 */
export interface Recipe {
  readonly package: "reference-regions";
  readonly version: string;
  readonly framework: string;
  readonly target?: string;
  /** The two regions of an explained pair. */
  readonly pair?: readonly [string, string];
  readonly plan: { readonly [stage: string]: unknown };
  /** The function that was asked and its resolved options, for a result that is no stage of a plan. */
  readonly call?: { readonly name: string; readonly options: unknown };
}

/** The first recipe of a result: nothing but the framework is known. */
export function startRecipe(framework: string): Recipe {
  return { package: "reference-regions", version, framework, plan: {} };
}

/** The recipe of the next stage: what came before, and the choices made now. */
export function extendRecipe(before: Recipe, stage: string, choices: unknown): Recipe {
  return { ...before, plan: { ...before.plan, [stage]: choices } };
}
