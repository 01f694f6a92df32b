import type { ChartOptions, Json } from "../../chart/chart-options.js";

/** Below these widths (in pixels) names take more lines, and there is no room for figures beside the marks. */
const NARROW = 480;
const WITHOUT_FIGURES = 600;

/** How high a chart of so many names is. */
export function heightOf(names: number, width: number): number {
  return (width < NARROW ? 160 : 120) + (width < NARROW ? 52 : 38) * Math.max(1, names);
}

/**
 * A chart with names on its left, fitted to the width that there is: names get two fifths of it. What its axis says stands below it, in as
 * many lines as it takes, and the title, which the page says itself, is left out.
 */
export function fitNames(options: ChartOptions, width: number): ChartOptions {
  const narrow = width < NARROW;
  const left = Math.min(240, Math.round(0.4 * width));
  const { name, ...numbers } = options.xAxis as ChartOptions;
  const names = options.yAxis as ChartOptions;
  const series = options.series as ChartOptions[];
  const small = { fontSize: 11, lineHeight: 14, fontWeight: "normal", color: "#555555" };
  return {
    ...options,
    title: [
      { text: name ?? "", left: 4, bottom: 4, textStyle: { ...small, width: width - 16, overflow: "break" } },
    ],
    legend: {
      ...(options.legend as ChartOptions),
      top: 4,
      left: 4,
      itemGap: 12,
      textStyle: { fontSize: 11 },
    },
    grid: { left, right: 24, top: narrow ? 60 : 36, bottom: 60 },
    xAxis: numbers,
    yAxis: {
      ...names,
      data: (names.data as string[]).map((one) => one.replaceAll("\n", " ")),
      axisLabel: { ...(names.axisLabel as ChartOptions), width: left - 12, overflow: "break" },
    },
    series: width < WITHOUT_FIGURES ? series.map(withoutFigures) : series,
  };
}

function withoutFigures(series: ChartOptions): Json {
  return {
    ...series,
    data: (series.data as Json[]).map((one) =>
      typeof one === "object" && one !== null && "label" in one ? { ...one, label: { show: false } } : one,
    ),
  };
}
