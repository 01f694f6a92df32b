import { describe, expect, it } from "vitest";
import { joinAll, type Linkage } from "../../src/cluster/linkage.js";
import type { Merge } from "../../src/cluster/merges.js";
import { runToEnd } from "../../src/shared/long-task.js";
import { randomStream } from "../../src/shared/random.js";
import { condensed, gapsOnLine } from "../support/clusters.js";

const linkages = ["ward", "average", "complete", "single"] as const;

function join(distances: Float64Array, n: number, linkage: Linkage, isSquared = false): Merge[] {
  return runToEnd(joinAll(distances, n, linkage, isSquared));
}

/** Each merge as left part, right part, height. */
function told(merges: readonly Merge[]): (readonly number[])[] {
  return merges.map(({ left, right, height }) => [left, right, height]);
}

const near = (height: number): number => expect.closeTo(height, 12) as number;

describe("four points on a line, at 0, 1, 3 and 7", () => {
  const line = gapsOnLine(0, 1, 3, 7);

  it.each<[Linkage, number[]]>([
    // 3 to {0, 1}: 2 from the nearest, 3 from the furthest, 2.5 in the mean; 7 to the three: 4, 7, and (7 + 6 + 4) / 3.
    ["single", [1, 2, 4]],
    ["complete", [1, 3, 7]],
    ["average", [1, 2.5, 17 / 3]],
    // sqrt(2 a b / (a + b)) times the gap of the centres, 0.5 and 3, then 4 / 3 and 7.
    ["ward", [1, Math.sqrt(4 / 3) * 2.5, Math.sqrt(6 / 4) * (17 / 3)]],
  ])("join in one chain under %s, at heights worked by hand", (linkage, [first, second, third]) => {
    expect(told(join(line, 4, linkage))).toEqual([
      [-1, -2, near(first!)],
      [-3, 1, near(second!)],
      [-4, 2, near(third!)],
    ]);
  });

  it("count the points of each union", () => {
    expect(join(line, 4, "average").map(({ size }) => size)).toEqual([2, 3, 4]);
    expect(join(gapsOnLine(0, 1, 10, 12), 4, "average").map(({ size }) => size)).toEqual([2, 2, 4]);
  });
});

describe("the parts of a merge, as R orders them", () => {
  it("of two points the one that stands first, whichever is nearer to the rest", () => {
    expect(told(join(gapsOnLine(7, 3, 1, 0), 4, "single"))).toEqual([
      [-3, -4, 1],
      [-2, 1, 2],
      [-1, 2, 4],
    ]);
  });

  it("of two unions the one that was made first, though it stands last", () => {
    expect(told(join(gapsOnLine(10, 12, 1, 0), 4, "single"))).toEqual([
      [-3, -4, 1],
      [-1, -2, 2],
      [1, 2, 9],
    ]);
  });

  it("name every point and every union but the last once", () => {
    const random = randomStream(5);
    const merges = join(
      condensed(23, () => random.uniform()),
      23,
      "average",
    );
    const parts = merges.flatMap(({ left, right }) => [left, right]).sort((a, b) => a - b);
    const points = Array.from({ length: 23 }, (_, i) => i - 23);
    expect(parts).toEqual([...points, ...Array.from({ length: 21 }, (_, t) => t + 1)]);
  });
});

describe("equal distances", () => {
  it.each(linkages)(
    "of all pairs: the points join one after the other, in their order, under %s",
    (linkage) => {
      const merges = told(
        join(
          condensed(4, () => 1),
          4,
          linkage,
        ),
      );
      expect(merges.map((merge) => merge.slice(0, 2))).toEqual([
        [-1, -2],
        [-3, 1],
        [-4, 2],
      ]);
    },
  );

  it("to two others: the one that stands first is taken", () => {
    expect(told(join(gapsOnLine(1, 0, 2), 3, "complete"))).toEqual([
      [-1, -2, 1],
      [-3, 1, 2],
    ]);
    expect(told(join(gapsOnLine(0, 1, 2), 3, "complete"))).toEqual([
      [-1, -2, 1],
      [-3, 1, 2],
    ]);
  });

  it("along a line: single linkage makes a chain of it, complete linkage pairs", () => {
    const line = gapsOnLine(0, 1, 2, 3);
    expect(told(join(line, 4, "single"))).toEqual([
      [-1, -2, 1],
      [-3, 1, 1],
      [-4, 2, 1],
    ]);
    expect(told(join(line, 4, "complete"))).toEqual([
      [-1, -2, 1],
      [-3, -4, 1],
      [1, 2, 3],
    ]);
  });

  it("of 0 join first, at height 0", () => {
    expect(told(join(gapsOnLine(5, 2, 5, 2, 5), 5, "ward"))).toEqual([
      [-1, -3, 0],
      [-5, 1, 0],
      [-2, -4, 0],
      [2, 3, near(Math.sqrt(12 / 5) * 3)],
    ]);
  });
});

describe("heights", () => {
  it.each(linkages)("ascend under %s, whatever the distances", (linkage) => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = randomStream(seed);
      const distances = condensed(15, () =>
        seed % 2 === 0 ? random.uniform() : 0.1 * (1 + random.integer(3)),
      );
      const heights = join(distances, 15, linkage).map(({ height }) => height);
      expect(heights).toEqual([...heights].sort((a, b) => a - b));
    }
  });

  it("do not sink by rounding: all pairs equally far, all heights that distance", () => {
    for (let tenths = 1; tenths <= 30; tenths++) {
      const merges = join(
        condensed(9, () => tenths / 10),
        9,
        "average",
      );
      for (const { height } of merges) {
        expect(height).toBeGreaterThanOrEqual(tenths / 10);
        expect(height).toBeCloseTo(tenths / 10, 12);
      }
    }
  });

  it("of Ward's linkage are in the unit of the distances, from squares as well", () => {
    const line = gapsOnLine(0, 1, 3, 7);
    const squares = line.map((distance) => distance ** 2);
    expect(told(join(squares, 4, "ward", true))).toEqual(told(join(line, 4, "ward")));
  });

  it("of other linkages are in the unit of what they are given", () => {
    expect(told(join(gapsOnLine(0, 1, 3), 3, "single", true))).toEqual(
      told(join(gapsOnLine(0, 1, 3), 3, "single")),
    );
  });
});

describe("few points", () => {
  it.each(linkages)("two have one merge at their distance, under %s", (linkage) => {
    expect(join(Float64Array.of(5), 2, linkage)).toEqual([{ left: -1, right: -2, height: near(5), size: 2 }]);
  });

  it.each(linkages)("one has none, under %s", (linkage) => {
    expect(join(new Float64Array(0), 1, linkage)).toEqual([]);
  });
});

it("the distances given stay as they are", () => {
  const line = gapsOnLine(0, 1, 3, 7);
  for (const linkage of linkages) join(line, 4, linkage);
  expect([...line]).toEqual([1, 3, 7, 2, 6, 4]);
});
