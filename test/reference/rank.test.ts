import type { Region } from "reference-regions";
import { describe, expect, it } from "vitest";
import { cutList, rankByDistance } from "../../src/reference/rank.js";

const region = (id: string): Region => ({
  id,
  name: id,
  country: null,
  latitude: null,
  longitude: null,
  attributes: {},
});
const regions = ["D", "B", "C", "A", "E"].map(region);
const distances = Float64Array.of(0.2, 0.1, 0.2, 0.2, Number.NaN);
const ids = (list: readonly { readonly j: number }[]): string[] => list.map(({ j }) => regions[j]!.id);

describe("rankByDistance", () => {
  const ranked = rankByDistance(regions, distances, () => true);

  it("orders by distance, at equal distance by id, and leaves out regions without a distance", () => {
    expect(ids(ranked)).toEqual(["B", "A", "C", "D"]);
  });

  it("gives equal distances the lowest rank", () => {
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 2, 2]);
  });

  it("counts the eligible alone", () => {
    const without = rankByDistance(regions, distances, (j) => regions[j]!.id !== "B");
    expect(without.map(({ rank }) => rank)).toEqual([1, 1, 1]);
  });

  it("goes on counting after a tie", () => {
    const further = rankByDistance(regions, Float64Array.of(0.1, 0.1, 0.3, 0.4, 0.4), () => true);
    expect(further.map(({ rank }) => rank)).toEqual([1, 1, 3, 4, 4]);
  });

  it("orders ids by their code units, the same in every language", () => {
    const places = ["b", "B", "Ä", "a"].map(region);
    const order = rankByDistance(places, new Float64Array(4), () => true);
    expect(order.map(({ j }) => places[j]!.id)).toEqual(["B", "a", "b", "Ä"]);
  });
});

describe("cutList", () => {
  const ranked = rankByDistance(regions, Float64Array.of(0.2, 0.1, 0.2, 0.2, 0.5), () => true);
  const cut = (count: number, maxDistance = Infinity, pinned: readonly string[] = []) => {
    const { shown, tied } = cutList(ranked, count, maxDistance, (j) => pinned.includes(regions[j]!.id));
    return { shown: ids(shown), tied: ids(tied) };
  };

  it("shows the nearest and names those tied with the last", () => {
    expect(cut(2)).toEqual({ shown: ["B", "A"], tied: ["C", "D"] });
    expect(cut(4)).toEqual({ shown: ["B", "A", "C", "D"], tied: [] });
    expect(cut(1)).toEqual({ shown: ["B"], tied: [] });
  });

  it("shows a region at the very distance that is the limit", () => {
    expect(cut(5, 0.2)).toEqual({ shown: ["B", "A", "C", "D"], tied: [] });
    expect(cut(5, 0.19)).toEqual({ shown: ["B"], tied: [] });
    expect(cut(5, 0.01)).toEqual({ shown: [], tied: [] });
  });

  it("shows a pinned region beyond the count and beyond the limit, at its place", () => {
    expect(cut(1, 0.15, ["E", "C"])).toEqual({ shown: ["B", "C", "E"], tied: [] });
  });

  it("does not call a pinned region tied as well", () => {
    expect(cut(2, Infinity, ["D"])).toEqual({ shown: ["B", "A", "D"], tied: ["C"] });
  });

  it("counts a pinned region that is near anyway", () => {
    expect(cut(2, Infinity, ["B"])).toEqual({ shown: ["B", "A"], tied: ["C", "D"] });
  });
});
