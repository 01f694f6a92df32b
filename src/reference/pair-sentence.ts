import { textIn } from "../shared/text.js";
import type { Indicator } from "../table/framework.js";
import { leadingReasons } from "./leading-reasons.js";
import type { PairExplanation } from "./pair-explanation.js";

type Pair = Omit<PairExplanation, "schemaVersion" | "sentence" | "notes" | "recipe">;

const STANDING = {
  "very-close": "very close (among the nearest 1 % of all pairs)",
  close: "close (among the nearest 5 % of all pairs)",
  comparable: "comparable (among the nearest 20 % of all pairs)",
  distant: "distant (not among the nearest 20 % of all pairs)",
} as const;

/** A pair in one English sentence: how close, in what alike, in what different, with the raw values of both. */
export function pairSentence(pair: Pair, indicators: readonly Indicator[]): string {
  const who = `${textIn(pair.a.name)} and ${textIn(pair.b.name)}`;
  if (pair.distance === null || pair.closeness === null) {
    return `${who} cannot be compared: they share figures for only ${Math.round(100 * pair.coverage)} % of the weight.`;
  }
  const alike = list(pair, leadingReasons(pair.unites, indicators, 2));
  const unlike = list(pair, leadingReasons(pair.divides, indicators, 2));
  const parts = [
    alike === "" ? "they are alike in nothing more than is usual" : `they are alike above all in ${alike}`,
    unlike === ""
      ? `no indicator divides them more than is usual${mostOf(pair)}`
      : `they differ above all in ${unlike}`,
  ];
  return `${who} are ${STANDING[pair.closeness]}: ${parts.join("; ")}.`;
}

function mostOf(pair: Pair): string {
  const largest = pair.indicators.reduce((a, b) => ((b.share ?? 0) > (a.share ?? 0) ? b : a));
  const share = largest.share ?? 0;
  if (share === 0) return "";
  const part = share > pair.distance! / 2 ? "most" : "the largest part";
  return `, and ${part} of the distance left comes from ${list(pair, [largest.id])}`;
}

function list(pair: Pair, ids: readonly string[]): string {
  return ids
    .map((id) => {
      const { name, unit, a, b } = pair.indicators.find((one) => one.id === id)!;
      const values = `${show(a)} and ${show(b)}${unit === null ? "" : ` ${textIn(unit)}`}`;
      return a === null || b === null ? textIn(name) : `${textIn(name)} (${values})`;
    })
    .join(" and ");
}

function show(value: number | null): string {
  return value === null ? "" : value.toLocaleString("en", { maximumSignificantDigits: 4 });
}
