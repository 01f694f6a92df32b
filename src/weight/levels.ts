import type { Framework, Indicator } from "../table/framework.js";
import type { Level } from "./distribute.js";
import type { DataScheme, WeighChoices, WeightScheme } from "./weigh-options.js";

/** The levels at which weights can be given, from the top. */
export const LEVELS = ["dimensions", "elements", "indicators"] as const;
export type LevelName = (typeof LEVELS)[number];

/** Whether a scheme reads weights off the data. */
export function isDataScheme(scheme: WeightScheme): scheme is DataScheme {
  return scheme !== "equal-by-dimension" && scheme !== "equal" && scheme !== "given";
}

/** The levels down which a scheme splits the whole; `scores` are those of a data-driven scheme. */
export function levelsOf(
  choices: WeighChoices,
  framework: Framework,
  scores?: ReadonlyMap<string, number>,
): Level[] {
  const stated = byFramework(framework);
  const { scheme, within } = choices;
  if (scheme === "equal") return [{ groupOf: (one) => one.id, weightOf: () => 1 }];
  if (scheme === "given") return givenLevels(choices, stated);
  if (scores === undefined) return LEVELS.flatMap((name) => stated[name]);
  const above = {
    table: [],
    dimension: stated.dimensions,
    element: [...stated.dimensions, ...stated.elements],
  }[within];
  const [indicators] = stated.indicators.slice(-1) as [Level];
  return [
    ...above,
    { groupOf: (one) => one.id, weightOf: (id) => scores.get(id)! * indicators.weightOf(id) },
  ];
}

/** A level above the given ones is the sum of what lies below; one below them is split by the framework's weights. */
function givenLevels(choices: WeighChoices, stated: FrameworkLevels): Level[] {
  const lowest = LEVELS.findLastIndex((name) => choices[name] !== undefined);
  return LEVELS.flatMap((name, i): readonly Level[] => {
    const given = choices[name];
    if (given === undefined) return i > lowest ? stated[name] : [];
    return [{ groupOf: (one) => stated[name].at(-1)!.groupOf(one), weightOf: (id) => given[id] ?? 1 }];
  });
}

type FrameworkLevels = { readonly [name in LevelName]: readonly Level[] };

/**
 * The three levels with the weights that the framework states. A dimension without elements is one element of its own. The parts of a
 * composition stand together as one indicator, with the mean of their weights, before each other.
 */
function byFramework({ dimensions, indicators }: Framework): FrameworkLevels {
  const weightIn = (list: readonly { readonly id: string; readonly weight?: number | undefined }[]) => {
    const stated = new Map(list.map(({ id, weight }) => [id, weight ?? 1]));
    return (id: string): number => stated.get(id) ?? 1;
  };
  const ofIndicator = weightIn(indicators);
  const standsFor = (one: Indicator): string =>
    one.composition === undefined ? one.id : `composition ${one.composition}`;
  const parts = (group: string): number[] =>
    indicators.filter((one) => standsFor(one) === group).map(({ id }) => ofIndicator(id));
  return {
    dimensions: [{ groupOf: (one) => one.dimension, weightOf: weightIn(dimensions) }],
    elements: [
      {
        groupOf: (one) => one.element ?? "",
        weightOf: weightIn(dimensions.flatMap(({ elements = [] }) => elements)),
      },
    ],
    indicators: [
      {
        groupOf: standsFor,
        weightOf: (group) => parts(group).reduce((sum, weight) => sum + weight, 0) / parts(group).length,
      },
      { groupOf: (one) => one.id, weightOf: ofIndicator },
    ],
  };
}
