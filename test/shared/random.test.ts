import { describe, expect, it } from "vitest";
import { type RandomStream, randomStream, randomStreams } from "../../src/shared/random.js";

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

/** Two whole numbers below 1000 and a number below 1. */
const sample = (stream: RandomStream) => [stream.integer(1000), stream.integer(1000), stream.uniform()];

describe("randomStreams", () => {
  it.each<[number, string, number[][]]>([
    [
      1,
      "",
      [
        [55, 896, 0.7532039344796915],
        [911, 40, 0.4595822042289337],
        [784, 425, 0.5881844162335991],
      ],
    ],
    [
      1,
      "gap",
      [
        [392, 883, 0.05359946624947309],
        [874, 477, 0.5874472984566913],
        [806, 791, 0.03403040647104427],
      ],
    ],
    [
      42,
      "stability",
      [
        [518, 183, 0.8791795901796484],
        [252, 454, 0.5269062093007221],
        [470, 379, 0.8732055230809844],
      ],
    ],
  ])(
    "give the same numbers in every release but a major one: seed %d, purpose %j",
    (seed, purpose, numbers) => {
      const next = randomStreams(seed, purpose);
      expect(numbers.map(() => sample(next()))).toEqual(numbers);
    },
  );

  it("begin with the stream of the seed", () => {
    expect(sample(randomStreams(7)())).toEqual(sample(randomStream(7)));
    expect(sample(randomStreams(7, "")())).toEqual(sample(randomStream(7)));
  });

  it("differ from each other, and from those of another seed or another purpose", () => {
    const firsts = [
      randomStreams(1),
      randomStreams(2),
      randomStreams(1, "gap"),
      randomStreams(1, "pag"),
    ].flatMap((next) => Array.from({ length: 50 }, () => next().integer(1_000_000_000)));
    expect(new Set(firsts).size).toBe(200);
  });

  it("do not depend on how many numbers were drawn from those before, nor on how many were opened since", () => {
    const [lavish, sparing] = [randomStreams(5, "gap"), randomStreams(5, "gap")];
    for (let i = 0; i < 4; i++) {
      const drawn = lavish();
      for (let j = 0; j < 1000; j++) drawn.uniform();
      sparing();
    }
    const [fifth, same] = [lavish(), sparing()];
    sparing();
    sparing();
    expect(sample(same)).toEqual(sample(fifth));
  });

  it("do not meet: a stream goes on for ten thousand numbers without the first ones of the next", () => {
    const next = randomStreams(1);
    const first = next();
    const own = new Set(Array.from({ length: 10_000 }, () => first.uniform()));
    const second = next();
    expect(Array.from({ length: 50 }, () => second.uniform()).filter((one) => own.has(one))).toEqual([]);
  });
});

describe("a uniform number", () => {
  const { uniform } = randomStreams(3, "gap")();
  const numbers = Array.from({ length: 10_000 }, uniform);

  it("lies from 0 to below 1", () => {
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
  });

  it("lies in every tenth about as often (chi-squared below the 99.9 % point, 9 degrees)", () => {
    const counts = new Array<number>(10).fill(0);
    for (const number of numbers) counts[Math.floor(10 * number)]! += 1;
    expect(counts.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.88);
  });

  it("has more digits than a whole number of 32 bits", () => {
    expect(numbers.filter((number) => Number.isInteger(number * 2 ** 32)).length).toBeLessThan(10);
  });
});
