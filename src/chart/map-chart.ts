import type { Typology } from "../cluster/typology.js";
import type { ReferenceRegions } from "../reference/reference-regions.js";
import { closenessWords } from "../space/closeness.js";
import type { RegionTable } from "../table/region-table.js";
import type { ChartChoices, ChartOptions } from "./chart-options.js";
import { mapAreas } from "./map-areas.js";
import type { MapGroup, MapShapes } from "./map-group.js";
import { mapMarks } from "./map-marks.js";
import { closenessLooks } from "./marks.js";
import { type Speech, speak } from "./speech.js";
import { colours, frame, series as palette, sourceOf, symbols } from "./theme.js";

/** Options of `mapChart`. */
export interface MapChoices extends ChartChoices {
  /** Shapes of the regions; without, their centres are drawn in an equal-area projection. */
  readonly shapes?: MapShapes | undefined;
  /** The property of the shapes that holds the id of a region; default: the id of the feature, else `id`. */
  readonly key?: string | undefined;
  /** Size of the drawing in pixels, so that the projection keeps its proportions; default 760 x 640. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** A map: options, and shapes to register before they are set: `for (const name in maps) echarts.registerMap(name, maps[name])`. */
export interface MapChart {
  readonly options: ChartOptions;
  readonly maps: { readonly [name: string]: MapShapes };
  /** Regions that have no shape, or no place. */
  readonly missing: readonly string[];
}

/**
 * A map of reference regions by their closeness, or of the types of regions. With `shapes` (GeoJSON) regions are areas, matched by id; without,
 * every region is a mark at its centre, in an equal-area projection. What has no shape or no place is named in `missing`.
 *
 * @throws {OptionsError} For a language that is not known.
 *
 * @example
 * ```ts
 * const { options, maps, missing } = mapChart(findReferenceRegions(space, "ES21"), table);
 * [Object.keys(maps).length, missing.length]; // => [0, 0]
 * options.series[0].name; // => "other regions"
 * ```
 */
export function mapChart(
  result: ReferenceRegions | Typology,
  table: Pick<RegionTable, "regions">,
  choices: MapChoices = {},
): MapChart {
  const { shapes, key, width = 760, height = 640 } = choices;
  const say = speak(choices);
  const groups = "clusters" in result ? typesOf(result, say) : listOf(result, say);
  const named = "clusters" in result ? say.typesMap(result.k) : say.map(say.text(result.target.name));
  const grouped = new Set(groups.flatMap(({ ids }) => [...ids]));
  const rest = new Set(table.regions.map(({ id }) => id).filter((id) => !grouped.has(id)));
  const all: MapGroup[] = [
    { name: say.others, color: colours.pale, symbol: "circle", size: 5, ids: rest },
    ...groups,
  ].filter(({ ids }) => ids.size > 0);
  const texts = (missing: number, atTheEdge = 0) => ({
    title: named,
    source: sourceOf(result.vintage, say),
    subtitle: [
      ...(missing > 0 ? [say.withoutPlace(missing)] : []),
      ...(atTheEdge > 0 ? [say.atTheEdge(atTheEdge)] : []),
    ].join("; "),
  });
  if (shapes === undefined) {
    const drawn = mapMarks(table.regions, all, say, width / height);
    return {
      options: { ...frame(say, texts(drawn.missing.length, drawn.atTheEdge)), ...drawn.options },
      maps: {},
      missing: drawn.missing,
    };
  }
  const drawn = mapAreas(table.regions, all, say, shapes, key);
  return {
    options: { ...frame(say, texts(drawn.missing.length)), ...drawn.options },
    maps: { regions: drawn.shapes },
    missing: drawn.missing,
  };
}

function listOf({ target, regions }: ReferenceRegions, say: Speech): MapGroup[] {
  const byWord = closenessWords.map(
    (word, at): MapGroup => ({
      name: say.closeness[word],
      ...closenessLooks[word],
      size: 13 - 1.5 * at,
      ids: new Set(regions.filter(({ closeness }) => closeness === word).map(({ id }) => id)),
    }),
  );
  const own = {
    name: say.text(target.name),
    color: colours.red,
    symbol: "pin",
    size: 26,
    ids: new Set([target.id]),
  };
  return [...byWord, own];
}

function typesOf({ clusters }: Typology, say: Speech): MapGroup[] {
  return clusters.map(({ label, members }, at) => ({
    name: say.type(label),
    color: palette[at % palette.length]!,
    symbol: symbols[at % symbols.length]!,
    size: 9,
    ids: new Set(members),
  }));
}
