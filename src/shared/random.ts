import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of random numbers that its seed alone decides. */
export interface RandomStream {
  /** A whole number from 0 to `below - 1`. */
  integer(below: number): number;
}

/**
 * The stream of a seed. Small seeds leave the generator's state nearly empty, so the seed is mixed (the finaliser of
 * MurmurHash3) and the generator jumps once before its first number.
 */
export function randomStream(seed: number): RandomStream {
  const generator = xoroshiro128plus(mix(seed));
  generator.jump();
  return { integer: (below) => uniformInt(generator, 0, below - 1) };
}

function mix(seed: number): number {
  let h = Math.trunc(seed) ^ 0x9e3779b9;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
