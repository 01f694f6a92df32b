import { buildSpace, explainPair, findReferenceRegions, placeRegion, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { messagesOf } from "../support/problems.js";
import { makeFramework, makeTable } from "../support/tables.js";

const table = makeTable({ age: [40, 42, 44, 50], jobs: [3, 1, 2, 5] });
const space = buildSpace(prepare(table, { treat: "none" }));
const at = (larger: typeof space, id: string): number[] => {
  const i = larger.regions.findIndex((region) => region.id === id);
  return [...larger.coordinates.subarray(i * larger.p, (i + 1) * larger.p)];
};

describe("placeRegion", () => {
  it("puts a region on the fitted scale and leaves the others where they are", () => {
    const larger = placeRegion(space, { code: "NEW", name: "Merger", country: "ES", age: 45, jobs: 2 });
    expect([larger.n, larger.p]).toEqual([5, 2]);
    expect(at(larger, "NEW")).toEqual([0.5, 0.25]);
    expect([...larger.coordinates.subarray(0, 8)]).toEqual([...space.coordinates]);
    expect(larger.regions.at(-1)).toMatchObject({ id: "NEW", name: "Merger", country: "ES" });
    expect(larger.prepared.raw.age).toEqual([40, 42, 44, 50, 45]);
    expect(larger.prepared.columns.age!.at(-1)).toBe(0.5);
    expect(larger.notes).toEqual(space.notes);
  });

  it("does not change the space that it is given", () => {
    const before = structuredClone(space);
    placeRegion(space, { code: "NEW", age: 45, jobs: null });
    expect(structuredClone(space)).toEqual(before);
  });

  it("takes a value beyond the table as it is, and notes it", () => {
    const larger = placeRegion(space, { code: "NEW", age: 60, jobs: -3 });
    expect(at(larger, "NEW")).toEqual([2, -1]);
    expect(larger.notes).toEqual([
      {
        code: "beyond-range",
        region: "NEW",
        indicators: ["age", "jobs"],
        message:
          "NEW lies beyond every region of the table in age, jobs; the scale was not stretched for it.",
      },
    ]);
    expect(placeRegion(space, { code: "NEW", age: 50, jobs: 1 }).notes).toEqual([]);
  });

  it("clips at goalposts and at the limit of winsorising", () => {
    const posts = buildSpace(
      prepare(table, { normalise: { method: "goalposts", bounds: { age: [40, 50], jobs: [0, 4] } } }),
    );
    expect(at(placeRegion(posts, { code: "NEW", age: 60, jobs: -3 }), "NEW")).toEqual([1, 0]);
    const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
    const moved = buildSpace(prepare(makeTable({ x })));
    expect(at(placeRegion(moved, { code: "NEW", x: 5000 }), "NEW")).toEqual([1]);
  });

  it("sets a rank between two others by their distance, and an unknown ordinal code half-way", () => {
    const ranks = buildSpace(prepare(makeTable({ x: [10, 20, 40] }), { normalise: "rank" }));
    expect(at(placeRegion(ranks, { code: "A", x: 25 }), "A")).toEqual([2.25]);
    expect(at(placeRegion(ranks, { code: "A", x: 99 }), "A")).toEqual([3]);
    const framework = makeFramework({ indicators: [{ id: "x", kind: "ordinal" }] });
    const codes = buildSpace(prepare(makeTable({ x: [1, 5, 9] }, { framework }), { normalise: "none" }));
    expect(at(placeRegion(codes, { code: "A", x: 6 }), "A")).toEqual([2.5]);
  });

  it("leaves a missing cell missing: it counts as everywhere else", () => {
    const larger = placeRegion(space, { code: "NEW", age: 44, jobs: null });
    expect(larger.prepared.columns.jobs!.at(-1)).toBeNull();
    expect(explainPair(larger, "NEW", "R03")).toMatchObject({ distance: null, coverage: 0.5 });
    expect(explainPair(larger, "R01", "R03").distance).toBe(explainPair(space, "R01", "R03").distance);
    const loose = buildSpace(prepare(table, { treat: "none" }), { minCoverage: 0.5 });
    expect(explainPair(placeRegion(loose, { code: "NEW", age: 44, jobs: null }), "NEW", "R03").distance).toBe(
      0,
    );
  });

  it("gives a region with a gap no distance under mahalanobis", () => {
    const round = buildSpace(prepare(table), { metric: "mahalanobis" });
    const larger = placeRegion(round, { code: "NEW", age: 44, jobs: null });
    expect(explainPair(larger, "NEW", "R03").distance).toBeNull();
    expect(explainPair(larger, "R01", "R03").distance).toBe(explainPair(round, "R01", "R03").distance);
  });

  it("keeps the replacement of zeros, and takes all parts of a composition or none", () => {
    const framework = makeFramework({
      compositions: [{ id: "c" }],
      indicators: [{ id: "a", composition: "c" }, { id: "b", composition: "c" }, "x"],
    });
    const shares = makeTable({ a: [0, 20, 60], b: [100, 80, 40], x: [1, 2, 3] }, { framework });
    const clr = buildSpace(prepare(shares, { composition: "clr", normalise: "none" }), { minCoverage: 0 });
    const zero = placeRegion(clr, { code: "Z", a: 100, b: 0, x: 2 });
    const delta = clr.prepared.steps.a!.composed.delta!;
    expect(delta).toBe(0.65 * 20);
    expect(at(zero, "Z")[0]).toBeCloseTo(Math.log((100 - delta) / delta) / 2, 12);
    const gap = placeRegion(clr, { code: "G", a: 100, b: null, x: 2 });
    expect(["a", "b"].map((id) => gap.prepared.columns[id]!.at(-1))).toEqual([null, null]);
    expect(() => placeRegion(clr, { code: "N", a: 110, b: -10, x: 2 })).toThrow(
      "region N: expected shares of at least 0 with a positive sum, got 110, -10.",
    );
  });

  it("can be asked for one region after another", () => {
    const two = placeRegion(placeRegion(space, { code: "A", age: 45, jobs: 2 }), {
      code: "B",
      age: 45,
      jobs: 2,
    });
    expect(explainPair(two, "A", "B").distance).toBe(0);
    expect(findReferenceRegions(two, "B", { count: 1 }).regions[0]!.id).toBe("A");
  });

  it("reads the keys that it is told", () => {
    const larger = placeRegion(space, { NUTS: "NEW", age: 45, jobs: 2 }, { columns: { id: "NUTS" } });
    expect(larger.regions.at(-1)!.id).toBe("NEW");
  });

  it("refuses an id that is taken", () => {
    expect(messagesOf(() => placeRegion(space, { code: "R02", age: 45, jobs: 2 }))).toEqual([
      "placeRegion (R02): expected an id that is not in the space yet, got one that is. Give the new region an id of its own.",
    ]);
  });

  it("answers a misspelt indicator with the right one", () => {
    expect(messagesOf(() => placeRegion(space, { code: "NEW", age: 45, job: 2 }))).toEqual([
      'column job: expected an indicator of the framework, got "job". Did you mean "jobs"?',
    ]);
  });

  it("refuses a row that leaves an indicator out, holds no number, or has nothing at all", () => {
    expect(() => placeRegion(space, { code: "NEW", age: 45 })).toThrow(
      'expected a column for "jobs" (jobs), got none.',
    );
    expect(() => placeRegion(space, { code: "NEW", age: 45, jobs: "many" })).toThrow(
      "row 1, column jobs (NEW): expected a number",
    );
    expect(() => placeRegion(space, { code: "NEW", age: null, jobs: null })).toThrow(
      "expected a value in at least one indicator",
    );
  });
});
