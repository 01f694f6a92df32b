import { buildSpace, type ClusterCountCandidate, prepare } from "reference-regions";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/cluster/cluster-count-vote.js";
import type { CountGap } from "../../src/cluster/measure-gaps.js";
import { makeTable } from "../support/tables.js";

const space = buildSpace(prepare(makeTable({ x: [0, 1, 5, 9] })));

/** A candidate that no criterion would choose, but for what is said of it. */
function candidate(k: number, said: Partial<ClusterCountCandidate> = {}): ClusterCountCandidate {
  return {
    k,
    silhouette: 0.1,
    calinskiHarabasz: 10,
    daviesBouldin: 2,
    dunn: 0.01,
    gap: null,
    gapError: null,
    stability: 0.5,
    weakest: 0.4,
    ...said,
  };
}

/** A curve of the gap that chooses this number: it rises up to it, and falls behind. */
function gapsFor(choice: number | null, ks: readonly number[] = [1, 2, 3, 4]): CountGap[] {
  return ks.map((k) => ({ k, gap: { gap: choice !== null && k > choice ? 0 : k, error: 0.1 } }));
}

function vote(
  candidates: readonly ClusterCountCandidate[],
  gaps: readonly CountGap[] | null = null,
  to?: number,
) {
  const choices = {
    method: "ward",
    from: 2,
    draws: 50,
    seed: 1,
    ...(to === undefined ? {} : { to }),
  } as const;
  return advise(space, choices, candidates, gaps);
}

const choices = ({ criteria }: ReturnType<typeof vote>) => criteria.map(({ choice }) => choice);

describe("each criterion", () => {
  const best = {
    silhouette: 0.512,
    calinskiHarabasz: 123.4,
    daviesBouldin: 0.4567,
    dunn: 0.0123,
    weakest: 0.789,
  };
  const { criteria } = vote([candidate(2), candidate(3, best), candidate(4)], gapsFor(3));

  it("chooses its best number, and says why", () => {
    expect(criteria).toEqual([
      { criterion: "silhouette", choice: 3, reason: "highest value, 0.512" },
      { criterion: "calinski-harabasz", choice: 3, reason: "highest value, 123" },
      { criterion: "davies-bouldin", choice: 3, reason: "lowest value, 0.457" },
      { criterion: "dunn", choice: 3, reason: "highest value, 0.0123" },
      {
        criterion: "gap",
        choice: 3,
        reason: "the next number is not better by more than its standard error",
      },
      {
        criterion: "stability",
        choice: 3,
        reason: "the most types that are all stable, the weakest at 0.79",
      },
    ]);
  });

  it("chooses of equally good numbers the smallest", () => {
    const equal = [candidate(2), candidate(3), candidate(4)];
    expect(choices(vote(equal)).slice(0, 4)).toEqual([2, 2, 2, 2]);
  });

  it("passes over numbers for which it is not defined, and chooses none where it never is", () => {
    const none = { calinskiHarabasz: null, daviesBouldin: null, dunn: null };
    const some = [candidate(2, none), candidate(3, { dunn: null }), candidate(4)];
    expect(choices(vote(some))).toEqual([2, 3, 3, 4, null, null]);
    expect(vote([candidate(2, none)]).criteria.slice(1, 4)).toEqual([
      { criterion: "calinski-harabasz", choice: null, reason: "not defined here" },
      { criterion: "davies-bouldin", choice: null, reason: "not defined here" },
      { criterion: "dunn", choice: null, reason: "not defined here" },
    ]);
  });

  it("of stability takes the most types of which the weakest is stable, from 0.75 on, whatever lies below", () => {
    const candidates = [
      candidate(2, { weakest: 0.9 }),
      candidate(3, { weakest: 0.74 }),
      candidate(4, { weakest: 0.75 }),
      candidate(5, { weakest: 0.7499, stability: 0.99 }),
    ];
    expect(vote(candidates).criteria[5]!.choice).toBe(4);
    expect(vote([candidate(2)]).criteria[5]).toEqual({
      criterion: "stability",
      choice: null,
      reason: "no number of types at which all types are stable",
    });
  });

  it("of the gap chooses nothing where it keeps rising, or where there are no centres", () => {
    const candidates = [candidate(2), candidate(3), candidate(4)];
    expect(vote(candidates, gapsFor(null)).criteria[4]).toEqual({
      criterion: "gap",
      choice: null,
      reason: "the gap keeps rising to the end of the range",
    });
    expect(vote(candidates, null).criteria[4]).toEqual({
      criterion: "gap",
      choice: null,
      reason: "the metric has no centres",
    });
  });
});

describe("the votes", () => {
  it("are listed with the most first, of equally many the smaller number first", () => {
    const { k, votes } = vote(
      [
        candidate(2, { weakest: 0.9 }),
        candidate(3, { silhouette: 0.9, dunn: 5 }),
        candidate(4, { calinskiHarabasz: 99, daviesBouldin: 0.1 }),
      ],
      gapsFor(3),
    );
    expect(votes).toEqual([
      { k: 3, criteria: ["silhouette", "dunn", "gap"] },
      { k: 4, criteria: ["calinski-harabasz", "davies-bouldin"] },
      { k: 2, criteria: ["stability"] },
    ]);
    expect(k).toBe(3);
  });

  it("that are equally many are won by the smaller number", () => {
    const { k, votes, agreement, sentence } = vote([
      candidate(2),
      candidate(3, { dunn: 5, daviesBouldin: 0.1 }),
      candidate(4, { silhouette: 0.9, calinskiHarabasz: 99 }),
    ]);
    expect(votes.map((one) => [one.k, one.criteria.length])).toEqual([
      [3, 2],
      [4, 2],
    ]);
    expect([k, agreement]).toEqual([3, "split"]);
    expect(sentence).toBe(
      "The criteria disagree; of those with equal votes, 3 types are the fewest: davies-bouldin, dunn for 3; silhouette, calinski-harabasz for 4; gap, stability for no number.",
    );
  });
});

describe("the agreement", () => {
  it("is of all that choose, whoever abstains", () => {
    const one = { silhouette: 0.9, calinskiHarabasz: 99, daviesBouldin: 0.1, dunn: 5 };
    const { agreement, sentence, notes } = vote([candidate(2), candidate(3, one)]);
    expect(agreement).toBe("all");
    expect(sentence).toBe(
      "All criteria that choose agree on 3 types: silhouette, calinski-harabasz, davies-bouldin, dunn for 3; gap, stability for no number.",
    );
    expect(notes).toEqual([]);
  });

  it("is a majority with more than half of those that choose", () => {
    const three = { silhouette: 0.9, calinskiHarabasz: 99, daviesBouldin: 0.1 };
    const { agreement, sentence, notes } = vote(
      [candidate(2, { dunn: 5 }), candidate(3, three), candidate(4, { weakest: 0.9 })],
      null,
    );
    expect(agreement).toBe("majority");
    expect(sentence).toBe(
      "Most criteria agree on 3 types: silhouette, calinski-harabasz, davies-bouldin for 3; dunn for 2; stability for 4; gap for no number.",
    );
    expect(notes).toEqual([]);
  });

  it("is split with half of them, and noted", () => {
    const three = { silhouette: 0.9, calinskiHarabasz: 99, daviesBouldin: 0.1 };
    const { k, agreement, sentence, notes } = vote(
      [candidate(2, { dunn: 5 }), candidate(3, three), candidate(4, { weakest: 0.9 })],
      gapsFor(2),
    );
    expect([k, agreement]).toEqual([3, "split"]);
    expect(sentence).toBe(
      "The criteria disagree; 3 types have the most votes: silhouette, calinski-harabasz, davies-bouldin for 3; dunn, gap for 2; stability for 4.",
    );
    expect(notes).toEqual([
      {
        code: "criteria-disagree",
        message:
          "The criteria disagree on the number of types. Read the candidates, and choose by what the types are for.",
      },
    ]);
  });
});

describe("a gap that finds no types at all", () => {
  const four = { silhouette: 0.9, calinskiHarabasz: 99, daviesBouldin: 0.1, dunn: 5 };
  const { k, criteria, agreement, sentence, votes, notes } = vote(
    [candidate(2, four), candidate(3)],
    gapsFor(1),
  );

  it("is told, but has no vote among the numbers", () => {
    expect(criteria[4]).toEqual({
      criterion: "gap",
      choice: 1,
      reason: "no division fits clearly better than points without clusters: no types at all",
    });
    expect(votes).toEqual([
      { k: 2, criteria: ["silhouette", "calinski-harabasz", "davies-bouldin", "dunn"] },
    ]);
    expect(k).toBe(2);
  });

  it("keeps the others from agreeing all, and is noted", () => {
    expect(agreement).toBe("majority");
    expect(sentence).toBe(
      "Most criteria agree on 2 types: silhouette, calinski-harabasz, davies-bouldin, dunn for 2; gap for none at all; stability for no number.",
    );
    expect(notes).toEqual([
      {
        code: "no-types",
        message:
          "The gap statistic finds no types: the regions may form one continuum, and any division of it is a convention.",
      },
    ]);
  });
});

describe("the range", () => {
  it("is noted where it ends before the number asked for", () => {
    expect(vote([candidate(2), candidate(3)], null, 9).notes).toEqual([
      {
        code: "range-shortened",
        to: 3,
        message: "Only up to 3 types were tried: beyond, every region would be a type of its own.",
      },
    ]);
    expect(vote([candidate(2), candidate(3)], null, 3).notes).toEqual([]);
  });
});

it("the advice keeps what it was made with", () => {
  const { recipe, method } = vote([candidate(2)], null, 4);
  expect(method).toBe("ward");
  expect(recipe).toEqual({
    ...space.recipe,
    call: { name: "suggestClusterCount", options: { method: "ward", from: 2, draws: 50, seed: 1, to: 4 } },
  });
});
