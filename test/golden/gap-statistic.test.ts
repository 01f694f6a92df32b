import { clusterRegions } from "reference-regions";
import { describe, expect, it } from "vitest";
import { drawReference, fitBox, gapChoice, gapOf } from "../../src/cluster/gap.js";
import { euclidOf } from "../../src/space/euclid.js";
import { expectClose, expectColumn, type GoldenData, readData, readGolden } from "../support/golden.js";
import { makeSpace } from "./cluster.js";

interface Curve {
  readonly gaps: readonly number[];
  readonly standardErrors: readonly number[];
  /** Null where no k fulfils the rule. */
  readonly chosen: number | null;
}
const { cases, curves } = readGolden<{
  cases: readonly (Curve & {
    readonly data: string;
    /** By k, from 1. */
    readonly logInertias: readonly number[];
    readonly box: {
      readonly centre: readonly number[];
      readonly axes: readonly (readonly number[])[];
      readonly low: readonly number[];
      readonly high: readonly number[];
    };
    /** Region by region: the uniform numbers along the axes of the box, and the coordinates that they lead to. */
    readonly draws: readonly {
      readonly uniforms: readonly number[];
      readonly coordinates: readonly number[];
      readonly logInertias: readonly number[];
    }[];
  })[];
  curves: readonly (Curve & { readonly label: string })[];
}>("gap-statistic");

const numberOfTypes = (curve: readonly unknown[]) => curve.map((_, i) => i + 1);

/** The same regions at the coordinates of a draw. */
function moved({ codes, countries, columns }: GoldenData, coordinates: readonly number[]): GoldenData {
  const ids = Object.keys(columns);
  return {
    codes,
    countries,
    columns: Object.fromEntries(
      ids.map((id, k) => [id, codes.map((_, i) => coordinates[i * ids.length + k]!)]),
    ),
  };
}

function logInertiasOf(raw: GoldenData, ks: readonly number[]): number[] {
  const space = makeSpace(raw, "euclidean");
  return ks.map((k) => Math.log(clusterRegions(space, { method: "ward", k }).validity.inertia!));
}

for (const golden of cases)
  describe(`gap statistic of Ward's types, ${golden.data} (R clusGap with d.power = 2, error as in the paper)`, () => {
    const { draws, logInertias, gaps, standardErrors, chosen, box } = golden;
    const raw = readData(golden.data);
    const space = makeSpace(raw, "euclidean");
    const euclid = euclidOf(space, "euclidean")!;
    const ks = numberOfTypes(logInertias);

    it("log inertia of the data and of each reference draw", () => {
      expectColumn(logInertiasOf(raw, ks), logInertias, "data", { floor: 1 });
      draws.forEach((draw, b) => {
        const found = logInertiasOf(moved(raw, draw.coordinates), ks);
        expectColumn(found, draw.logInertias, `draw ${b + 1}`, { floor: 1 });
      });
    });

    it("the gap, its error, and the number of types by the rule of the paper", () => {
      const curve = ks.map((k) => ({
        k,
        gap: gapOf(
          logInertias[k - 1]!,
          draws.map((draw) => draw.logInertias[k - 1]!),
        ),
      }));
      for (const { k, gap } of curve) {
        expectClose(gap!.gap, gaps[k - 1]!, `gap, k ${k}`, { floor: 1 });
        expectClose(gap!.error, standardErrors[k - 1]!, `error, k ${k}`, { floor: 1 });
      }
      expect(gapChoice(curve)).toBe(chosen);
    });

    it("the box along the principal axes (R svd)", () => {
      const found = fitBox(euclid);
      expectColumn(found.centre, box.centre, "centre", { floor: 1 });
      expectColumn(found.low, box.low, "low ends", { floor: 1 });
      expectColumn(found.high, box.high, "high ends", { floor: 1 });
      box.axes.forEach((axis, c) => {
        expectColumn(found.axes[c], axis, `axis ${c + 1}`, { floor: 1 });
      });
    });

    it("the draws, from the same uniform numbers", () => {
      const size = Math.max(
        ...Object.values(raw.columns).map((column) => Math.max(...column.map((v) => Math.abs(v!)))),
      );
      for (const { uniforms, coordinates } of draws) {
        let next = 0;
        const random = { uniform: () => uniforms[next++]!, integer: () => Number.NaN };
        const found = drawReference(space, euclid, fitBox(euclid), random);
        expect(next).toBe(uniforms.length);
        expectColumn(found.coordinates, coordinates, "coordinates", { floor: size });
      }
    });
  });

describe("the rule of the paper: the smallest k with gap(k) >= gap(k + 1) - error(k + 1) (R maxSE, Tibs2001SEmax)", () => {
  for (const { label, gaps, standardErrors, chosen } of curves)
    it(`a curve that ${label}`, () => {
      const curve = gaps.map((gap, i) => ({ k: i + 1, gap: { gap, error: standardErrors[i]! } }));
      expect(gapChoice(curve)).toBe(chosen);
    });
});
