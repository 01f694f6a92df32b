import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of random numbers that its seed and its number alone decide. */
export interface RandomStream {
  /** A whole number from 0 to `below - 1`. */
  integer(below: number): number;
  /** A number from 0 to below 1. */
  uniform(): number;
}

/**
 * The first stream of a seed. Small seeds leave the generator's state nearly empty, so the seed is mixed (the finaliser of
 * MurmurHash3) and the generator jumps once before its first number.
 */
export function randomStream(seed: number): RandomStream {
  return randomStreams(seed)();
}

/**
 * The streams of a seed one after the other: the first call gives stream 0, which is `randomStream(seed)`. Each begins a jump of 2^64
 * numbers behind the one before, so that they never meet. `purpose` sets the streams of one kind of draw apart from those of another.
 */
export function randomStreams(seed: number, purpose = ""): () => RandomStream {
  const leader = xoroshiro128plus(mix(seed ^ hash(purpose)));
  return () => {
    leader.jump();
    const generator = leader.clone();
    return {
      integer: (below) => uniformInt(generator, 0, below - 1),
      uniform: () => uniformFloat64(generator),
    };
  };
}

function mix(seed: number): number {
  let h = Math.trunc(seed) ^ 0x9e3779b9;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** 0 for no text, so that the streams without a purpose are those of the seed itself. */
function hash(text: string): number {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) + 0x811c9dc5;
  return h | 0;
}
