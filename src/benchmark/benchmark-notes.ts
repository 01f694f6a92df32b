import type { Note } from "../shared/note.js";
import type { BenchmarkIndicator } from "./benchmark.js";

/** What a reader must know of a benchmark: what is missing, what cannot be judged, and how small the group is. */
export function benchmarkNotes(
  indicators: readonly BenchmarkIndicator[],
  size: number,
  target: string,
): Note[] {
  const notes: Note[] = [];
  const idsOf = (fits: (one: BenchmarkIndicator) => boolean): string[] =>
    indicators.filter(fits).map(({ id }) => id);
  const tell = (code: string, ids: readonly string[], message: string): void => {
    if (ids.length > 0) notes.push({ code, indicators: ids, message: `${message}: ${ids.join(", ")}.` });
  };
  if (indicators.length === 0)
    notes.push({
      code: "no-performance-indicators",
      message: "The framework has no performance indicators, so there is nothing to compare.",
    });
  if (size < 3)
    notes.push({
      code: "small-group",
      size,
      message: `The reference group has ${size} ${size === 1 ? "region" : "regions"}: too few to tell a gap from noise.`,
    });
  tell(
    "thin-indicator",
    idsOf(({ coverage }) => coverage < 0.5),
    "Fewer than half of the reference regions have a figure for these indicators",
  );
  tell(
    "target-without-figure",
    idsOf((one) => one.target === null),
    `${target} has no figure for these indicators`,
  );
  tell(
    "no-direction",
    idsOf(({ direction }) => direction === "neutral"),
    "Of these indicators it is not said what is better, so nobody is ranked in them",
  );
  tell(
    "no-spread",
    idsOf(({ known, min, max }) => known > 1 && min === max),
    "All reference regions have the same figure for these indicators",
  );
  return notes;
}
