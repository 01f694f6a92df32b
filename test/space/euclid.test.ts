import { buildSpace, measureDistances, prepare, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { type Euclid, euclidOf, isEuclidean } from "../../src/space/euclid.js";
import { metrics } from "../../src/space/metrics.js";
import { pointsOf, randomPlaces } from "../support/clusters.js";
import { makeTable } from "../support/tables.js";

/** The plain squared distance of two points. */
function squared({ q, values }: Euclid, i: number, j: number): number {
  let sum = 0;
  for (let u = 0; u < q; u++) sum += (values[i * q + u]! - values[j * q + u]!) ** 2;
  return sum;
}

describe("the Euclidean metrics", () => {
  it("are those in which distances are lengths, or squares of lengths", () => {
    expect(metrics.filter(isEuclidean)).toEqual(["squared-euclidean", "euclidean", "mahalanobis"]);
  });

  it("alone have coordinates", () => {
    const points = pointsOf([[0], [1]]);
    expect(metrics.filter((metric) => euclidOf(points, metric) !== null)).toEqual(
      metrics.filter(isEuclidean),
    );
  });
});

describe("euclidOf", () => {
  it.each([
    ["squared-euclidean", 1],
    ["euclidean", 2],
    ["mahalanobis", 2],
  ] as const)("gives coordinates whose plain distances are those of the metric: %s", (metric, power) => {
    const places = randomPlaces(8, 4, 3);
    const columns = Object.fromEntries(
      ["a", "b", "c", "d"].map((id, k) => [id, places.map((place) => place[k]!)]),
    );
    const prepared = prepare(makeTable(columns));
    const weights = weigh(prepared, { scheme: "given", indicators: { a: 4, b: 0, c: 2, d: 1 } });
    const space = buildSpace(prepared, { metric, weights });
    const euclid = euclidOf(space, metric)!;
    const { values } = measureDistances(space);
    expect([euclid.n, euclid.q, [...euclid.used]]).toEqual([8, 3, [0, 2, 3]]);
    for (let i = 0, pair = 0; i < 8; i++)
      for (let j = i + 1; j < 8; j++, pair++)
        expect(squared(euclid, i, j)).toBeCloseTo(values[pair]! ** power, 10);
  });

  it("says by what it multiplied each coordinate", () => {
    const euclid = euclidOf(
      pointsOf(
        [
          [2, 3],
          [4, 5],
        ],
        [0.36, 0.64],
      ),
      "euclidean",
    )!;
    expect([...euclid.scales]).toEqual([0.6, 0.8]);
    expect([...euclid.values]).toEqual([1.2, 2.4000000000000004, 2.4, 4]);
  });

  it("has no factors where nothing is missing", () => {
    expect(euclidOf(pointsOf([[2, 3]]), "euclidean")!.factors).toBeNull();
  });

  it("puts a missing figure at the mean of its coordinate, and lets the others of its point count for it", () => {
    const places = [
      [1, 2, 8],
      [3, null, 8],
      [null, null, 2],
    ];
    const { values, factors } = euclidOf(pointsOf(places, [0.25, 0.25, 0.5]), "euclidean")!;
    expect([...values].map((value, o) => value / Math.sqrt([0.25, 0.25, 0.5][o % 3]!))).toEqual(
      [1, 2, 8, 3, 2, 8, 2, 2, 2].map((value) => expect.closeTo(value, 12)),
    );
    expect([...factors!]).toEqual(
      [1, 1, 1, 4 / 3, 0, 4 / 3, 0, 0, 2].map((factor) => expect.closeTo(factor, 12)),
    );
  });

  it("puts a coordinate that no point has at 0", () => {
    const { values } = euclidOf(
      pointsOf([
        [1, null],
        [2, null],
      ]),
      "euclidean",
    )!;
    expect([values[1], values[3]]).toEqual([0, 0]);
  });
});
