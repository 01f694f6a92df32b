import { DataError, type Issue, issueAt } from "../shared/errors.js";
import { groupBy } from "../shared/group-by.js";
import { type Correspondence, doubledOverlaps, type Overlap } from "./correspondence.js";

/** How the pieces of regions are weighed against one another. */
export const recodeMethods = ["population", "area"] as const;
/** One of `recodeMethods`. */
export type RecodeMethod = (typeof recodeMethods)[number];

/** A region of the old set in a region of the new one. */
export interface Part {
  readonly from: string;
  /** The part's weight: its people, or its area. */
  readonly weight: number;
  /** Which share of the old region the part is. */
  readonly share: number;
}

/** A region of the new set and what it is made of. */
export interface Whole {
  readonly id: string;
  readonly parts: readonly Part[];
  /** The same territory as one region of the old set: figures and names are taken over as they are. */
  readonly unchanged: boolean;
}

/**
 * Says of which parts each new region is made. Parts without people (or land) count for nothing; a region that passes whole into one other
 * needs no weight where it is not mixed with any.
 */
export function planRecoding(overlaps: Correspondence, method: RecodeMethod): Whole[] {
  const issues: Issue[] = doubledOverlaps(overlaps);
  const bySource = groupBy(overlaps.length, (i) => overlaps[i]!.from);
  const byTarget = groupBy(overlaps.length, (i) => overlaps[i]!.to);
  const alone = (one: Overlap): boolean =>
    bySource.get(one.from)!.length === 1 && byTarget.get(one.to)!.length === 1;
  for (const one of overlaps) {
    if (alone(one) || one[method] !== null) continue;
    issues.push(
      issueAt(
        "no-weight",
        { region: one.from },
        `expected the ${method} of its overlap with ${one.to}, got none. Fill it in, or weigh by ${method === "area" ? "population" : "area"}.`,
      ),
    );
  }
  const sizes = new Map<string, number>();
  for (const [from, rows] of bySource) {
    const size = rows.reduce((total, i) => total + (overlaps[i]![method] ?? 0), 0);
    sizes.set(from, size);
    if (size > 0 || issues.length > 0 || rows.every((i) => alone(overlaps[i]!))) continue;
    const sentence = `expected some ${method} in one of its overlaps at least, got none: its figures would be lost. Weigh by ${method === "area" ? "population" : "area"}.`;
    issues.push(issueAt("no-weight", { region: from }, sentence));
  }
  if (issues.length > 0) throw new DataError(issues);
  return [...byTarget].flatMap(([id, rows]): Whole[] => {
    const own = rows.map((i) => overlaps[i]!);
    if (own.length === 1 && alone(own[0]!))
      return [{ id, unchanged: true, parts: [{ from: own[0]!.from, weight: 1, share: 1 }] }];
    const parts = own
      .filter((one) => one[method]! > 0)
      .map((one) => ({
        from: one.from,
        weight: one[method]!,
        share: one[method]! / sizes.get(one.from)!,
      }));
    return [{ id, unchanged: false, parts }];
  });
}
