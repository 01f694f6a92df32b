import type { PreparedTable } from "../prepare/prepared-table.js";
import type { PrincipalComponents } from "../weight/principal-components.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { rounded } from "./marks.js";
import { speak } from "./speech.js";
import { colours, frame, gridOf, numbersAxis, wrap } from "./theme.js";

/** Options of `pcaBiplot`. */
export interface BiplotChoices extends ChartChoices {
  /** Ids of regions to name. */
  readonly highlight?: readonly string[] | undefined;
}

type Point = [x: number, y: number];

/** Arrows shorter than this share of the longest say little of these two components, and are not named. */
const NAMED = 0.45;

/** Names stand in two lines of so many letters, and so far apart in parts of half the height. */
const LETTERS = 34;
const LINE = 0.12;

/**
 * Regions and indicators on the first two principal components: regions at their scores, indicators as arrows along their loadings, stretched
 * to the size of the cloud, with their names beside the drawing. Indicators whose arrows point alike move together; a region in the direction of an arrow has much of it. Regions
 * with a gap have no scores and are left out.
 *
 * @throws {OptionsError} For a language that is not known.
 *
 * @example
 * ```ts
 * const { series } = pcaBiplot(principalComponents(prepared), prepared, { highlight: ["SE11"] });
 * series.slice(0, 3).map(({ data }) => data.length); // => [105, 1, 21]
 * ```
 */
export function pcaBiplot(
  { indicators, regions, explained, loadings, scores }: PrincipalComponents,
  { regions: named, indicators: defined, framework }: PreparedTable,
  choices: BiplotChoices = {},
): ChartOptions {
  const { highlight = [] } = choices;
  const say = speak(choices);
  const names = new Map(named.map((region) => [region.id, say.region(region)]));
  const indicatorNames = new Map(defined.map(({ id, name }) => [id, say.text(name)]));
  const points = regions.flatMap((id, i) => {
    const [x, y] = [scores[i]![0] ?? null, scores[i]![1] ?? null];
    return x === null || y === null ? [] : [{ id, x, y }];
  });
  const reach = Math.max(...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]), 1e-9);
  const edge = Math.ceil(1.1 * reach);
  const lengths = loadings.map(([x = 0, y = 0]) => Math.hypot(x, y));
  const longest = Math.max(...lengths, 1e-9);
  const tips = loadings.map(
    ([x = 0, y = 0]): Point => [rounded((x / longest) * reach), rounded((y / longest) * reach)],
  );
  const labels = [...namesAt(-1), ...namesAt(1)];
  const ends = {
    min: -edge,
    max: edge,
    axisLabel: { fontSize: 11, showMinLabel: false, showMaxLabel: false },
  };
  const cloud = (named: boolean, more: ChartOptions): Json => ({
    type: "scatter",
    data: points
      .filter(({ id }) => highlight.includes(id) === named)
      .map(
        ({ id, x, y }): Json => ({
          name: names.get(id)!,
          value: [rounded(x), rounded(y)],
          // Towards the middle, away from the names at the sides.
          ...(named ? { label: { position: x > 0 ? "left" : "right" } } : {}),
        }),
      ),
    ...more,
  });
  return {
    ...frame(say, { title: say.biplot, source: say.text(framework.name) }),
    grid: gridOf(190, { right: 190, top: 56 }),
    tooltip: { formatter: "{b}" },
    xAxis: numbersAxis(say.component(1, say.percent(explained[0] ?? 0)), ends),
    yAxis: numbersAxis(say.component(2, say.percent(explained[1] ?? 0)), {
      ...ends,
      nameLocation: "end",
      nameGap: 6,
      axisLabel: { ...ends.axisLabel, inside: true },
    }),
    series: [
      cloud(false, { symbolSize: 5, itemStyle: { color: colours.grey, opacity: 0.7 } }),
      cloud(true, {
        symbolSize: 11,
        symbol: "diamond",
        itemStyle: { color: colours.red },
        label: { show: true, formatter: "{b}", fontSize: 11, fontWeight: "bold" },
      }),
      {
        type: "lines",
        coordinateSystem: "cartesian2d",
        symbol: ["none", "arrow"],
        symbolSize: 7,
        lineStyle: { color: colours.blue, width: 1.2, opacity: 0.9 },
        data: tips.map((tip): Json => ({ coords: [[0, 0], tip] })),
      },
      {
        type: "lines",
        coordinateSystem: "cartesian2d",
        silent: true,
        lineStyle: { color: colours.grey, width: 0.5, opacity: 0.8 },
        data: labels.map(({ tip, at }): Json => ({ coords: [tip, at] })),
      },
      {
        type: "scatter",
        symbolSize: 1,
        silent: true,
        data: labels.map(
          ({ name, at }): Json => ({
            value: at,
            label: {
              show: true,
              position: at[0]! < 0 ? "left" : "right",
              fontSize: 10,
              color: colours.blue,
              lineHeight: 11,
              formatter: twoLines(name),
            },
          }),
        ),
      },
    ],
  };

  /** Names along one side, in the order of the tips and as near to them as there is room. */
  function namesAt(side: -1 | 1): { readonly name: string; readonly tip: Point; readonly at: Point }[] {
    const shown = indicators
      .map((id, k) => ({ name: indicatorNames.get(id)!, tip: tips[k]!, length: lengths[k]! }))
      .filter(({ tip, length }) => length >= NAMED * longest && (tip[0] < 0 ? -1 : 1) === side)
      .sort((a, b) => b.tip[1] - a.tip[1]);
    const gap = Math.min(LINE, 2 / shown.length) * edge;
    // Down where they would stand on each other, then up again where the last would fall off.
    const heights = shown.map(({ tip }) => tip[1]);
    for (let i = 1; i < heights.length; i++) heights[i] = Math.min(heights[i]!, heights[i - 1]! - gap);
    let floor = -edge;
    for (let i = heights.length - 1; i >= 0; i--) {
      heights[i] = Math.max(heights[i]!, floor);
      floor = heights[i]! + gap;
    }
    return shown.map(({ name, tip }, i) => ({ name, tip, at: [side * edge, rounded(heights[i]!)] }));
  }
}

function twoLines(name: string): string {
  const [first, second, ...rest] = wrap(name, LETTERS).split("\n");
  return second === undefined ? first! : `${first}\n${second}${rest.length === 0 ? "" : "…"}`;
}
