import { buildSpace, explainPair, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";
import { makeFramework, makeTable } from "../support/tables.js";

/** Rows of shares that add to 100, zeros and gaps among them, beside an indicator that is complete. */
const shares = fc
  .record({ n: fc.integer({ min: 3, max: 9 }), p: fc.integer({ min: 2, max: 6 }) })
  .chain(({ n, p }) =>
    fc.record({
      counts: fc.array(
        fc
          .array(fc.integer({ min: 0, max: 9 }), { minLength: p, maxLength: p })
          .map(([first, ...rest]) => [first! + 20, ...rest]),
        { minLength: n, maxLength: n },
      ),
      lacking: fc.array(fc.option(fc.nat({ max: p - 1 }), { nil: null, freq: 4 }), {
        minLength: n,
        maxLength: n,
      }),
      weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: p, maxLength: p }),
    }),
  );

function made(
  { counts, lacking }: { counts: number[][]; lacking: (number | null)[] },
  weights: number[] = [],
) {
  const p = counts[0]!.length;
  const ids = Array.from({ length: p }, (_, k) => `s${k}`);
  const framework = makeFramework({
    compositions: [{ id: "set" }],
    indicators: [
      ...ids.map((id, k) => ({ id, composition: "set", weight: weights[k] ?? 1 })),
      "other",
      "third",
    ],
  });
  const whole = (row: number[]) => row.reduce((sum, one) => sum + one, 0);
  const columns = Object.fromEntries(
    ids.map((id, k) => [
      id,
      counts.map((row, i) => (lacking[i] === k ? null : (100 * row[k]!) / whole(row))),
    ]),
  );
  const table = makeTable(
    { ...columns, other: counts.map((_, i) => i), third: counts.map((_, i) => (i * 7) % 5) },
    { framework },
  );
  return { ids, table };
}

describe("a composition", () => {
  it("weighs as one indicator under equal-by-dimension, whatever the number of its parts", () => {
    fc.assert(
      fc.property(shares, (one) => {
        const { ids, table } = made(one);
        const prepared = prepare(table, { treat: "none" });
        const inert = new Set(prepared.inert.map(({ id }) => id));
        fc.pre(ids.some((id) => !inert.has(id)) && !inert.has("third"));
        const { indicators } = weigh(prepared);
        expect(
          isNear(
            ids.reduce((sum, id) => sum + indicators[id]!, 0),
            1 / 3,
            1e-12,
          ),
        ).toBe(true);
        expect(isNear(indicators.other!, 1 / 3, 1e-12)).toBe(true);
      }),
    );
  });

  it("of which a region lacks one share is missing there as a whole, and nowhere else", () => {
    fc.assert(
      fc.property(shares, fc.constantFrom("clr" as const, "hellinger" as const), (one, composition) => {
        const { ids, table } = made(one);
        const { columns } = prepare(table, { composition, treat: "none", normalise: "none" });
        one.lacking.forEach((lacks, i) => {
          for (const id of ids) expect(columns[id]![i] === null).toBe(lacks !== null);
        });
      }),
    );
  });

  it("adds up after the zeros were replaced, each of them listed with its region", () => {
    fc.assert(
      fc.property(shares, (one) => {
        const { ids, table } = made(one);
        const { columns, steps, notes } = prepare(table, {
          composition: { method: "clr", delta: 0.05 },
          treat: "none",
          normalise: "none",
        });
        one.counts.forEach((row, i) => {
          if (one.lacking[i] !== null) return;
          const sum = row.reduce((total, count) => total + count, 0);
          const zeros = row.filter((count) => count === 0).length;
          const replaced = row.map((count) =>
            count === 0 ? 0.05 : ((100 * count) / sum) * (1 - (zeros * 0.05) / 100),
          );
          expect(
            isNear(
              replaced.reduce((total, part) => total + part, 0),
              100,
              1e-12,
            ),
          ).toBe(true);
          const centre = replaced.reduce((total, part) => total + Math.log(part), 0) / replaced.length;
          ids.forEach((id, k) => {
            expect(isNear(columns[id]![i]!, Math.log(replaced[k]!) - centre, 1e-11, 1)).toBe(true);
          });
          const left = ids.reduce((total, id) => total + columns[id]![i]!, 0);
          expect(Math.abs(left)).toBeLessThan(1e-12);
        });
        ids.forEach((id, k) => {
          const zero = table.regions.filter((_, i) => one.lacking[i] === null && one.counts[i]![k] === 0);
          expect(steps[id]!.composed.cells).toEqual(
            zero.map((region) => ({ region: region.id, from: 0, to: 0.05 })),
          );
          const said = notes.find(({ code, indicator }) => code === "zeros-replaced" && indicator === id);
          expect(said?.cells ?? 0).toBe(zero.length);
        });
      }),
    );
  });

  it("gives under clr and Euclidean the Aitchison distance over the number of parts", () => {
    fc.assert(
      fc.property(shares, (one) => {
        const full = {
          counts: one.counts.map((row) => row.map((count) => count + 1)),
          lacking: one.lacking.map(() => null),
        };
        const { ids, table } = made(full);
        const prepared = prepare(table, { composition: "clr", treat: "none", normalise: "none" });
        const given = { other: 0, third: 0, ...Object.fromEntries(ids.map((id) => [id, 1])) };
        fc.pre(!prepared.inert.some(({ id }) => ids.includes(id)));
        const weights = weigh(prepared, { scheme: "given", indicators: given });
        const space = buildSpace(prepared, { metric: "euclidean", weights });
        const [x, y] = full.counts as [number[], number[]];
        let sum = 0;
        for (let a = 0; a < x.length; a++)
          for (let b = 0; b < x.length; b++) sum += (Math.log(x[a]! / x[b]!) - Math.log(y[a]! / y[b]!)) ** 2;
        const aitchison = Math.sqrt(sum / (2 * x.length));
        const { distance } = explainPair(space, "R01", "R02");
        expect(isNear(distance!, aitchison / Math.sqrt(x.length), 1e-11, 1e-2)).toBe(true);
      }),
    );
  });
});
