import { optionsError } from "../shared/errors.js";
import type { Merge } from "./merges.js";
import type { Typology } from "./typology.js";

/** The hierarchy of a typology, or an error where its method makes none. */
export function hierarchyOf({ merges, method }: Typology, where: string): readonly Merge[] {
  if (merges !== undefined) return merges;
  throw optionsError(
    "no-hierarchy",
    { path: `${where}.typology` },
    `expected a typology with a hierarchy, got one made by ${method}. Make it with ward, average, complete or single.`,
  );
}
