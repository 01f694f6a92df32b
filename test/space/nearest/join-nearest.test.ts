import { buildSpace, findNearestSync, joinNearest, prepare } from "reference-regions";
import { describe, expect, test } from "vitest";
import { makeVaried } from "../../support/sensitivity.js";

const space = buildSpace(prepare(makeVaried(30)));
const part = (from: number, to: number, count = 4) => findNearestSync(space, { from, to, count });
const whole = findNearestSync(space, { count: 4 });

describe("joinNearest", () => {
  test("makes of parts, in any order, what one call for all finds", () => {
    expect(joinNearest([part(20, 30), part(0, 7), part(7, 20)])).toEqual({
      ...whole,
      recipe: { ...whole.recipe, call: { name: "findNearest", options: { count: 4, from: 0, to: 30 } } },
    });
    expect(joinNearest([part(3, 5), part(5, 5), part(5, 9)])).toEqual(part(3, 9));
    expect(joinNearest([whole]).neighbours).toEqual(whole.neighbours);
  });

  test.each([
    [[], "at least one part, got none"],
    [[part(0, 10), part(12, 30)], "a part from position 10 on, got one from 12 on"],
    [[part(0, 10), part(8, 30)], "a part from position 10 on, got one from 8 on"],
    [
      [part(0, 10), part(10, 30, 5)],
      "parts of one space, got 4 nearest of 30 regions under squared-euclidean, and 5 of 30",
    ],
  ])("refuses what does not fit, case %#", (parts, message) => {
    expect(() => joinNearest(parts)).toThrow(`joinNearest.parts: expected ${message}`);
  });
});
