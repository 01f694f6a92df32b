import type { Note } from "../shared/note.js";
import { sum } from "../shared/statistics.js";
import type { Framework } from "./framework.js";
import type { Region, RegionTable } from "./region-table.js";

/** A note for each set of shares that does not add to its whole in some regions; regions with a missing share are not judged. */
export function checkCompositions(
  framework: Framework,
  regions: readonly Region[],
  columns: RegionTable["columns"],
): Note[] {
  const sets = new Set(framework.indicators.flatMap(({ composition }) => composition ?? []));
  return [...sets].flatMap((id): Note[] => {
    const { total = 100, tolerance = 1 } = framework.compositions?.find((one) => one.id === id) ?? {};
    const parts = framework.indicators.filter((one) => one.composition === id).map((one) => columns[one.id]!);
    const sums = regions.flatMap((region, row) => {
      const shares = parts.map((column) => column[row]!);
      return shares.includes(null as never) ? [] : [{ region: region.id, sum: sum(shares) }];
    });
    const off = sums
      .filter((one) => Math.abs(one.sum - total) > tolerance * (1 + 1e-9))
      .sort((a, b) => Math.abs(b.sum - total) - Math.abs(a.sum - total));
    if (off.length === 0) return [];
    const worst = off[0]!;
    const asFractions = total === 100 && Math.abs(worst.sum - 1) < 0.1;
    const hint = asFractions
      ? ` If the shares are fractions, state { id: "${id}", total: 1 } in the framework's compositions.`
      : "";
    return [
      {
        code: "composition-does-not-add-up",
        composition: id,
        regions: off.map((one) => one.region),
        total,
        tolerance,
        of: sums.length,
        furthest: worst,
        message: `The shares of ${id} do not add to ${total} (within ${tolerance}) in ${off.length} of ${sums.length} regions; furthest is ${worst.region} with ${Number(worst.sum.toPrecision(6))}.${hint}`,
      },
    ];
  });
}
