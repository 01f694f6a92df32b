import type { Framework } from "reference-regions";

/** A table as CSV text with the framework that describes it. */
export interface BenchData {
  readonly csv: string;
  readonly framework: Framework;
}

/**
 * Regions in rows, indicators of unequal weight in columns, every figure from the seed; `missing` is the share of empty cells. With
 * `factors`, every so-manieth indicator moves with the same hidden factor (r = 0.64); without, all are independent.
 */
export function makeData(n: number, p: number, missing: number, factors = 0, seed = 1): BenchData {
  const random = mulberry32(seed);
  const ids = Array.from({ length: p }, (_, k) => `x${k}`);
  const rows = Array.from({ length: n }, (_, i) => {
    const hidden = Array.from({ length: factors }, () => normal(random));
    const cells = ids.map((_, k) => {
      const common = factors === 0 ? 0 : 0.8 * hidden[k % factors]!;
      const value = (50 + 12 * (common + (factors === 0 ? 1 : 0.6) * normal(random))).toFixed(3);
      return random() < missing ? "" : value;
    });
    return [`R${i}`, `Region ${i}`, `C${i % 27}`, ...cells].join(",");
  });
  const framework: Framework = {
    schemaVersion: 1,
    id: "bench",
    name: "Bench",
    dimensions: ["a", "b", "c", "d", "e"].map((id) => ({ id, name: id })),
    indicators: ids.map((id, k) => ({
      id,
      name: id,
      dimension: "abcde"[k % 5]!,
      role: "structural",
      weight: 1 + ((7 * k) % 11) / 10,
    })),
  };
  return { csv: `${["code", "name", "country", ...ids].join(",")}\n${rows.join("\n")}\n`, framework };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
