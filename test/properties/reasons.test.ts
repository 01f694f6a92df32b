import { explainPair, findReferenceRegions, type StructuralSpace } from "reference-regions";
import { describe, expect, it } from "vitest";
import { isNear, spaces } from "../support/arbitraries.js";
import fc from "../support/fast-check.js";

/** The prepared gaps of a region to all others in one indicator, where both have a figure. */
function gapsOf({ prepared }: StructuralSpace, indicator: string, region: number): number[] {
  const column = prepared.columns[indicator]!;
  return column.flatMap((value, other) =>
    other === region || value === null || column[region] === null ? [] : [Math.abs(value - column[region]!)],
  );
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const power = ({ metric }: StructuralSpace): number => (metric.endsWith("euclidean") ? 2 : 1);

const data = [
  ["complete data", { complete: true }],
  ["missing cells", {}],
] as const;

describe.each(data)("what is typical, with %s", (_, options) => {
  it("is in a list the target's mean absolute gap to all others, null without any", () => {
    fc.assert(
      fc.property(spaces(options), fc.nat(), (space, pick) => {
        const i = pick % space.n;
        const target = space.regions[i]!.id;
        fc.pre(
          space.regions.some(({ id }) => id !== target && explainPair(space, target, id).distance !== null),
        );
        const { indicators } = findReferenceRegions(space, target).regions[0]!.contributions!;
        for (const { id, typicalGap } of indicators) {
          const gaps = gapsOf(space, id, i);
          if (gaps.length === 0) expect(typicalGap).toBeNull();
          else expect(isNear(typicalGap!, mean(gaps), 1e-12)).toBe(true);
        }
      }),
    );
  });

  it("decides in a pair: what adds less than the mean of both sides unites, what adds more divides", () => {
    fc.assert(
      fc.property(spaces(options), fc.nat(), (space, pick) => {
        const [i, j] = [pick % space.n, (pick + 1) % space.n];
        const pair = explainPair(space, space.regions[i]!.id, space.regions[j]!.id);
        for (const { id, gap, weight, verdict } of pair.indicators) {
          if (gap === null) expect(verdict).toBe("missing");
          else if (weight === 0) expect(verdict).toBe("weightless");
          else {
            const sides = [i, j].map((side) =>
              mean(gapsOf(space, id, side).map((one) => one ** power(space))),
            );
            const saved = mean(sides) - Math.abs(gap) ** power(space);
            if (Math.abs(saved) <= 1e-9 * mean(sides)) continue;
            expect(verdict).toBe(saved > 0 ? "unites" : "divides");
          }
        }
        const told = pair.indicators.filter(({ verdict }) => verdict === "unites" || verdict === "divides");
        expect([...pair.unites, ...pair.divides].sort()).toEqual(told.map(({ id }) => id).sort());
      }),
    );
  });
});
