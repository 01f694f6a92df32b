import type { RandomStream } from "./random.js";

/** A number from the standard normal distribution (Marsaglia's polar method). */
function normal(random: RandomStream): number {
  for (;;) {
    const x = 2 * random.uniform() - 1;
    const y = 2 * random.uniform() - 1;
    const s = x * x + y * y;
    if (s > 0 && s < 1) return x * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** A number from the gamma distribution of this shape and scale 1 (Marsaglia and Tsang 2000); gammas over their sum are Dirichlet. */
export function gamma(shape: number, random: RandomStream): number {
  // A shape below 1 is drawn at one more, and pulled in.
  if (shape < 1) return gamma(shape + 1, random) * (1 - random.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
