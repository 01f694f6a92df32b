import type { RegionTable } from "reference-regions";
import { makeFramework, makeTable } from "./tables.js";

/**
 * A table whose regions stand on a line in structure (R01 first, the target) and have the given figures in performance: once where more
 * is better, once where less is.
 */
export function makePerformance(figures: readonly (number | null)[]): RegionTable {
  const framework = makeFramework({
    indicators: [
      "place",
      { id: "more", role: "performance", direction: "higher", unit: "points", year: 2024 },
      { id: "less", role: "performance", direction: "lower" },
    ],
  });
  const regions = figures.map((_, i) => ({
    code: `R${String(i + 1).padStart(2, "0")}`,
    country: i % 2 === 0 ? "A" : "B",
  }));
  return makeTable({ place: figures.map((_, i) => i), more: figures, less: figures }, { framework, regions });
}
