import * as echarts from "echarts";
import type { ChartOptions, MapChart } from "reference-regions/chart";
import { textWidth } from "./text-width.js";

echarts.setPlatformAPI({ measureText: (text, font) => ({ width: textWidth(text, font) }) });

/** Draws a chart as SVG, without a browser; shapes of a map are registered first. */
export function renderSvg(
  options: ChartOptions,
  { width = 760, height = 560, maps = {} }: { width?: number; height?: number; maps?: MapChart["maps"] } = {},
): string {
  for (const [name, shapes] of Object.entries(maps))
    echarts.registerMap(name, shapes as unknown as Parameters<typeof echarts.registerMap>[1]);
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(options as echarts.EChartsOption);
    return chart.renderToSVGString();
  } finally {
    // Without this the process would not end.
    chart.dispose();
  }
}
