import { optionsError } from "../shared/errors.js";
import { positionsOf } from "../shared/ids.js";
import { nearestSpellings } from "../shared/nearest-spelling.js";
import { show } from "../shared/show.js";
import type { Region } from "../table/region-table.js";

/** The position of a region, or an error that names the nearest known ids. `path` says whose id it is. */
export function positionOf(regions: readonly Region[], id: string, path = "region"): number {
  const position = positionsOf(regions).get(id);
  if (position !== undefined) return position;
  const ids = regions.map((region) => region.id);
  const near = typeof id === "string" ? nearestSpellings(id, ids, 3) : [];
  const hint =
    near.length > 0
      ? `Did you mean ${near.map((one) => `"${one}"`).join(" or ")}?`
      : `Known are ${ids.slice(0, 5).join(", ")}${ids.length > 5 ? ` and ${ids.length - 5} more` : ""}.`;
  throw optionsError(
    "unknown-region",
    { path },
    `expected the id of a region of the space, got ${show(id)}. ${hint}`,
  );
}
