import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/shared/random.js";

const draw = (seed: number, count: number, below: number) => {
  const stream = randomStream(seed);
  return Array.from({ length: count }, () => stream.integer(below));
};

describe("randomStream", () => {
  it("is decided by its seed alone", () => {
    expect(draw(7, 50, 1000)).toEqual(draw(7, 50, 1000));
  });

  it.each([
    [0, [937, 553, 451, 701, 728, 841]],
    [1, [55, 896, 772, 980, 369, 844]],
    [42, [956, 975, 596, 414, 285, 973]],
  ])("gives the same numbers in every release but a major one: seed %d", (seed, numbers) => {
    expect(draw(seed, numbers.length, 1000)).toEqual(numbers);
  });

  it("differs for neighbouring seeds from the first number on", () => {
    const firsts = new Set(Array.from({ length: 200 }, (_, seed) => draw(seed, 1, 1_000_000)[0]));
    expect(firsts.size).toBeGreaterThan(195);
  });

  it("stays from 0 to below - 1 and reaches both ends", () => {
    const numbers = draw(1, 1000, 6);
    expect(Math.min(...numbers)).toBe(0);
    expect(Math.max(...numbers)).toBe(5);
    expect(draw(1, 5, 1)).toEqual([0, 0, 0, 0, 0]);
  });

  it("gives every number about as often (chi-squared below the 99.9 % point, 9 degrees)", () => {
    const counts = new Array<number>(10).fill(0);
    for (const number of draw(3, 10_000, 10)) counts[number]! += 1;
    expect(counts.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.88);
  });
});
