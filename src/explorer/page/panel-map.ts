import { featureId } from "../../shared/feature-id.js";
import type { Region } from "../../table/region-table.js";
import { centreOf, equalArea, frameOf, type Place, projectGeometry } from "../model/projection.js";
import { chart, colours, escaped, registerOutlines } from "./chart.js";
import { button, make, named, setText } from "./dom.js";
import type { Page, Part, Shown } from "./part.js";

/** Regions on the map: the target, its reference regions and all others. */
export function mapPanel(page: Page): Part {
  const { words, engine, geometry } = page;
  const { regions } = engine.table;
  const drawing = chart(460, (id) => {
    if (id !== page.view().target) page.openPair(id);
  });
  const outlines = geometry === null ? null : projectGeometry(geometry);
  if (outlines !== null) registerOutlines("regions", outlines.map);
  const outlined = new Set(outlines?.ids);
  const places = outlines === null ? placesOf(regions) : new Map<string, Place>();
  const lost = regions.filter(({ id }) => !(outlines === null ? places.has(id) : outlined.has(id)));
  const known = new Set(regions.map(({ id }) => id));
  const strangers = (geometry?.features ?? []).map((one) => featureId(one)).filter((id) => !known.has(id));
  const middles = outlines === null ? [...places.values()] : outlines.middles;
  const frame = frameOf(middles);
  let whole = false;
  let last: Shown | null = null;
  const zoom = button("", () => {
    whole = !whole;
    if (last !== null) show(last);
  });
  const empty = lost.length === regions.length;
  const show = (shown: Shown): void => {
    last = shown;
    if (empty && outlines === null) return;
    const groups = groupsOf(page, shown, regions);
    const seen = whole ? middles : frame.seen;
    const options = outlines === null ? marks(groups, places, seen, drawing.size()) : areas(groups, seen);
    drawing.draw(options, `${words.panels.map}: ${words.list(page.nameOf(shown.view.target))}`);
    zoom.hidden = frame.hidden === 0;
    setText(zoom, whole ? words.closerMap : words.wholeMap(frame.hidden));
  };
  return {
    element: make(
      "div",
      {},
      empty && outlines === null
        ? make("p", { class: "notice" }, words.noPlaces)
        : make(
            "div",
            {},
            make("p", { class: "hint" }, words.mapHelp),
            drawing.element,
            outlines === null ? null : colourKey(page),
            zoom,
          ),
      empty && outlines === null
        ? null
        : lostRegions(
            page,
            words.withoutPlace(lost.length),
            lost.map(({ id }) => id),
          ),
      strangers.length === 0 ? null : lostRegions(page, words.unmatched(strangers.length), strangers),
    ),
    show,
    svg: drawing.svg,
  };
}

/** What the colours of outlines say. */
function colourKey({ words }: Page): HTMLElement {
  const entry = (use: string, label: string): HTMLElement => {
    const mark = make("span", { class: "mark", "aria-hidden": "true" });
    mark.style.background = colours[use]!;
    return make("span", {}, mark, ` ${label}`);
  };
  return make(
    "p",
    { class: "key hint" },
    entry("target", words.target),
    entry("listed", words.listedRegion),
    entry("other", words.otherRegion),
  );
}

/** A list of regions that the map lacks, to be opened. */
function lostRegions(page: Page, summary: string, ids: readonly string[]): HTMLElement | null {
  if (ids.length === 0) return null;
  const shown = ids.slice(0, 200);
  return make(
    "details",
    { class: "lost" },
    make("summary", {}, summary),
    make("ul", {}, ...shown.map((id) => make("li", {}, named(`${page.nameOf(id)} (${id})`)))),
    ids.length > shown.length ? make("p", {}, "…") : null,
  );
}

interface Group {
  readonly name: string;
  readonly color: string;
  readonly size: number;
  readonly symbol: string;
  readonly members: readonly { readonly id: string; readonly text: string }[];
}

function groupsOf(page: Page, { view, ranking }: Shown, regions: readonly Region[]): Group[] {
  const ranks = new Map(ranking?.rows.map(({ id, rank }) => [id, rank]));
  const kindOf = (id: string): number => (id === view.target ? 2 : ranks.has(id) ? 1 : 0);
  const members = (kind: number): Group["members"] =>
    regions
      .filter(({ id }) => kindOf(id) === kind)
      .map(({ id }) => {
        const rank = ranks.get(id);
        return { id, text: `${rank === undefined ? "" : `${rank}. `}${page.nameOf(id)} (${id})` };
      });
  const { words } = page;
  return [
    { name: words.otherRegion, color: colours.other!, size: 6, symbol: "circle", members: members(0) },
    { name: words.listedRegion, color: colours.listed!, size: 11, symbol: "circle", members: members(1) },
    { name: words.target, color: colours.target!, size: 16, symbol: "diamond", members: members(2) },
  ];
}

const shared = {
  legend: { bottom: 0, itemGap: 14, textStyle: { color: "#333" } },
  tooltip: { formatter: ({ data }: { data: { text: string } }): string => escaped(data.text) },
};

function marks(
  groups: readonly Group[],
  places: ReadonlyMap<string, Place>,
  all: readonly Place[],
  { width, height }: { readonly width: number; readonly height: number },
): object {
  const range = (axis: 0 | 1): readonly [number, number] => {
    const values = all.map((place) => place[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return [(low + high) / 2, Math.max(high - low, 1)];
  };
  const [[middleX, wide], [middleY, high]] = [range(0), range(1)];
  const [w, h] = [Math.max(1, width - 24), height - 64];
  const scale = 1.06 * Math.max(wide / w, high / h);
  const axis = (middle: number, pixels: number): object => ({
    type: "value",
    show: false,
    min: middle - (scale * pixels) / 2,
    max: middle + (scale * pixels) / 2,
  });
  return {
    ...shared,
    grid: { left: 12, right: 12, top: 12, bottom: 52 },
    xAxis: axis(middleX, w),
    yAxis: axis(middleY, h),
    series: groups.map(({ name, color, size, symbol, members }, z) => ({
      type: "scatter",
      name,
      symbol,
      symbolSize: size,
      z: z + 2,
      itemStyle: { color, borderColor: "#fff", borderWidth: 1 },
      data: members.flatMap(({ id, text }) => {
        const place = places.get(id);
        return place === undefined ? [] : [{ id, text, value: place }];
      }),
    })),
  };
}

function areas(groups: readonly Group[], seen: readonly Place[]): object {
  const ends = (axis: 0 | 1): readonly [number, number] => {
    const values = seen.map((place) => place[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const margin = 0.04 * (high - low) + 60;
    return [low - margin, high + margin];
  };
  const [[west, east], [south, north]] = [ends(0), ends(1)];
  return {
    tooltip: shared.tooltip,
    series: [
      {
        type: "map",
        map: "regions",
        aspectScale: 1,
        boundingCoords: [
          [west, north],
          [east, south],
        ],
        top: 8,
        bottom: 8,
        selectedMode: false,
        itemStyle: { areaColor: "#f1f2f4", borderColor: "#fff", borderWidth: 0.6 },
        data: groups.flatMap(({ color, members }) =>
          members.map(({ id, text }) => ({ name: id, id, text, itemStyle: { areaColor: color } })),
        ),
        label: { show: false },
        emphasis: { label: { show: false } },
        tooltip: {
          formatter: ({ data, name }: { data?: { text: string }; name: string }): string =>
            escaped(data?.text ?? name),
        },
      },
    ],
  };
}

function placesOf(regions: readonly Region[]): Map<string, Place> {
  const known = regions.flatMap(({ id, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ id, place: [longitude, latitude] as Place }],
  );
  const { latitude, longitude } = centreOf(known.map(({ place }) => place));
  const project = equalArea(latitude, longitude);
  return new Map(known.map(({ id, place }) => [id, project(...place)]));
}
