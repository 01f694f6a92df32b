import type { Indicator } from "../../table/framework.js";

/** What all structural shares have in common. */
export function share(
  id: string,
  en: string,
  ru: string,
  unit: { readonly en: string; readonly ru: string },
): Pick<Indicator, "id" | "name" | "role" | "unit" | "range"> {
  return { id, name: { en, ru }, role: "structural", unit, range: { min: 0, max: 100 } };
}
