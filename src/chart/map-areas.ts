import { featureId } from "../shared/feature-id.js";
import type { Region } from "../table/region-table.js";
import type { ChartOptions, Json } from "./chart-options.js";
import { type MapGroup, type MapShapes, type Window, windowOf } from "./map-group.js";
import type { Speech } from "./speech.js";

/** Areas, each in the colour of its group. */
export function mapAreas(
  regions: readonly Region[],
  groups: readonly MapGroup[],
  say: Speech,
  { features }: MapShapes,
  key: string | undefined,
): { readonly options: ChartOptions; readonly shapes: MapShapes; readonly missing: string[] } {
  const known = new Set(features.map((feature) => featureId(feature, key)));
  const [wide, high] = (["longitude", "latitude"] as const).map((of) =>
    windowOf(regions.flatMap((one) => one[of] ?? [])),
  ) as [Window, Window];
  // Shapes far off all others would make these too small to see.
  const seen: Json =
    wide.to > wide.from
      ? [
          [wide.from - 2, high.to + 2],
          [wide.to + 2, high.from - 2],
        ]
      : null;
  const names = new Map(regions.map((region) => [region.id, say.region(region)]));
  return {
    missing: regions.map(({ id }) => id).filter((id) => !known.has(id)),
    // ECharts matches by the property `name`.
    shapes: {
      type: "FeatureCollection",
      features: features.map((one) => ({ ...one, properties: { name: featureId(one, key) } })),
    },
    options: {
      tooltip: { formatter: "{b}" },
      visualMap: {
        type: "piecewise",
        bottom: 26,
        itemGap: 26,
        left: 12,
        orient: "horizontal",
        pieces: groups.map(({ name, color }, at) => ({ value: at, label: name, color })),
      },
      series: [
        {
          type: "map",
          map: "regions",
          ...(seen === null ? {} : { boundingCoords: seen }),
          top: 76,
          bottom: 70,
          itemStyle: { areaColor: "#f4f4f4", borderColor: "#ffffff", borderWidth: 0.5 },
          nameMap: Object.fromEntries(names),
          data: groups.flatMap(({ ids }, at): Json[] =>
            [...ids].map((id) => ({ name: names.get(id)!, value: at })),
          ),
        },
      ],
    },
  };
}
