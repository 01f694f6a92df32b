import type { Plan } from "../../plan.js";
import type { FeatureCollection } from "../../report/to-geojson.js";
import type { Text } from "../../shared/text.js";
import type { RegionTable } from "../../table/region-table.js";

/** All that a page is made of, as JSON inside it. */
export interface PageData {
  readonly table: RegionTable;
  readonly plan: Plan;
  readonly geometry: FeatureCollection | null;
  readonly language: string;
  readonly title: Text | null;
}

/** JSON that can stand inside a script element: no text in it can end that element. */
export function embeddable(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

/** A text as HTML has it. */
export function escapeHtml(text: string): string {
  const written: { readonly [mark: string]: string } = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (mark) => written[mark]!);
}
