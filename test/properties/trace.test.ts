import { type PreparedTable, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { imputeOptions, rawTables, read, treatOptions } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

/** Follows one cell from the raw table through the recorded steps, without the library. */
function follow({ raw, steps, regions }: PreparedTable, id: string, row: number): number | null {
  const { imputed, treated, normalised } = steps[id]!;
  const region = regions[row]!.id;
  const own = raw[id]![row]! ?? imputed.cells.find((cell) => cell.region === region)?.value ?? null;
  if (own === null) return null;
  const touched = treated.cells.find((cell) => cell.region === region);
  if (touched !== undefined) expect(touched.from).toBe(own);
  const value = touched?.to ?? own;
  const { method, centre, spread, clipped } = normalised;
  if (normalised.constant && method !== "none" && method !== "goalposts")
    return method === "min-max" ? 0.5 : 0;
  if (centre === undefined || spread === undefined) return value;
  const scaled = (value - centre) / spread;
  return clipped?.includes(region) ? (scaled < 0 ? 0 : 1) : scaled;
}

const scales = fc.constantFrom(
  "none" as const,
  "min-max" as const,
  "z-score" as const,
  "robust" as const,
  "goalposts" as const,
);

describe("every prepared number can be traced", () => {
  it("from raw through the recorded steps to the same number, bit for bit, for the linear scales", () => {
    fc.assert(
      fc.property(rawTables(), imputeOptions, treatOptions, scales, (raw, impute, treat, scale) => {
        const table = read(raw);
        const bounds = Object.fromEntries(
          table.framework.indicators
            .filter(({ role }) => role === "structural")
            .map(({ id }) => [id, [-200, 300] as const]),
        );
        const normalise = scale === "goalposts" ? { method: scale, bounds } : scale;
        const prepared = prepare(table, { impute, treat, normalise });
        for (const { id } of prepared.indicators)
          prepared.columns[id]!.forEach((value, row) => {
            expect(value, `${id} ${row}`).toBe(follow(prepared, id, row));
          });
      }),
      { numRuns: 60 },
    );
  });

  it("and the recorded logarithm gives the logged value", () => {
    let logged = 0;
    fc.assert(
      fc.property(rawTables({ minRegions: 6 }), (raw) => {
        const prepared = prepare(read(raw), { treat: "log", normalise: "none" });
        for (const { id } of prepared.indicators) {
          const { log, cells } = prepared.steps[id]!.treated;
          if (log === undefined) expect(cells).toEqual([]);
          else
            prepared.raw[id]!.forEach((value, row) => {
              if (value === null) return;
              const expected = log.reflected ? -Math.log(log.shift - value) : Math.log(value + log.shift);
              expect(prepared.columns[id]![row]).toBe(expected);
              logged++;
            });
        }
      }),
    );
    expect(logged).toBeGreaterThan(50);
  });
});
