import { BarChart, BoxplotChart, MapChart, RadarChart, ScatterChart } from "echarts/charts";
import {
  GeoComponent,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TitleComponent,
  TooltipComponent,
} from "echarts/components";
import { type ECharts, init, registerMap, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { make } from "./dom.js";

use([
  BarChart,
  BoxplotChart,
  GeoComponent,
  GridComponent,
  LegendComponent,
  MapChart,
  RadarChart,
  RadarComponent,
  ScatterChart,
  SVGRenderer,
  TitleComponent,
  TooltipComponent,
]);

/** The colours of Okabe and Ito, which the colour-blind can tell apart. */
export const colours: { readonly [use: string]: string } = {
  target: "#d55e00",
  listed: "#0072b2",
  other: "#b8bec6",
  median: "#e69f00",
  third: "#009e73",
  fourth: "#cc79a7",
};

/** A place for a chart. It is drawn when it is first shown, and follows the size of its place. */
export interface Chart {
  readonly element: HTMLElement;
  readonly draw: (options: object, label: string) => void;
  readonly svg: () => string | null;
  readonly setHeight: (height: number) => void;
  readonly size: () => { readonly width: number; readonly height: number };
}

/** Makes a place for a chart; `click` gets the id of what was chosen in it. */
export function chart(height: number, click?: (id: string) => void): Chart {
  const element = make("div", { class: "chart", role: "img" });
  const setHeight = (pixels: number): void => {
    element.style.height = `${pixels}px`;
  };
  setHeight(height);
  let drawn: ECharts | null = null;
  new ResizeObserver(() => {
    if (element.clientWidth > 0) drawn?.resize();
  }).observe(element);
  return {
    element,
    draw: (options, label) => {
      element.setAttribute("aria-label", label);
      if (element.clientWidth === 0) return;
      if (drawn === null) {
        drawn = init(element, null, { renderer: "svg" });
        drawn.on("click", ({ data }) => {
          const id = (data as { readonly id?: unknown } | undefined)?.id;
          if (typeof id === "string") click?.(id);
        });
      }
      drawn.setOption({ animation: false, ...options }, { notMerge: true });
    },
    svg: () => drawn?.renderToSVGString({ useViewBox: true }) ?? null,
    setHeight: (pixels) => {
      setHeight(pixels);
      if (element.clientWidth > 0) drawn?.resize();
    },
    size: () => ({ width: element.clientWidth, height: element.clientHeight }),
  };
}

/** Makes outlines known to the charts by a name. */
export function registerOutlines(name: string, geometry: object): void {
  registerMap(name, geometry as Parameters<typeof registerMap>[1]);
}

/** A text for a tooltip, which would read marks in it as code. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
