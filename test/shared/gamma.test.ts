import { describe, expect, test } from "vitest";
import { gamma } from "../../src/shared/gamma.js";
import { randomStream } from "../../src/shared/random.js";
import { mean, variance } from "../../src/shared/statistics.js";

describe("gamma", () => {
  test.each([0.3, 1, 4.8, 200])("has mean and variance of its shape: %d", (shape) => {
    const random = randomStream(11);
    const numbers = Array.from({ length: 20_000 }, () => gamma(shape, random));
    // Five standard errors of the mean, and a tenth of the variance.
    expect(Math.abs(mean(numbers) - shape)).toBeLessThan(5 * Math.sqrt(shape / 20_000));
    expect(Math.abs(variance(numbers) - shape)).toBeLessThan(0.1 * shape);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  });

  test("has the median of the exponential distribution at shape 1, which is ln 2", () => {
    const random = randomStream(5);
    const below = Array.from({ length: 20_000 }, () => gamma(1, random)).filter((x) => x < Math.log(2));
    expect(Math.abs(below.length / 20_000 - 0.5)).toBeLessThan(0.018);
  });
});
