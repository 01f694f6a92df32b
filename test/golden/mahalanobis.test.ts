import { buildSpace, measureDistances, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { expectColumn, readData, readGolden, tableOf } from "../support/golden.js";

const { data, cases } = readGolden<{
  data: string;
  cases: readonly { shares: readonly string[]; others: readonly string[]; values: readonly number[] }[];
}>("mahalanobis");

const all = readData(data);

function distances(ids: readonly string[]) {
  const columns = Object.fromEntries(ids.map((id) => [id, all.columns[id]!]));
  const prepared = prepare(tableOf({ ...all, columns }), { treat: "none", normalise: "none" });
  return measureDistances(buildSpace(prepared, { metric: "mahalanobis" })).values;
}

describe("Mahalanobis is the root of (x - y)' S^-1 (x - y), S the sample covariance (exact, R, scipy)", () => {
  for (const { shares, others, values } of cases) {
    for (const dropped of shares)
      it(`without ${dropped}: the same distances whichever of the three shares is left out`, () => {
        const kept = [...shares, ...others].filter((id) => id !== dropped);
        expectColumn(distances(kept), values, `without ${dropped}`, { relative: 1e-9 });
      });

    it(`refuses ${shares.join(", ")} together, because they add to 100, and names the three alone`, () => {
      let message = "";
      try {
        distances([...others, ...shares]);
      } catch (error) {
        message = (error as Error).message;
      }
      for (const id of shares) expect(message).toContain(id);
      for (const id of others) expect(message).not.toContain(id);
    });
  }
});
