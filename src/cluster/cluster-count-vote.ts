import type { Note } from "../shared/note.js";
import type { StructuralSpace } from "../space/structural-space.js";
import type {
  ClusterCountAdvice,
  ClusterCountCandidate,
  ClusterCriterion,
  CriterionChoice,
} from "./cluster-count-advice.js";
import type { ClusterCountChoices } from "./cluster-options.js";
import { gapChoice } from "./gap.js";
import type { CountGap } from "./measure-gaps.js";

/** Types are stable from this mean Jaccard similarity on (Hennig 2007). */
const STABLE = 0.75;

/** Lets every criterion choose, counts the votes, and says it in words. */
export function advise(
  space: StructuralSpace,
  choices: ClusterCountChoices,
  candidates: readonly ClusterCountCandidate[],
  gaps: readonly CountGap[] | null,
): ClusterCountAdvice {
  const criteria = [
    best("silhouette", candidates, "silhouette", 1),
    best("calinski-harabasz", candidates, "calinskiHarabasz", 1),
    best("davies-bouldin", candidates, "daviesBouldin", -1),
    best("dunn", candidates, "dunn", 1),
    byGap(gaps),
    byStability(candidates),
  ];
  const votes = candidates
    .map(({ k }) => ({
      k,
      criteria: criteria.filter(({ choice }) => choice === k).map(({ criterion }) => criterion),
    }))
    .filter((one) => one.criteria.length > 0)
    .sort((a, b) => b.criteria.length - a.criteria.length || a.k - b.k);
  const chose = criteria.filter(({ choice }) => choice !== null).length;
  // The silhouette is defined for every candidate, so there is one vote at least.
  const { k, criteria: supporters } = votes[0]!;
  const most = supporters.length;
  const agreement = most === chose ? "all" : 2 * most > chose ? "majority" : "split";
  return {
    method: choices.method,
    k,
    votes,
    agreement,
    criteria,
    candidates,
    sentence: sentenceOf(k, votes, criteria, agreement),
    notes: adviceNotes(choices, candidates, criteria, agreement),
    recipe: { ...space.recipe, call: { name: "suggestClusterCount", options: choices } },
  };
}

type Scored = "silhouette" | "calinskiHarabasz" | "daviesBouldin" | "dunn";

/** The highest (1) or lowest (-1) value; of equal ones that of the fewest types. */
function best(
  criterion: ClusterCriterion,
  candidates: readonly ClusterCountCandidate[],
  key: Scored,
  sign: 1 | -1,
): CriterionChoice {
  let chosen: ClusterCountCandidate | null = null;
  for (const one of candidates) {
    if (one[key] !== null && (chosen === null || sign * (one[key] - chosen[key]!) > 0)) chosen = one;
  }
  if (chosen === null) return { criterion, choice: null, reason: "not defined here" };
  const word = sign === 1 ? "highest" : "lowest";
  return { criterion, choice: chosen.k, reason: `${word} value, ${chosen[key]!.toPrecision(3)}` };
}

function byGap(gaps: readonly CountGap[] | null): CriterionChoice {
  if (gaps === null) return { criterion: "gap", choice: null, reason: "the metric has no centres" };
  const choice = gapChoice(gaps);
  const reason =
    choice === null
      ? gaps.some(({ gap }) => gap === null)
        ? "not defined over the whole range"
        : "the gap keeps rising to the end of the range"
      : choice === 1
        ? "no division fits clearly better than points without clusters: no types at all"
        : "the next number is not better by more than its standard error";
  return { criterion: "gap", choice, reason };
}

function byStability(candidates: readonly ClusterCountCandidate[]): CriterionChoice {
  const stable = candidates.filter(({ weakest }) => weakest >= STABLE).at(-1);
  return stable === undefined
    ? { criterion: "stability", choice: null, reason: "no number of types at which all types are stable" }
    : {
        criterion: "stability",
        choice: stable.k,
        reason: `the most types that are all stable, the weakest at ${stable.weakest.toFixed(2)}`,
      };
}

function sentenceOf(
  k: number,
  votes: ClusterCountAdvice["votes"],
  criteria: readonly CriterionChoice[],
  agreement: ClusterCountAdvice["agreement"],
): string {
  const told = votes.map((vote) => `${vote.criteria.join(", ")} for ${vote.k}`);
  if (criteria.some(({ choice }) => choice === 1)) told.push("gap for none at all");
  const abstained = criteria.filter(({ choice }) => choice === null).map(({ criterion }) => criterion);
  if (abstained.length > 0) told.push(`${abstained.join(", ")} for no number`);
  const level = votes.filter((vote) => vote.criteria.length === votes[0]!.criteria.length);
  const split =
    level.length > 1
      ? `The criteria disagree; of those with equal votes, ${k} types are the fewest`
      : `The criteria disagree; ${k} types have the most votes`;
  const opening = {
    all: `All criteria that choose agree on ${k} types`,
    majority: `Most criteria agree on ${k} types`,
    split,
  }[agreement];
  return `${opening}: ${told.join("; ")}.`;
}

function adviceNotes(
  { to }: ClusterCountChoices,
  candidates: readonly ClusterCountCandidate[],
  criteria: readonly CriterionChoice[],
  agreement: ClusterCountAdvice["agreement"],
): Note[] {
  const notes: Note[] = [];
  const last = candidates.at(-1)!.k;
  if (to !== undefined && last < to) {
    notes.push({
      code: "range-shortened",
      to: last,
      message: `Only up to ${last} types were tried: beyond, every region would be a type of its own.`,
    });
  }
  if (agreement === "split") {
    notes.push({
      code: "criteria-disagree",
      message:
        "The criteria disagree on the number of types. Read the candidates, and choose by what the types are for.",
    });
  }
  if (criteria.some(({ choice }) => choice === 1)) {
    notes.push({
      code: "no-types",
      message:
        "The gap statistic finds no types: the regions may form one continuum, and any division of it is a convention.",
    });
  }
  return notes;
}
