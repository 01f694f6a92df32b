import {
  buildSpace,
  clusterRegions,
  findReferenceRegions,
  locateInTypology,
  OptionsError,
  prepare,
} from "reference-regions";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/problems.js";
import { makeTable } from "../support/tables.js";

const raw = { treat: "none", normalise: "none" } as const;
// Two groups, one region between them, and one with half of the figures.
const table = makeTable(
  { x: [0, 1, 2, 5.9, 10, 11, 6], y: [0, 0, 0, 0, 0, 0, null], z: [1, 1, 1, 2, 3, 3, null] },
  { regions: ["A1", "A2", "A3", "M", { code: "B1", name: "B one" }, "B2", "T"] },
);
const space = buildSpace(prepare(table, raw), { metric: "manhattan", minCoverage: 0.66 });
const typology = clusterRegions(space, { method: "average", k: 2 });
const locate = (target: string, count: number) =>
  locateInTypology(typology, findReferenceRegions(space, target, { count }));

describe("locateInTypology", () => {
  it("tells the type of the target, its mates, and which reference regions are of another type", () => {
    expect(typology.labels).toEqual({ A1: 1, A2: 1, A3: 1, M: 2, B1: 2, B2: 2 });
    const place = locate("A1", 4);
    expect(place).toEqual({
      target: "A1",
      label: 1,
      name: typology.clusters[0]!.name,
      size: 3,
      medoid: "A2",
      mates: ["A2", "A3"],
      silhouette: typology.regions[0]!.silhouette,
      secondBest: 2,
      borderline: false,
      neighbours: 4,
      ofSameType: 2,
      ofOtherTypes: [
        { id: "M", name: "M", rank: 3, label: 2 },
        { id: "B1", name: "B one", rank: 4, label: 2 },
      ],
      sentence: "A1 is one of 3 regions of type 1 of 2; 2 of its 4 reference regions share the type.",
    });
  });

  it("names the type in the words of the typology", () => {
    expect(locate("B2", 2).name).toBe("high: z, x");
  });

  it("says of a target at the border that its list says more", () => {
    const place = locate("M", 3);
    expect([place.borderline, place.secondBest, place.silhouette! < 0.1]).toEqual([true, 1, true]);
    expect(place.sentence).toBe(
      "M is one of 3 regions of type 2 of 2; 1 of its 3 reference regions share the type. It lies at the border to type 1: its reference regions say more about it than its type.",
    );
  });

  it("counts reference regions without a type among those of other types", () => {
    const open = buildSpace(prepare(table, raw), { metric: "manhattan", minCoverage: 0.3 });
    const place = locateInTypology(typology, findReferenceRegions(open, "M", { count: 2 }));
    expect(place.ofOtherTypes.map(({ id, label }) => [id, label])).toEqual([
      ["T", null],
      ["A3", 1],
    ]);
    expect([place.neighbours, place.ofSameType]).toEqual([2, 0]);
  });

  it("tells of a target without a type that it has too few figures", () => {
    const open = buildSpace(prepare(table, raw), { metric: "manhattan", minCoverage: 0.3 });
    const place = locateInTypology(typology, findReferenceRegions(open, "T", { count: 2 }));
    expect(place).toMatchObject({
      target: "T",
      label: null,
      name: null,
      size: null,
      medoid: null,
      mates: [],
      silhouette: null,
      secondBest: null,
      borderline: false,
      neighbours: 2,
      ofSameType: 0,
      sentence: "T has too few figures to be given a type.",
    });
    expect(place.ofOtherTypes).toHaveLength(2);
  });

  it("has no second best where there is one type", () => {
    const one = clusterRegions(space, { method: "average", k: 1 });
    const place = locateInTypology(one, findReferenceRegions(space, "M", { count: 3 }));
    expect(place).toMatchObject({ label: 1, secondBest: null, borderline: false, ofSameType: 3 });
    expect(place.sentence).toBe(
      "M is one of 6 regions of type 1 of 1; 3 of its 3 reference regions share the type.",
    );
  });

  it("refuses a target that the typology does not know", () => {
    const other = buildSpace(prepare(makeTable({ x: [1, 2, 3] }, { regions: ["A1", "X", "A2"] }), raw));
    const error = errorOf(() => locateInTypology(typology, findReferenceRegions(other, "X")));
    expect(error).toBeInstanceOf(OptionsError);
    expect([error.code, error.message]).toEqual([
      "unknown-region",
      "locateInTypology.reference (X): expected a target that the typology knows, got another. Make both from the same space.",
    ]);
  });
});
