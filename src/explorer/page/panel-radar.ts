import type { PreparedTable } from "../../prepare/prepared-table.js";
import { median } from "../../shared/order-statistics.js";
import { type Axis, axesOf, percentileOn } from "../model/percentiles.js";
import { chart, colours, escaped } from "./chart.js";
import { make, tableOf } from "./dom.js";
import type { Page, Part, Shown } from "./part.js";

const LOOKS = [
  { color: colours.target, type: "solid", symbol: "circle" },
  { color: colours.median, type: "dashed", symbol: "rect" },
  { color: colours.listed, type: "dotted", symbol: "triangle" },
  { color: colours.third, type: "solid", symbol: "diamond" },
  { color: colours.fourth, type: "dashed", symbol: "circle" },
];

interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** The profile of the target beside the median of its list and the regions that are compared with it. */
export function radarPanel(page: Page): Part {
  const { words } = page;
  const drawing = chart(460);
  const figures = make("details", {});
  return {
    element: make("div", {}, make("p", { class: "hint" }, words.radarHelp), drawing.element, figures),
    show: (shown) => {
      if (shown.settled === null) return;
      const { prepared } = shown.settled.space;
      const axes = axesOf(prepared);
      const lines = linesOf(page, shown, prepared, axes);
      const names = axes.map((axis) => nameOf(page, axis));
      const label = `${words.panels.radar}: ${lines.map(({ name }) => name).join(", ")}`;
      drawing.element.hidden = axes.length < 3;
      if (axes.length >= 3) drawing.draw(optionsOf(names, lines, drawing.size().width), label);
      const { format } = page;
      figures.replaceChildren(
        make("summary", {}, label),
        tableOf(
          words.radarHelp,
          ["", ...lines.map(({ name }) => name)],
          names.map((name, k) => [
            name,
            ...lines.map(({ values }) => (values[k] === null ? "–" : format.number(Math.round(values[k]!)))),
          ]),
        ),
      );
      figures.open ||= axes.length < 3;
    },
    svg: drawing.svg,
  };
}

function nameOf(page: Page, { element, dimension, indicators }: Axis): string {
  const [only] = indicators;
  if (element === null)
    return indicators.length === 1 ? page.indicatorOf(only!) : page.dimensionOf(dimension);
  return page.elementOf(element);
}

function linesOf(
  page: Page,
  { view, ranking }: Shown,
  prepared: PreparedTable,
  axes: readonly Axis[],
): Line[] {
  const at = new Map(prepared.regions.map(({ id }, i) => [id, i]));
  const valuesOf = (id: string): (number | null)[] =>
    axes.map((axis) => percentileOn(axis, prepared, at.get(id) ?? -1));
  const listed = (ranking?.rows ?? []).map(({ id }) => valuesOf(id));
  const middle = axes.map((_, k) => {
    const known = listed.flatMap((values) => values[k] ?? []);
    return known.length === 0 ? null : median(known);
  });
  const others = [...new Set([...(view.pair === null ? [] : [view.pair]), ...view.compare])].slice(0, 3);
  return [
    { name: page.nameOf(view.target), values: valuesOf(view.target) },
    { name: page.words.median, values: middle },
    ...others.map((id) => ({ name: page.nameOf(id), values: valuesOf(id) })),
  ];
}

function optionsOf(names: readonly string[], lines: readonly Line[], width: number): object {
  const narrow = width < 480;
  return {
    legend: { bottom: 0, data: lines.map(({ name }) => name), textStyle: { color: "#333" } },
    tooltip: { formatter: ({ name }: { name: string }): string => escaped(name) },
    radar: {
      center: ["50%", "46%"],
      radius: narrow ? "44%" : "54%",
      axisName: { color: "#333", fontSize: narrow ? 10 : 12, width: narrow ? 78 : 110, overflow: "break" },
      indicator: names.map((name) => ({ name, min: 0, max: 100 })),
    },
    series: [
      {
        type: "radar",
        data: lines.map(({ name, values }, k) => ({
          name,
          value: values.map((value) => value ?? "-"),
          symbol: LOOKS[k]!.symbol,
          symbolSize: 5,
          itemStyle: { color: LOOKS[k]!.color },
          lineStyle: { color: LOOKS[k]!.color, type: LOOKS[k]!.type, width: 2 },
          ...(k === 0 ? { areaStyle: { opacity: 0.12, color: LOOKS[k]!.color } } : {}),
        })),
      },
    ],
  };
}
