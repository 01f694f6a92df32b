import { type PreparedTable, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { rawTables, read, treatOptions } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

const wide = rawTables({ minRegions: 12, maxRegions: 24 });

/** Every column of a table before and after treatment alone, gaps left out. */
function treatedColumns({ indicators, raw, columns, steps, regions }: PreparedTable) {
  return indicators.map(({ id }) => {
    const cells = regions.flatMap((region, row) => {
      const [from, to] = [raw[id]![row]!, columns[id]![row]!];
      return from === null ? [] : [{ region: region.id, from, to }];
    });
    return { id, cells, step: steps[id]!.treated };
  });
}

const alone = fc.record({ raw: wide, treat: treatOptions }).map(({ raw, treat }) => ({
  treat,
  columns: treatedColumns(prepare(read(raw), { treat, normalise: "none" })),
}));

describe("treatment of outliers", () => {
  it("winsorises never more than maxPoints regions, 5 unless said otherwise", () => {
    let winsorised = 0;
    fc.assert(
      fc.property(alone, ({ treat, columns }) => {
        const most = typeof treat === "object" ? (treat.maxPoints ?? 5) : 5;
        for (const { cells, step } of columns) {
          if (step.winsorised === undefined) continue;
          const moved = cells.filter(({ from, to }) => from !== to);
          expect(moved.length).toBeLessThanOrEqual(most);
          expect(step.winsorised.points).toBe(moved.length);
          winsorised += moved.length > 0 ? 1 : 0;
        }
      }),
    );
    expect(winsorised).toBeGreaterThan(0);
  });

  it("when it winsorises, moves the far end to one value and leaves every other cell as it is", () => {
    fc.assert(
      fc.property(alone, ({ columns }) => {
        for (const { cells, step } of columns) {
          if (step.winsorised === undefined || step.winsorised.points === 0) continue;
          const { side, limit } = step.winsorised;
          const unmoved = cells.filter(({ from, to }) => from === to).map(({ from }) => from);
          const inner = side === "high" ? Math.max(...unmoved) : Math.min(...unmoved);
          expect(limit).toBe(inner);
          for (const { from, to } of cells) {
            if (from === to) continue;
            expect(to).toBe(limit);
            expect(side === "high" ? from > limit : from < limit).toBe(true);
          }
        }
      }),
    );
  });

  it("keeps the order of the values: who was lower is never higher, and equals stay equal", () => {
    fc.assert(
      fc.property(alone, ({ columns }) => {
        for (const { cells } of columns) {
          const ordered = [...cells].sort((a, b) => a.from - b.from);
          for (let i = 1; i < ordered.length; i++) {
            const [low, high] = [ordered[i - 1]!, ordered[i]!];
            if (low.from === high.from) expect(high.to).toBe(low.to);
            else expect(high.to).toBeGreaterThanOrEqual(low.to);
          }
        }
      }),
    );
  });

  it("touches nothing where the verdict is untreated or passed, and lists every cell that it touches", () => {
    fc.assert(
      fc.property(alone, ({ columns }) => {
        for (const { cells, step } of columns) {
          expect(step.cells).toEqual(cells.filter(({ from, to }) => from !== to));
          if (step.verdict === "untreated" || step.verdict === "passed") expect(step.cells).toEqual([]);
        }
      }),
    );
  });

  it("of a column that passes changes nothing when the table is treated again", () => {
    fc.assert(
      fc.property(wide, (raw) => {
        const once = prepare(read(raw), { treat: "winsorise", normalise: "none" });
        const rows = raw.rows.map((row, i) => ({
          ...row,
          ...Object.fromEntries(once.indicators.map(({ id }) => [id, once.columns[id]![i]!])),
        }));
        const twice = prepare(read({ ...raw, rows }), { treat: "winsorise", normalise: "none" });
        for (const { id } of once.indicators)
          if (once.steps[id]!.treated.verdict !== "still-failing")
            expect(twice.columns[id]).toEqual(once.columns[id]);
      }),
    );
  });

  it("leaves a column that differs between regions different between regions", () => {
    fc.assert(
      fc.property(alone, ({ columns }) => {
        for (const { cells } of columns) {
          const before = new Set(cells.map(({ from }) => from)).size;
          const after = new Set(cells.map(({ to }) => to)).size;
          if (before > 1) expect(after).toBeGreaterThan(1);
        }
      }),
    );
  });
});
