import { findConsensus, type NamedSelection, OptionsError } from "reference-regions";
import { describe, expect, it } from "vitest";
import fc from "../support/fast-check.js";
import "../support/arbitraries.js";
import { errorOf } from "../support/problems.js";

const list = (name: string, ...ids: readonly string[]): NamedSelection => ({
  name,
  regions: ids.map((id) => ({ id })),
});
const order = (...lists: readonly NamedSelection[]): string[] =>
  findConsensus(lists).regions.map(({ id }) => id);

const randomLists = fc
  .array(fc.shuffledSubarray(["A", "B", "C", "D", "E", "F", "G"]), { minLength: 1, maxLength: 6 })
  .map((lists) => lists.map((ids, at) => list(`list ${at + 1}`, ...ids)));

describe("findConsensus", () => {
  it("tells of each region which lists hold it, their share, and its best and median rank in them", () => {
    const lists = [
      list("social", "A", "B", "C"),
      list("economic", "C", "A"),
      list("technological", "B", "D"),
    ];
    expect(findConsensus(lists)).toEqual({
      selections: 3,
      regions: [
        // Ranks 1 and 2.
        { id: "A", chosenBy: ["social", "economic"], share: 2 / 3, bestRank: 1, medianRank: 1.5 },
        // Ranks 2 and 1.
        { id: "B", chosenBy: ["social", "technological"], share: 2 / 3, bestRank: 1, medianRank: 1.5 },
        // Ranks 3 and 1.
        { id: "C", chosenBy: ["social", "economic"], share: 2 / 3, bestRank: 1, medianRank: 2 },
        { id: "D", chosenBy: ["technological"], share: 1 / 3, bestRank: 2, medianRank: 2 },
      ],
    });
  });

  it("puts what more lists choose before what one list has at its top", () => {
    expect(order(list("1", "A", "X", "B"), list("2", "Y", "Z", "B"))).toEqual(["B", "A", "Y", "X", "Z"]);
  });

  it("puts the lower median rank first among regions of as many lists", () => {
    // A has 1, 4, 4 and the best rank; B has 3, 2, 2.
    const lists = [
      list("1", "A", "X", "B"),
      list("2", "Y", "B", "Z", "A"),
      list("3", "V", "B", "W", "A"),
    ] as const;
    expect(order(...lists).slice(0, 2)).toEqual(["B", "A"]);
  });

  it("orders by id what is equal in lists and median rank, in whatever order it is met", () => {
    expect(order(list("1", "Z"), list("2", "a"), list("3", "B"))).toEqual(["B", "Z", "a"]);
  });

  it("has no regions where all lists are empty, and counts them still", () => {
    expect(findConsensus([list("1"), list("2")])).toEqual({ selections: 2, regions: [] });
    expect(findConsensus([list("1", "A"), list("2")]).regions[0]!.share).toBe(0.5);
  });

  it("is for one list that list", () => {
    expect(findConsensus([list("only", "B", "A")]).regions).toEqual([
      { id: "B", chosenBy: ["only"], share: 1, bestRank: 1, medianRank: 1 },
      { id: "A", chosenBy: ["only"], share: 1, bestRank: 2, medianRank: 2 },
    ]);
  });

  it("holds every region of every list once, with the share of the lists that have it", () => {
    fc.assert(
      fc.property(randomLists, (lists) => {
        const { regions } = findConsensus(lists);
        const all = new Set(lists.flatMap((one) => one.regions.map(({ id }) => id)));
        expect(regions.map(({ id }) => id).sort()).toEqual([...all].sort());
        for (const { id, chosenBy, share, bestRank, medianRank } of regions) {
          const holding = lists.filter((one) => one.regions.some((region) => region.id === id));
          const ranks = holding
            .map((one) => one.regions.findIndex((region) => region.id === id) + 1)
            .sort((x, y) => x - y);
          expect(chosenBy).toEqual(holding.map(({ name }) => name));
          expect(share).toBe(holding.length / lists.length);
          expect(bestRank).toBe(ranks[0]);
          const [low, high] = [Math.floor((ranks.length - 1) / 2), Math.ceil((ranks.length - 1) / 2)];
          expect(medianRank).toBe((ranks[low]! + ranks[high]!) / 2);
        }
      }),
    );
  });

  it("does not hang on the order of the lists, but for the names", () => {
    fc.assert(
      fc.property(randomLists, (lists) => {
        const plain = (from: readonly NamedSelection[]) =>
          findConsensus(from).regions.map((one) => ({ ...one, chosenBy: [...one.chosenBy].sort() }));
        expect(plain([...lists].reverse())).toEqual(plain(lists));
      }),
    );
  });
});

describe("a consensus is refused", () => {
  it("without any list", () => {
    expect(() => findConsensus([])).toThrow(OptionsError);
    expect(errorOf(() => findConsensus([])).message).toBe(
      "findConsensus.selections: expected at least one list, got none.",
    );
  });

  it("for two lists of one name", () => {
    const lists = [list("2019", "A"), list("2020", "A"), list("2019", "B")];
    expect(errorOf(() => findConsensus(lists)).message).toBe(
      'findConsensus.selections: expected lists with different names, got two that are called "2019". Rename one.',
    );
  });

  it("for a region that stands twice in a list, which would count for two lists", () => {
    const error = errorOf(() => findConsensus([list("1", "A"), list("2", "B", "A", "B")]));
    expect([error.code, error.message]).toEqual([
      "duplicate-region",
      "findConsensus.selections[1] (B): expected every region once, got one that stands twice in the list. Remove one of the two.",
    ]);
  });
});
