import { prepare, principalComponents } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectClose, expectColumn, readData, readGolden, tableOf } from "../support/golden.js";

type Matrix = readonly (readonly number[])[];

const { cases } = readGolden<{
  cases: readonly {
    data: string;
    indicators: readonly string[];
    regions: readonly string[];
    eigenvalues: readonly number[];
    explained: readonly number[];
    loadings: Matrix;
    scores: Matrix;
    rotated: { components: number; loadings: Matrix; variance: readonly number[] };
    kmo: { overall: number; indicators: Record<string, number> };
  }[];
}>("principal-components");

const EIGEN = { relative: 1e-9 };
// Loadings and scores cancel to near 0; they are measured against 1.
const FROM_EIGEN = { relative: 1e-9, floor: 1 };
const ROTATED = { relative: 1e-6, floor: 1 };

function expectMatrix(
  actual: readonly (readonly (number | null)[])[],
  expected: Matrix,
  labels: readonly string[],
  tolerance: typeof FROM_EIGEN,
): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((row, i) => {
    expectColumn(actual[i], row, labels[i]!, tolerance);
  });
}

for (const golden of cases)
  describe(`principal components of ${golden.data} (R, psych)`, () => {
    const raw = readData(golden.data);
    const found = principalComponents(prepare(tableOf(raw), { treat: "none", normalise: "none" }));
    const { indicators, regions, rotated, kmo } = golden;

    it("indicators and regions stand in the order of the table", () => {
      expect(found.indicators).toEqual(indicators);
      expect(found.regions).toEqual(regions);
    });

    it("eigenvalues are those of the correlation matrix, largest first", () => {
      expectColumn(found.eigenvalues, golden.eigenvalues, "eigenvalues", EIGEN);
      expectColumn(found.explained, golden.explained, "explained", EIGEN);
    });

    it("the scale of the columns does not matter", () => {
      const scaled = principalComponents(prepare(tableOf(raw), { treat: "none", normalise: "min-max" }));
      expectColumn(scaled.eigenvalues, golden.eigenvalues, "eigenvalues", EIGEN);
      expectMatrix(scaled.scores, golden.scores, regions, FROM_EIGEN);
    });

    it("loadings are eigenvectors times the root of the eigenvalue, the largest of each component positive", () => {
      expectMatrix(found.loadings, golden.loadings, indicators, FROM_EIGEN);
    });

    it("scores are standardised data times eigenvectors", () => {
      expectMatrix(found.scores, golden.scores, regions, FROM_EIGEN);
    });

    it("KMO, overall and by indicator", () => {
      expectClose(found.kmo!.overall, kmo.overall, "overall", EIGEN);
      expect(Object.keys(found.kmo!.indicators).sort()).toEqual([...indicators].sort());
      for (const id of indicators) expectClose(found.kmo!.indicators[id], kmo.indicators[id]!, id, EIGEN);
    });

    it(`varimax with Kaiser rows turns the ${rotated.components} components above 1, ordered by variance`, () => {
      expect(found.rotated.components).toBe(rotated.components);
      expectColumn(found.rotated.variance, rotated.variance, "variance", ROTATED);
      expectMatrix(found.rotated.loadings, rotated.loadings, indicators, ROTATED);
    });
  });
