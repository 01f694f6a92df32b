import code from "#explorer-page";
// As a user of the library would: the build keeps this entry apart from the rest, so that the rest does not carry its pieces.
import {
  type FeatureCollection,
  OptionsError,
  type Plan,
  type PlanInput,
  type PresetName,
  parsePlan,
  type RegionTable,
  type Text,
} from "../index.js";
import { issueAt } from "../shared/errors.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import { textIn } from "../shared/text.js";
import { catalogues } from "./language/catalogues.js";
import { embeddable, escapeHtml, type PageData } from "./model/page-data.js";
import { style } from "./style.js";

/** Options of `renderExplorer`. */
export interface ExplorerOptions {
  /** The plan from which a reader starts: a plan, the name of a preset, or nothing for `orkestra`. */
  readonly plan?: PlanInput | PresetName | undefined;
  /** Outlines of the regions, matched by id; without them the map shows the places of the table. */
  readonly geometry?: FeatureCollection | undefined;
  /** In which language the page opens: `"en"` (default) or `"ru"`. A reader can switch. */
  readonly language?: string | undefined;
  /** Default: the name of the framework. */
  readonly title?: Text | undefined;
}

/**
 * Writes an interactive page as one HTML text, to be saved and mailed: choose a region, move weights, filter, and see the list change, with
 * reasons, map, profile, performance, types and certainty. The library, the charts and the data stand inside it, so that it opens from disk
 * without a network, and computes what the library computes.
 *
 * Names cannot break the page: they are data there, never code.
 *
 * @throws {OptionsError} For an impossible plan, an unknown language, or a geometry that is no GeoJSON FeatureCollection.
 *
 * @example
 * ```ts
 * const html = renderExplorer(table, { plan: { reference: { count: 10 } }, title: "Our regions" });
 * html.slice(0, 15); // => "<!doctype html>"
 * html.includes("<title>Our regions</title>"); // => true
 * ```
 */
export function renderExplorer(
  table: RegionTable,
  { plan: asked = "orkestra", geometry, language = "en", title }: ExplorerOptions = {},
): string {
  const plan: Plan = parsePlan(asked);
  checkLanguage(language);
  checkGeometry(geometry);
  const heading = textIn(title ?? table.framework.name, language);
  const data: PageData = {
    table,
    plan,
    geometry: geometry ?? null,
    language,
    title: title ?? null,
  };
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(heading)}</title>
<style>${style}</style>
</head>
<body>
<noscript>This page needs JavaScript. Этой странице нужен JavaScript.</noscript>
<div id="explorer"></div>
<script type="application/json" id="explorer-data">${embeddable(data)}</script>
<script>${code}</script>
</body>
</html>
`;
}

function checkLanguage(language: string): void {
  if (Object.hasOwn(catalogues, language)) return;
  const known = Object.keys(catalogues);
  const sentence = `expected one of ${known.join(", ")}, got "${language}".${didYouMean(language, known)}`;
  throw new OptionsError([issueAt("unknown-language", { path: "renderExplorer.language" }, sentence)]);
}

function checkGeometry(geometry: unknown): void {
  if (geometry === undefined) return;
  if ((geometry as FeatureCollection | null)?.type === "FeatureCollection") {
    if (Array.isArray((geometry as FeatureCollection).features)) return;
  }
  const sentence = "expected a GeoJSON FeatureCollection, got something else. Pass the parsed file.";
  throw new OptionsError([issueAt("no-geometry", { path: "renderExplorer.geometry" }, sentence)]);
}
