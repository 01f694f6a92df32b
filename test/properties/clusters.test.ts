import {
  assessStabilitySync,
  buildSpace,
  type ClusterMethod,
  clusterMethods,
  clusterRegions,
  compareTypologies,
  cutTree,
  distanceBetween,
  findReferenceRegions,
  type Labelled,
  locateInTypology,
  type Metric,
  measureDistances,
  type PrepareOptions,
  profile,
  ReferenceRegionsError,
  type StructuralSpace,
  suggestClusterCount,
  type Typology,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import {
  isNear,
  normaliseOptions,
  type RawTable,
  rawTables,
  spaceOf,
  structuralIds,
  treatOptions,
} from "../support/arbitraries.js";
import { clusterInTime } from "../support/clusters.js";
import fc from "../support/fast-check.js";

const hierarchies = ["ward", "average", "complete", "single"] as const;
const metric: fc.Arbitrary<Metric> = fc.constantFrom(
  "squared-euclidean",
  "euclidean",
  "manhattan",
  "chebyshev",
  "canberra",
  "gower",
);
const euclidean = fc.constantFrom<Metric>("squared-euclidean", "euclidean");
const tables = fc.boolean().chain((tied) => rawTables({ tied, minRegions: 4, maxRegions: 11 }));
const number = fc.integer({ min: 1, max: 6 });
const prepared: fc.Arbitrary<PrepareOptions> = fc.record({
  treat: treatOptions,
  normalise: normaliseOptions,
});

const spaces = fc
  .record({ raw: tables, prepared, metric, minCoverage: fc.constantFrom(0, 0.3, 0.66) })
  .map(({ raw, prepared: how, ...space }) => spaceOf(raw, how, space));

/** Whether a method can divide a space. */
const fits = (method: ClusterMethod, { metric: one }: StructuralSpace): boolean =>
  method !== "k-means" || one.endsWith("euclidean");

/** The typology, or the message of the error that says why there is none. */
function outcome(space: StructuralSpace, method: ClusterMethod, k: number): Typology | string {
  try {
    return clusterInTime(space, { method, k });
  } catch (error) {
    if (error instanceof ReferenceRegionsError) return error.message;
    throw error;
  }
}

/** Calls `check` with every typology that there is, by every method, and fails where there is none to speak of. */
function forTypologies(
  check: (typology: Typology, space: StructuralSpace) => void,
  { methods = clusterMethods, runs = 15 }: { methods?: readonly ClusterMethod[]; runs?: number } = {},
): void {
  let seen = 0;
  fc.assert(
    fc.property(spaces, number, (space, k) => {
      for (const method of methods.filter((one) => fits(one, space))) {
        const typology = outcome(space, method, k);
        if (typeof typology === "string") continue;
        check(typology, space);
        seen++;
      }
    }),
    { numRuns: runs },
  );
  expect(seen).toBeGreaterThan(runs);
}

describe("types do not change", () => {
  it.each(clusterMethods)("with the order of the rows: the same labels, by %s", (method) => {
    const cases = tables.chain((raw) =>
      fc.tuple(
        fc.constant(raw),
        fc.shuffledSubarray([...raw.rows], { minLength: raw.rows.length, maxLength: raw.rows.length }),
      ),
    );
    const metrics = method === "k-means" ? euclidean : metric;
    fc.assert(
      fc.property(cases, prepared, metrics, number, ([raw, rows], how, one, k) => {
        const [first, second] = [raw, { ...raw, rows }].map((table) =>
          outcome(spaceOf(table, how, { metric: one, minCoverage: 0.3 }), method, k),
        );
        if (typeof first === "string" || typeof second === "string") {
          expect(second).toBe(first);
          return;
        }
        expect(second!.labels).toEqual(first!.labels);
        expect(second!.unassigned).toEqual(first!.unassigned);
        const told = ({ clusters }: Typology) =>
          clusters.map(({ label, size, medoid, members }) => ({ label, size, medoid, members }));
        expect(told(second!)).toEqual(told(first!));
      }),
      { numRuns: method === "k-means" ? 20 : 40 },
    );
  });

  it("with the same seed: the same typology, and a recipe that makes it again", () => {
    forTypologies((typology, space) => {
      const { typology: choices } = typology.recipe.plan as {
        typology: Parameters<typeof clusterRegions>[1];
      };
      expect(clusterRegions(space, choices)).toStrictEqual(typology);
    });
  });

  it("with the unit of all raw columns, times a power of two, where nothing is normalised", () => {
    const metrics = fc.constantFrom<Metric>("squared-euclidean", "euclidean", "manhattan", "chebyshev");
    fc.assert(
      fc.property(tables, metrics, number, fc.constantFrom(0.25, 2, 1024), (raw, one, k, factor) => {
        const ids = structuralIds(raw);
        const scaled = (row: RawTable["rows"][number]) => ({
          ...row,
          ...Object.fromEntries(ids.map((id) => [id, row[id] === null ? null : factor * Number(row[id])])),
        });
        const [first, second] = [raw, { ...raw, rows: raw.rows.map(scaled) }].map((table) =>
          spaceOf(table, { treat: "none", normalise: "none" }, { metric: one, minCoverage: 0.3 }),
        );
        for (const method of clusterMethods.filter((name) => fits(name, first!))) {
          const [plain, other] = [outcome(first!, method, k), outcome(second!, method, k)];
          if (typeof plain === "string") expect(other).toBe(plain);
          else expect((other as Typology).labels).toEqual(plain.labels);
        }
      }),
    );
  });
});

describe("every typology", () => {
  it("puts each region into one type or among the unassigned", () => {
    forTypologies(({ clusters, unassigned, labels, regions }, space) => {
      const placed = [...clusters.flatMap(({ members }) => members), ...unassigned.map(({ id }) => id)];
      expect([...placed].sort()).toEqual(space.regions.map(({ id }) => id).sort());
      expect(regions.map(({ id }) => id)).toEqual(
        space.regions.map(({ id }) => id).filter((id) => Object.hasOwn(labels, id)),
      );
      for (const { label, size, members } of clusters) {
        expect(members).toHaveLength(size);
        expect(members).toEqual([...members].sort());
        for (const id of members) expect(labels[id]).toBe(label);
      }
    });
  });

  it("has as many types as asked for, numbered by size, then by their first region", () => {
    forTypologies(({ clusters, k, recipe }) => {
      expect(k).toBe((recipe.plan.typology as { k: number }).k);
      expect(clusters.map(({ label }) => label)).toEqual(Array.from({ length: k }, (_, c) => c + 1));
      clusters.slice(1).forEach(({ size, members }, c) => {
        const before = clusters[c]!;
        expect(size).toBeLessThanOrEqual(before.size);
        if (size === before.size) expect(before.members[0]! < members[0]!).toBe(true);
      });
    });
  });

  it("has the member with the least sum of distances to the others for its medoid", () => {
    forTypologies(({ clusters }, { prepared: table, metric: one, weighting }) => {
      const whole = buildSpace(table, { metric: one, weights: weighting, minCoverage: 0 });
      const matrix = measureDistances(whole);
      for (const { medoid, members } of clusters) {
        const sumOf = (a: string): number =>
          members.reduce((sum, b) => sum + (a === b ? 0 : distanceBetween(matrix, a, b)!), 0);
        expect(members).toContain(medoid);
        for (const member of members) expect(sumOf(medoid)).toBeLessThanOrEqual(sumOf(member) * (1 + 1e-12));
      }
    });
  });

  it("has silhouettes from -1 to 1, with another type for the second best", () => {
    forTypologies(({ regions, clusters, k, validity }) => {
      for (const { silhouette, secondBest, borderline, label } of regions) {
        if (k === 1) expect([silhouette, secondBest, borderline]).toEqual([null, null, false]);
        else {
          expect(Math.abs(silhouette!)).toBeLessThanOrEqual(1);
          expect(secondBest).not.toBe(label);
          expect(clusters[secondBest! - 1]).toBeDefined();
          expect(borderline).toBe(silhouette! < 0.1);
        }
      }
      if (k > 1) expect(Math.abs(validity.silhouette!)).toBeLessThanOrEqual(1);
      if (validity.explained !== null) {
        expect(validity.explained).toBeGreaterThanOrEqual(-1e-12);
        expect(validity.explained).toBeLessThanOrEqual(1);
      }
    });
  });

  it("is described by a profile whose counts and names are its own", () => {
    forTypologies((typology, space) => {
      const profiles = profile(space, typology);
      expect(profiles.map(({ label, size, name }) => ({ label, size, name }))).toEqual(
        typology.clusters.map(({ label, size, name }) => ({ label, size, name })),
      );
      for (const { n, mean, overallMean } of profiles.flatMap(({ indicators }) => indicators))
        if (n > 0) expect([typeof mean, typeof overallMean]).toEqual(["number", "number"]);
    });
  });
});

describe("every hierarchy", () => {
  it("joins at heights that ascend, all regions in the end, and draws each once", () => {
    forTypologies(
      ({ merges, order, regions }) => {
        const heights = merges!.map(({ height }) => height);
        expect(heights).toEqual([...heights].sort((a, b) => a - b));
        expect(heights.every((height) => height >= 0)).toBe(true);
        expect(merges!.at(-1)!.size).toBe(regions.length);
        expect([...order!].sort()).toEqual(regions.map(({ id }) => id).sort());
      },
      { methods: hierarchies },
    );
  });

  it("cut into k types is its cut into one less with one type split", () => {
    forTypologies(
      (typology) => {
        const places = typology.merges!.filter(({ height }) => height > 0).length + 1;
        for (let k = 2; k <= places; k++) {
          const [coarse, fine] = [cutTree(typology, { k: k - 1 }), cutTree(typology, { k })];
          const pairs = Object.keys(fine.labels).map((id) => `${coarse.labels[id]} ${fine.labels[id]}`);
          expect([coarse.k, fine.k, new Set(pairs).size]).toEqual([k - 1, k, k]);
        }
        expect(cutTree(typology, { k: typology.k }).labels).toEqual(typology.labels);
      },
      { methods: hierarchies, runs: 10 },
    );
  });
});

describe("k-means", () => {
  it("has never more inertia than Ward's types of the same number, without gaps", () => {
    let less = 0;
    const complete = fc.boolean().chain((tied) => rawTables({ tied, complete: true, minRegions: 4 }));
    fc.assert(
      fc.property(complete, normaliseOptions, euclidean, number, (raw, normalise, one, k) => {
        const space = spaceOf(raw, { treat: "none", normalise }, { metric: one });
        const [means, ward] = [outcome(space, "k-means", k), outcome(space, "ward", k)];
        if (typeof means === "string" || typeof ward === "string") return;
        const [own, other] = [means.validity.inertia!, ward.validity.inertia!];
        expect(own <= other || isNear(own, other, 1e-9, 1)).toBe(true);
        if (own < other * (1 - 1e-6)) less++;
      }),
      { numRuns: 60 },
    );
    expect(less).toBeGreaterThan(3);
  });
});

describe("the comparison of two typologies", () => {
  const labelled = (n: number): fc.Arbitrary<Labelled> =>
    fc
      .array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: null, freq: 6 }), {
        minLength: n,
        maxLength: n,
      })
      .map((labels) => ({
        labels: Object.fromEntries(
          labels.flatMap((label, i) => (label === null ? [] : [[`R${i}`, label] as const])),
        ),
      }));
  const pairs = fc
    .integer({ min: 2, max: 14 })
    .chain((n) => fc.tuple(labelled(n), labelled(n)))
    .filter(([a, b]) => Object.keys(a.labels).filter((id) => Object.hasOwn(b.labels, id)).length > 1);

  it("is the same either way round, but for the order of the two", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const [there, back] = [compareTypologies(a, b), compareTypologies(b, a)];
        expect([back.n, back.rand, back.onlyInA, back.onlyInB]).toEqual([
          there.n,
          there.rand,
          there.onlyInB,
          there.onlyInA,
        ]);
        expect(isNear(back.adjustedRand, there.adjustedRand, 1e-12, 1)).toBe(true);
        const turned = back.table.map((cell) => ({ a: cell.b, b: cell.a, count: cell.count }));
        expect(turned.sort((x, y) => x.a - y.a || x.b - y.b)).toEqual(there.table);
      }),
    );
  });

  it("is 1 with itself, also with its types renamed, and stays in its range", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const renamed = {
          labels: Object.fromEntries(Object.entries(a.labels).map(([id, label]) => [id, 5 - label])),
        };
        for (const same of [a, renamed])
          if (Object.keys(a.labels).length > 1)
            expect(compareTypologies(a, same)).toMatchObject({ rand: 1, adjustedRand: 1 });
        const { n, rand, adjustedRand, table } = compareTypologies(a, b);
        expect(rand).toBeGreaterThanOrEqual(0);
        expect(rand).toBeLessThanOrEqual(1);
        expect(adjustedRand).toBeGreaterThanOrEqual(-0.5 - 1e-12);
        expect(adjustedRand).toBeLessThanOrEqual(1);
        expect(table.reduce((sum, { count }) => sum + count, 0)).toBe(n);
        if (rand < 1) expect(adjustedRand).toBeLessThan(1);
      }),
    );
  });
});

describe("what is told of types", () => {
  it("survives JSON and structuredClone: typology, profile, place, comparison, cut", () => {
    forTypologies((typology, space) => {
      const documents = [typology, profile(space, typology), compareTypologies(typology, typology)];
      const target = typology.regions[0]!.id;
      const open = buildSpace(space.prepared, { weights: space.weighting, minCoverage: 0 });
      const place = locateInTypology(typology, findReferenceRegions(open, target));
      const cuts = typology.merges === undefined ? [] : [cutTree(typology, { height: 1 })];
      for (const document of [...documents, place, ...cuts]) {
        expect(JSON.parse(JSON.stringify(document))).toStrictEqual(document);
        expect(structuredClone(document)).toStrictEqual(document);
      }
    });
  });

  it("survives both: the advice on their number, and their stability", () => {
    let seen = 0;
    fc.assert(
      fc.property(spaces, fc.constantFrom(...clusterMethods), (space, method) => {
        fc.pre(fits(method, space) && typeof outcome(space, method, 2) !== "string");
        const advice = suggestClusterCount(space, { method, to: 4, draws: 2, starts: 5 });
        const stability = assessStabilitySync(space, { method, k: 2, draws: 2, starts: 5 });
        for (const document of [advice, stability]) {
          expect(JSON.parse(JSON.stringify(document))).toStrictEqual(document);
          expect(structuredClone(document)).toStrictEqual(document);
        }
        for (const { stays } of stability.regions)
          expect(stays === null || (stays >= 0 && stays <= 1)).toBe(true);
        expect(advice.candidates.some(({ k }) => k === advice.k)).toBe(true);
        seen++;
      }),
      { numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(10);
  });
});
