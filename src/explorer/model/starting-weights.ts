import type { PreparedTable } from "../../prepare/prepared-table.js";
import { structuralIndicators } from "../../table/structural-indicators.js";
import { type Weights, weigh } from "../../weight/weigh.js";
import type { WeighOptions, WeightsById } from "../../weight/weigh-options.js";
import { sharesOf } from "./shares.js";
import type { Shares, View } from "./view.js";

/** The weights of the plan as what can be moved: shares of dimensions and elements, and what each indicator weighs when it is on. */
export interface StartingWeights {
  readonly shares: Shares;
  readonly indicators: WeightsById;
  /** Indicators that cannot tell regions apart. */
  readonly inert: readonly string[];
  /** The elements of each dimension that can be moved; none where there is only one. */
  readonly elementsOf: { readonly [dimension: string]: readonly string[] };
}

/** Takes the weights of a plan apart, so that put together again (`weighOptionsOf`) they are the same. */
export function startingWeights(prepared: PreparedTable, options: WeighOptions): StartingWeights {
  const weights: Weights = weigh(prepared, options);
  const { framework } = prepared;
  const inert = new Set(prepared.inert.map(({ id }) => id));
  const live = prepared.indicators.filter(({ id }) => !inert.has(id));
  const known = Object.values(weights.indicators).filter((weight) => weight > 0);
  const usual = known.reduce((sum, weight) => sum + weight, 0) / known.length;
  const dimensions = framework.dimensions.filter(({ id }) => live.some((one) => one.dimension === id));
  const elementsOf = Object.fromEntries(
    dimensions.map(({ id, elements = [] }) => [
      id,
      elements.filter((element) => live.some((one) => one.element === element.id)).map((one) => one.id),
    ]),
  );
  const pick = (ids: readonly string[], from: WeightsById): WeightsById =>
    Object.fromEntries(ids.map((id) => [id, from[id] ?? 0]));
  return {
    shares: {
      dimensions: sharesOf(
        pick(
          dimensions.map(({ id }) => id),
          weights.dimensions,
        ),
      ),
      elements: Object.assign(
        {},
        ...Object.values(elementsOf).map((ids) => sharesOf(pick(ids, weights.elements))),
      ),
      off: live.filter(({ id }) => !(weights.indicators[id]! > 0)).map(({ id }) => id),
    },
    indicators: Object.fromEntries(
      structuralIndicators(framework).map(({ id }) => [id, weights.indicators[id] || usual]),
    ),
    inert: [...inert],
    elementsOf,
  };
}

/** The weights of a view as the scheme `given` takes them: every id of every level is named. */
export function weighOptionsOf(
  view: Pick<View, "dimensions" | "elements" | "off">,
  start: StartingWeights,
  prepared: PreparedTable,
): WeighOptions {
  const { dimensions } = prepared.framework;
  const elements = dimensions.flatMap((one) => one.elements ?? []);
  const off = new Set(view.off);
  return {
    scheme: "given",
    dimensions: Object.fromEntries(dimensions.map(({ id }) => [id, view.dimensions[id] ?? 0])),
    ...(elements.length === 0
      ? {}
      : { elements: Object.fromEntries(elements.map(({ id }) => [id, view.elements[id] ?? 0])) }),
    indicators: Object.fromEntries(
      Object.entries(start.indicators).map(([id, weight]) => [id, off.has(id) ? 0 : weight]),
    ),
  };
}
