import { quantile } from "../shared/order-statistics.js";
import type { Look } from "./marks.js";

/** Shapes of regions as GeoJSON: what `registerMap` of ECharts takes. */
export interface MapShapes {
  readonly type: "FeatureCollection";
  readonly features: readonly {
    readonly type: "Feature";
    readonly id?: string | number | undefined;
    readonly properties?: { readonly [name: string]: unknown } | null | undefined;
    readonly geometry: unknown;
  }[];
}

/** Regions that are drawn alike. */
export interface MapGroup extends Look {
  readonly name: string;
  readonly size: number;
  readonly ids: ReadonlySet<string>;
}

/** From where to where a map reaches along one axis. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** All values, but for those further than twice the distance of the quartiles beyond a quartile. */
export function windowOf(values: readonly number[]): Window {
  if (values.length === 0) return { from: 0, to: 0 };
  const [q1, q3] = [quantile(values, 0.25), quantile(values, 0.75)];
  const fence = 2 * (q3 - q1);
  const near = values.filter((value) => value >= q1 - fence && value <= q3 + fence);
  return { from: Math.min(...near), to: Math.max(...near) };
}
