import type { Region } from "../table/region-table.js";
import type { ChartOptions, Json } from "./chart-options.js";
import { projectRegions } from "./equal-area.js";
import { type MapGroup, type Window, windowOf } from "./map-group.js";
import { dots, rounded } from "./marks.js";
import type { Speech } from "./speech.js";
import { legend } from "./theme.js";

/** Marks at the centres, on axes of the same scale; regions that lie far off all others stand at the edge. */
export function mapMarks(
  regions: readonly Region[],
  groups: readonly MapGroup[],
  say: Speech,
  aspect: number,
): { readonly options: ChartOptions; readonly missing: string[]; readonly atTheEdge: number } {
  const places = projectRegions(regions);
  const names = new Map(regions.map((region) => [region.id, say.region(region)]));
  const known = new Set(places.map(({ id }) => id));
  const [wide, high] = (["x", "y"] as const).map((of) => windowOf(places.map((place) => place[of]))) as [
    Window,
    Window,
  ];
  const half = 0.54 * Math.max(high.to - high.from, (wide.to - wide.from) / aspect, 1e-6);
  const axis = ({ from, to }: Window, reach: number): ChartOptions => {
    const middle = (from + to) / 2;
    return { type: "value", show: false, min: fine(middle - reach), max: fine(middle + reach) };
  };
  const inside = (value: number, { from, to }: Window): number => Math.min(to, Math.max(from, value));
  const shown = places.map(({ id, x, y }) => ({ id, x: inside(x, wide), y: inside(y, high) }));
  return {
    missing: regions.map(({ id }) => id).filter((id) => !known.has(id)),
    atTheEdge: places.filter(({ x, y }, i) => x !== shown[i]!.x || y !== shown[i]!.y).length,
    options: {
      grid: { left: 20, right: 20, top: 66, bottom: 60 },
      legend: { ...legend, top: "auto", bottom: 26 },
      tooltip: { formatter: "{b}" },
      xAxis: axis(wide, half * aspect),
      yAxis: axis(high, half),
      series: groups.map((group): Json => {
        const own = shown.filter(({ id }) => group.ids.has(id));
        const data = own.map(({ id, x, y }): Json => ({ name: names.get(id)!, value: [fine(x), fine(y)] }));
        return dots(group.name, group, group.size, data, {}, 0.5);
      }),
    },
  };
}

/** To some 60 metres: the last digits of a sine are not the same on every platform. */
function fine(value: number): number {
  return rounded(value, 1e5);
}
