import type { Vintage } from "../table/vintage.js";
import type { ChartOptions, Json } from "./chart-options.js";
import type { Speech } from "./speech.js";

/** Colours that readers with any colour vision tell apart, of different lightness, so that they differ in grey too (Okabe and Ito 2008). */
export const colours = {
  blue: "#0072b2",
  orange: "#e69f00",
  green: "#009e73",
  red: "#d55e00",
  sky: "#56b4e9",
  pink: "#cc79a7",
  yellow: "#f0e442",
  black: "#222222",
  grey: "#9a9a9a",
  pale: "#d9d9d9",
} as const;

/** For groups without order: types, dimensions. */
export const series: readonly string[] = [
  colours.blue,
  colours.orange,
  colours.green,
  colours.pink,
  colours.sky,
  colours.red,
  colours.yellow,
  colours.black,
];

/** Marks beside colours, so that groups differ where colours do not. */
export const symbols: readonly string[] = [
  "circle",
  "rect",
  "triangle",
  "diamond",
  "roundRect",
  "pin",
  "arrow",
];

/** What stands around a chart: a title and a line below it, and at the bottom where the figures are from. */
export interface Texts {
  readonly title: string;
  readonly subtitle?: string;
  readonly source?: string;
}

/** The frame of every chart: title and subtitle above, the source below, one font, no motion. */
export function frame(say: Speech, { title, subtitle = "", source }: Texts): ChartOptions {
  const text = say.ownTitle ?? title;
  const small = { fontSize: 11, color: "#555555" };
  const left = 12;
  const titles: Json[] = [
    { text, subtext: subtitle, left, top: 8, textStyle: { fontSize: 15 }, subtextStyle: small },
  ];
  if (source !== undefined)
    titles.push({
      text: `${say.source}: ${source}`,
      left,
      bottom: 6,
      textStyle: { ...small, fontWeight: "normal" },
    });
  return {
    animation: false,
    color: [...series],
    backgroundColor: "#ffffff",
    textStyle: { fontFamily: "Arial, Helvetica, 'Liberation Sans', sans-serif" },
    title: titles,
    aria: { enabled: true, label: { description: text } },
  };
}

/** Which data a chart shows: framework and years. */
export function sourceOf({ name, from, to }: Vintage, { text }: Speech): string {
  if (from === null || to === null) return text(name);
  return `${text(name)}, ${from === to ? from : `${from}–${to}`}`;
}

/** Room for a title and a legend above, and a source below; on the left for the names or numbers of an axis. */
export function gridOf(left: number, more: ChartOptions = {}): ChartOptions {
  return { left, right: 28, top: 84, bottom: 66, ...more };
}

/** A legend under the title. */
export const legend: ChartOptions = { top: 44, left: 12, itemGap: 26, itemHeight: 11, itemWidth: 18 };

/** Wide enough for two lines of a long name. */
export const NAMES = 240;

/** A text in lines of at most so many letters, broken between words. */
export function wrap(text: string, letters: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1)!;
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

/** An axis of categories, each of which is named. */
export function categories(data: string[], axisLabel: ChartOptions, more: ChartOptions = {}): ChartOptions {
  return {
    type: "category",
    data,
    axisTick: { show: false },
    axisLabel: { interval: 0, fontSize: 10, ...axisLabel },
    ...more,
  };
}

/** Categories from above to below. */
export const downwards: ChartOptions = { inverse: true };

/** An axis of names, the first above. */
export function namesAxis(names: readonly string[]): ChartOptions {
  return categories(
    names.map((name) => wrap(name, 36)),
    { fontSize: 11, lineHeight: 12 },
    downwards,
  );
}

/** An axis of numbers with its name in the middle. */
export function numbersAxis(name: string, more: ChartOptions = {}): ChartOptions {
  return {
    type: "value",
    name,
    nameLocation: "middle",
    nameGap: 28,
    nameTextStyle: { fontSize: 11 },
    axisLabel: { fontSize: 11, hideOverlap: true },
    splitLine: { lineStyle: { color: "#eeeeee" } },
    ...more,
  };
}
