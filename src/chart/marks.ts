import type { Closeness } from "../space/closeness.js";
import type { ChartOptions, Json } from "./chart-options.js";
import { colours } from "./theme.js";

/** How the marks of a series look. */
export interface Look {
  readonly color: string;
  readonly symbol: string;
}

/** Regions by how close they are: the closer the darker. */
export const closenessLooks: { readonly [word in Closeness]: Look } = {
  "very-close": { color: "#08306b", symbol: "circle" },
  close: { color: colours.blue, symbol: "rect" },
  comparable: { color: colours.sky, symbol: "triangle" },
  distant: { color: "#c6dbef", symbol: "diamond" },
};

/** Numbers with the digits that can be drawn. */
export function rounded(value: number, parts = 1000): number {
  return Math.round(parts * value) / parts;
}

/** A series of points, each with a white rim. */
export function dots(
  name: string,
  { color, symbol }: Look,
  size: number,
  data: Json[],
  more: ChartOptions = { z: 3 },
  rim = 1,
): Json {
  return {
    type: "scatter",
    name,
    symbol,
    symbolSize: size,
    itemStyle: { color, borderColor: "#ffffff", borderWidth: rim },
    data,
    ...more,
  };
}

/** Bars that stand on each other, or in each other's place. */
export function bars(
  name: string,
  stack: string,
  itemStyle: ChartOptions,
  data: Json[],
  more: ChartOptions,
): Json {
  return { type: "bar", name, stack, itemStyle, data, ...more };
}

/** A text beside a mark. */
export function label(formatter: string, position = "top", fontSize = 10): { label: ChartOptions } {
  return { label: { show: true, position, fontSize, formatter } };
}

/** A line across a chart, with a text at its end. */
export function lineAt(
  at: ChartOptions | undefined,
  text: string,
  color: string = colours.red,
  type = "dashed",
): { markLine: ChartOptions } {
  return {
    markLine: {
      symbol: "none",
      lineStyle: { color, type },
      label: { formatter: text, fontSize: 11, color },
      data: at === undefined ? [] : [at],
    },
  };
}
