import type { Framework, RegionTable } from "reference-regions";

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
  const framework = makeFramework(p);
  const nextRow = rowMaker(p, missing, factors, seed);
  const rows = Array.from({ length: n }, (_, i) => {
    const cells = nextRow().map((value) => value?.toFixed(3) ?? "");
    return [`R${i}`, `Region ${i}`, `C${i % 27}`, ...cells].join(",");
  });
  const ids = framework.indicators.map(({ id }) => id);
  return { csv: `${["code", "name", "country", ...ids].join(",")}\n${rows.join("\n")}\n`, framework };
}

/** The shares of the variance that the leading principal axes of the bundled EU regions carry. */
const EU_AXES = [0.34, 0.16, 0.1, 0.07, 0.05, 0.045, 0.04, 0.03, 0.025, 0.02, 0.018, 0.016];

/**
 * A large table, without the way through a text; no cell is missing. With `factors`, as `makeData`; without, hidden factors spread as
 * the axes of the bundled EU regions do, each moving all indicators.
 */
export function makeTable(n: number, p: number, factors = 0, seed = 1): RegionTable {
  const framework = makeFramework(p);
  const nextRow = factors > 0 ? rowMaker(p, 0, factors, seed) : likeEurope(p, seed);
  const columns = framework.indicators.map(() => new Array<number>(n).fill(0.5));
  for (let i = 0; i < n; i++)
    nextRow().forEach((value, k) => {
      columns[k]![i] = value!;
    });
  return {
    framework,
    regions: Array.from({ length: n }, (_, i) => ({
      id: `R${i}`,
      name: `Region ${i}`,
      country: `C${i % 27}`,
      latitude: null,
      longitude: null,
      attributes: {},
    })),
    columns: Object.fromEntries(framework.indicators.map(({ id }, k) => [id, columns[k]!])),
    notes: [],
  };
}

function likeEurope(p: number, seed: number): () => number[] {
  const random = mulberry32(seed);
  const loadings = EU_AXES.map((share) => Array.from({ length: p }, () => Math.sqrt(share) * normal(random)));
  const own = Math.sqrt(1 - EU_AXES.reduce((sum, share) => sum + share, 0));
  return () => {
    const row = Array.from({ length: p }, () => 50 + 12 * own * normal(random));
    for (const loading of loadings) {
      const hidden = normal(random);
      loading.forEach((weight, k) => {
        row[k]! += 12 * weight * hidden;
      });
    }
    return row;
  };
}

function rowMaker(p: number, missing: number, factors: number, seed: number): () => (number | null)[] {
  const random = mulberry32(seed);
  return () => {
    const hidden = Array.from({ length: factors }, () => normal(random));
    return Array.from({ length: p }, (_, k) => {
      const common = factors === 0 ? 0 : 0.8 * hidden[k % factors]!;
      const value = 50 + 12 * (common + (factors === 0 ? 1 : 0.6) * normal(random));
      return random() < missing ? null : value;
    });
  };
}

function makeFramework(p: number): Framework {
  return {
    schemaVersion: 1,
    id: "bench",
    name: "Bench",
    dimensions: ["a", "b", "c", "d", "e"].map((id) => ({ id, name: id })),
    indicators: Array.from({ length: p }, (_, k) => ({
      id: `x${k}`,
      name: `x${k}`,
      dimension: "abcde"[k % 5]!,
      role: "structural",
      weight: 1 + ((7 * k) % 11) / 10,
    })),
  };
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
