import type { Typology } from "../cluster/typology.js";
import { optionsError } from "../shared/errors.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { speak } from "./speech.js";
import {
  categories,
  colours,
  frame,
  gridOf,
  legend,
  numbersAxis,
  series as palette,
  sourceOf,
} from "./theme.js";

/** More names than this would overlap. */
const NAMED = 60;

/** A part of the hierarchy on the drawing: where it stands, how high, and the type that all of it is of (0 where it holds several). */
interface Part {
  readonly x: number;
  readonly height: number;
  readonly label: number;
}

/**
 * The hierarchy of a typology as a dendrogram: what is joined low is alike. Branches within a type have its colour. Up to 60 regions are
 * named below.
 *
 * @throws {OptionsError} For a typology without a hierarchy (`k-means`, `k-medoids`), and for a language that is not known.
 *
 * @example
 * ```ts
 * const { series } = dendrogramChart(clusterRegions(space, { method: "ward", k: 6 }));
 * series.reduce((lines, { data }) => lines + data.length, 0); // => 233
 * ```
 */
export function dendrogramChart(typology: Typology, choices: ChartChoices = {}): ChartOptions {
  const say = speak(choices);
  const { merges, order, regions, k, vintage } = typology;
  if (merges === undefined || order === undefined) {
    throw optionsError(
      "no-hierarchy",
      { path: "dendrogramChart.typology" },
      `expected a typology with a hierarchy, got one by ${typology.method}. Make it with ward, average, complete or single.`,
    );
  }
  const places = new Map(order.map((id, x) => [id, x]));
  const leaves = regions.map(({ id, label }): Part => ({ x: places.get(id)!, height: 0, label }));
  const unions: Part[] = [];
  const part = (name: number): Part => (name < 0 ? leaves[-name - 1]! : unions[name - 1]!);
  const lines = new Map<number, Json[]>();
  for (const { left, right, height: exact } of merges) {
    const height = Number(exact.toPrecision(6));
    const [a, b] = [part(left), part(right)];
    const label = a.label === b.label ? a.label : 0;
    unions.push({ x: (a.x + b.x) / 2, height, label });
    const drawn = lines.get(label) ?? [];
    lines.set(label, drawn);
    drawn.push({
      coords: [
        [a.x, a.height],
        [a.x, height],
        [b.x, height],
        [b.x, b.height],
      ],
    });
  }
  const named = order.length <= NAMED;
  const highest = Math.max(...merges.map(({ height }) => height));
  return {
    ...frame(say, { title: say.dendrogram(k), source: sourceOf(vintage, say) }),
    grid: gridOf(72, { bottom: named ? 90 : 48 }),
    legend,
    xAxis: categories([...order], { show: named, rotate: 90 }, { boundaryGap: true }),
    yAxis: numbersAxis(say.height, {
      nameGap: 46,
      min: 0,
      max: Number((1.04 * highest).toPrecision(3)),
      axisLabel: { fontSize: 11, showMaxLabel: false },
    }),
    series: [...lines]
      .sort(([a], [b]) => a - b)
      .map(([label, data]): Json => {
        const color = label === 0 ? colours.grey : palette[(label - 1) % palette.length]!;
        return {
          type: "lines",
          coordinateSystem: "cartesian2d",
          polyline: true,
          name: label === 0 ? say.severalTypes : say.type(label),
          silent: true,
          lineStyle: { color, width: label === 0 ? 1 : 1.4, opacity: 1 },
          color,
          data,
        };
      }),
  };
}
