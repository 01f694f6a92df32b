import { buildSpace, type PrepareOptions, prepare, type StructuralSpace, weigh } from "reference-regions";
import { describe, expect, it } from "vitest";
import { distinguish, measureOverall, nameFrom, notable } from "../../src/cluster/distinctions.js";
import { makeFramework, makeTable } from "../support/tables.js";

const raw: PrepareOptions = { treat: "none", normalise: "none" };

function tell(space: StructuralSpace, members: readonly number[]) {
  const all = space.regions.map((_, at) => at);
  return distinguish(space, members, measureOverall(space, all));
}

const near = (value: number): number => expect.closeTo(value, 12) as number;

describe("distinguish", () => {
  const columns = { jobs: [100, 200, 300], age: [40, 40, 43] };

  it("tells the mean of a group beside that of all, and how far apart they are in standard deviations", () => {
    // jobs: sample standard deviation 100; age: mean 41, standard deviation the root of 3.
    expect(tell(buildSpace(prepare(makeTable(columns), raw)), [1, 2])).toEqual([
      { id: "jobs", difference: near(0.5), mean: near(250), overall: near(200) },
      { id: "age", difference: near(0.5 / Math.sqrt(3)), mean: near(41.5), overall: near(41) },
    ]);
  });

  it("tells means in the user's unit, differences on the prepared scale", () => {
    const skewed = { jobs: [1, 10, 100, 1000, 10_000], flat: [1, 2, 1, 2, 1] };
    const [jobs] = tell(buildSpace(prepare(makeTable(skewed), { treat: "none", normalise: "rank" })), [3, 4]);
    // Ranks 1 to 5: 4.5 against 3, standard deviation the root of 2.5, whatever the scale of the ranks.
    expect(jobs).toEqual({
      id: "jobs",
      difference: near(1.5 / Math.sqrt(2.5)),
      mean: near(5500),
      overall: near(11_111 / 5),
    });
  });

  it("counts the figures that there are", () => {
    const gappy = { jobs: [100, null, 300, 200], age: [1, 2, null, null], rest: [1, 2, 3, 4] };
    const space = buildSpace(prepare(makeTable(gappy), raw));
    const found = tell(space, [1, 2, 3]);
    expect(found.map(({ id, mean }) => [id, mean])).toEqual([
      ["jobs", 250],
      ["age", 2],
      ["rest", 3],
    ]);
    expect(tell(space, [2, 3]).map(({ id }) => id)).toEqual(["jobs", "rest"]);
  });

  it("leaves out what has no weight, codes without order, and what is the same everywhere", () => {
    const framework = makeFramework({
      indicators: ["x", { id: "idle", weight: 0 }, { id: "sort", kind: "nominal" }, "flat"],
    });
    const table = makeTable(
      { x: [1, 2, 3], idle: [1, 5, 9], sort: [1, 2, 3], flat: [7, 7, 7] },
      { framework },
    );
    const prepared = prepare(table, raw);
    const weights = weigh(prepared, { scheme: "given", indicators: { x: 1, idle: 0, sort: 1, flat: 1 } });
    const space = buildSpace(prepared, { metric: "gower", weights });
    expect(tell(space, [2]).map(({ id }) => id)).toEqual(["x"]);
  });

  it("leaves out what is the same among the regions that have a type, though it differs elsewhere", () => {
    const space = buildSpace(prepare(makeTable({ x: [1, 2, 3, 9], y: [5, 5, 5, 8] }), raw));
    expect(distinguish(space, [2], measureOverall(space, [0, 1, 2])).map(({ id }) => id)).toEqual(["x"]);
  });
});

const distinction = (id: string, difference: number) => ({ id, difference, mean: 0, overall: 0 });

describe("notable", () => {
  it("keeps differences from half a standard deviation on, the strongest first, on either side", () => {
    const kept = notable([
      distinction("a", 0.5),
      distinction("b", -1.2),
      distinction("c", 0.499),
      distinction("d", 0.9),
      distinction("e", -0.5),
    ]);
    expect(kept.map(({ id }) => id)).toEqual(["b", "d", "a", "e"]);
  });
});

describe("nameFrom", () => {
  const { indicators } = makeFramework({
    dimensions: [
      { id: "all", name: "All", elements: ["e1", "e2", "e3", "e4"].map((id) => ({ id, name: id })) },
    ],
    indicators: [
      { id: "young", name: "Young", element: "e1" },
      { id: "old", name: "Old", element: "e1" },
      { id: "jobs", name: { en: "Jobs", ru: "Занятость" }, element: "e2" },
      { id: "size", name: "Size", element: "e3" },
      { id: "age", name: "Age", element: "e4" },
    ],
  });
  const name = (...differences: readonly (readonly [string, number])[]): string =>
    nameFrom(
      differences.map(([id, difference]) => distinction(id, difference)),
      indicators,
    );

  it("says what is high and what is low, in the order of strength", () => {
    expect(name(["size", -2], ["jobs", 1.5], ["age", 1])).toBe("high: Jobs, Age; low: Size");
    expect(name(["size", -2])).toBe("low: Size");
    expect(name(["jobs", 1], ["size", 0.6])).toBe("high: Jobs, Size");
  });

  it("takes one indicator of an element, the strongest", () => {
    expect(name(["old", -2], ["young", 1.9], ["size", 1])).toBe("high: Size; low: Old");
  });

  it("takes three at most", () => {
    expect(name(["age", 4], ["old", -3], ["size", 2], ["jobs", 1])).toBe("high: Age, Size; low: Old");
  });

  it("has words for a type without a distinction", () => {
    expect(name()).toBe("near the mean of all regions");
  });

  it("takes every indicator for itself where there are no elements", () => {
    const plain = makeFramework({ indicators: ["a", "b", "c", "d"] }).indicators;
    const all = ["a", "b", "c", "d"].map((id, i) => distinction(id, 9 - i));
    expect(nameFrom(all, plain)).toBe("high: a, b, c");
  });
});
