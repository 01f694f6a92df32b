import type { Note } from "../shared/note.js";
import type { Indicator } from "../table/framework.js";
import type { RegionTable } from "../table/region-table.js";
import type { PreparedTable } from "./prepared-table.js";

/** What a reader must know of how the indicators were prepared. */
export function prepareNotes(
  indicators: readonly Indicator[],
  steps: PreparedTable["steps"],
  inert: PreparedTable["inert"],
  raw: PreparedTable["raw"],
  table: RegionTable,
): Note[] {
  const notes = inert.flatMap(({ id, reason }): Note[] => {
    if (reason === "constant") {
      const message = `Indicator ${id} is the same in every region that has it; it gets weight 0.`;
      return [{ code: "constant-indicator", indicator: id, message }];
    }
    // What has no value in the table at all was noted when it was read.
    if (table.columns[id]!.every((value) => value === null)) return [];
    const message = `Indicator ${id} has no value for any region that screening left; it gets weight 0.`;
    return [{ code: "empty-indicator", indicator: id, message }];
  });
  for (const { id } of indicators) {
    const { imputed, composed, treated, normalised } = steps[id]!;
    if (composed.cells.length > 0)
      notes.push({
        code: "zeros-replaced",
        indicator: id,
        cells: composed.cells.length,
        delta: composed.delta,
        message: `Indicator ${id}: ${composed.cells.length === 1 ? "1 share of 0 was" : `${composed.cells.length} shares of 0 were`} replaced by ${Number(composed.delta!.toPrecision(3))} before the logarithm.`,
      });
    const gaps = raw[id]!.filter((value) => value === null).length - imputed.cells.length;
    if (imputed.cells.length > 0)
      notes.push({
        code: "imputed",
        indicator: id,
        cells: imputed.cells.length,
        method: imputed.method,
        message: `Indicator ${id}: ${imputed.cells.length} missing cells were filled (${imputed.method}).`,
      });
    if (imputed.method !== "none" && gaps > 0)
      notes.push({
        code: "not-imputed",
        indicator: id,
        cells: gaps,
        method: imputed.method,
        message: `Indicator ${id}: ${gaps} missing cells could not be filled (${imputed.method}) and stay missing.`,
      });
    if (treated.verdict === "still-failing")
      notes.push({
        code: "still-skewed",
        indicator: id,
        message: `Indicator ${id} still has outliers after treatment (${treated.log === undefined ? "winsorised" : "logged"}).`,
      });
    if (normalised.fallback !== undefined)
      notes.push({
        code: "robust-fallback",
        indicator: id,
        message: `Indicator ${id}: more than half of its values are equal, so its robust scale is the mean absolute deviation.`,
      });
    if (normalised.clipped !== undefined && normalised.clipped.length > 0)
      notes.push({
        code: "clipped",
        indicator: id,
        regions: normalised.clipped,
        message: `Indicator ${id}: ${normalised.clipped.length} regions lie outside the goalposts and were set to the nearer one.`,
      });
  }
  return notes;
}
