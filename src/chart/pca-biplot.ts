import type { PreparedTable } from "../prepare/prepared-table.js";
import type { PrincipalComponents } from "../weight/principal-components.js";
import type { ChartChoices, ChartOptions, Json } from "./chart-options.js";
import { speak } from "./speech.js";
import { colours, frame, gridOf, numbersAxis } from "./theme.js";

/** Options of `pcaBiplot`. */
export interface BiplotChoices extends ChartChoices {
  /** Ids of regions to name. */
  readonly highlight?: readonly string[] | undefined;
}

/** Arrows shorter than this share of the longest say little of these two components, and are not named. */
const NAMED = 0.45;

/** Names are cut at so many letters, and stand so far apart in parts of half the height. */
const LETTERS = 30;
const LINE = 0.05;

/**
 * Regions and indicators on the first two principal components: regions at their scores, indicators as arrows along their loadings, stretched
 * to the size of the cloud. Indicators whose arrows point alike move together; a region in the direction of an arrow has much of it. Regions
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
  { language, title, highlight = [] }: BiplotChoices = {},
): ChartOptions {
  const say = speak(language);
  const names = new Map(named.map(({ id, name }) => [id, say.text(name)]));
  const labels = new Map(defined.map(({ id, name }) => [id, say.text(name)]));
  const points = regions.flatMap((id, i) => {
    const [x, y] = [scores[i]![0] ?? null, scores[i]![1] ?? null];
    return x === null || y === null ? [] : [{ id, x, y }];
  });
  const reach = Math.max(...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]), 1e-9);
  const edge = Math.ceil(1.5 * reach);
  const lengths = loadings.map(([x = 0, y = 0]) => Math.hypot(x, y));
  const longest = Math.max(...lengths, 1e-9);
  const round = (value: number): number => Math.round(1000 * value) / 1000;
  const tips = loadings.map(([x = 0, y = 0]): [number, number] => [
    round((x / longest) * reach),
    round((y / longest) * reach),
  ]);
  const cloud = (shown: typeof points, more: ChartOptions): Json => ({
    type: "scatter",
    data: shown.map(
      ({ id, x, y }): Json => ({ name: `${names.get(id)!} (${id})`, value: [round(x), round(y)] }),
    ),
    ...more,
  });
  return {
    ...frame(say, { title }, { title: say.biplot, source: say.text(framework.name) }),
    grid: gridOf(72, { bottom: 48, top: 56 }),
    tooltip: { formatter: "{b}" },
    xAxis: numbersAxis(say.component(1, say.percent(explained[0] ?? 0)), { min: -edge, max: edge }),
    yAxis: numbersAxis(say.component(2, say.percent(explained[1] ?? 0)), {
      min: -edge,
      max: edge,
      nameGap: 36,
    }),
    series: [
      cloud(
        points.filter(({ id }) => !highlight.includes(id)),
        { symbolSize: 5, itemStyle: { color: colours.grey, opacity: 0.7 } },
      ),
      cloud(
        points.filter(({ id }) => highlight.includes(id)),
        {
          symbolSize: 11,
          symbol: "diamond",
          itemStyle: { color: colours.red },
          label: { show: true, position: "right", formatter: "{b}", fontSize: 11, fontWeight: "bold" },
        },
      ),
      {
        type: "lines",
        coordinateSystem: "cartesian2d",
        symbol: ["none", "arrow"],
        symbolSize: 7,
        lineStyle: { color: colours.blue, width: 1.2, opacity: 0.9 },
        data: tips.map((tip): Json => ({ coords: [[0, 0], tip] })),
      },
      {
        // The names stand at the tips, outwards.
        type: "scatter",
        symbolSize: 1,
        itemStyle: { color: colours.blue },
        data: [...namesAt(-1), ...namesAt(1)],
      },
    ],
  };

  /** The names on one side, from above, moved down where they would stand on each other. */
  function namesAt(side: -1 | 1): Json[] {
    const shown = indicators
      .map((id, k) => ({ name: labels.get(id)!, tip: tips[k]!, length: lengths[k]! }))
      .filter(({ tip, length }) => length >= NAMED * longest && (tip[0] < 0 ? -1 : 1) === side)
      .sort((a, b) => b.tip[1] - a.tip[1]);
    let room = Number.POSITIVE_INFINITY;
    return shown.map(({ name, tip }): Json => {
      const y = Math.min(tip[1], room);
      room = y - LINE * edge;
      return {
        name,
        value: [tip[0], round(y)],
        label: {
          show: true,
          position: side < 0 ? "left" : "right",
          fontSize: 10,
          color: colours.blue,
          formatter: name.length <= LETTERS ? name : `${name.slice(0, LETTERS - 1)}…`,
        },
      };
    });
  }
}
