import { DataError, issueAt, optionsError } from "../shared/errors.js";
import { groupBy } from "../shared/group-by.js";
import { sum } from "../shared/statistics.js";
import type { Framework, Indicator } from "../table/framework.js";
import type { Column } from "../table/region-table.js";
import type { CompositionOption } from "./prepare-options.js";

/** How a share entered: as it is, as centred log-ratio or Hellinger; `cells` lists the zeros that were replaced. */
export interface ComposeStep {
  readonly method: "as-is" | "clr" | "hellinger";
  /** Centred log-ratio: what a zero was replaced by, in the unit of the closed shares. */
  readonly delta?: number;
  readonly cells: readonly { readonly region: string; readonly from: number; readonly to: number }[];
}

/** Transforms each set of shares as a whole; indicators in no set stay as they are. */
export function composeSets(
  indicators: readonly Indicator[],
  columns: readonly Column[],
  option: CompositionOption,
  { compositions }: Framework,
  regionIds: readonly string[],
): { column: Column; step: ComposeStep }[] {
  const result = columns.map((column) => ({ column, step: { method: "as-is", cells: [] } as ComposeStep }));
  for (const [set, members] of groupBy(indicators.length, (k) => indicators[k]!.composition)) {
    if (set === undefined || option === "as-is") continue;
    const total = compositions?.find(({ id }) => id === set)?.total ?? 100;
    const parts = compose(
      members.map((k) => columns[k]!),
      option,
      total,
      regionIds,
    );
    members.forEach((k, m) => {
      result[k] = { column: parts.columns[m]!, step: parts.steps[m]! };
    });
  }
  return result;
}

/**
 * Transforms the parts of one composition, region by region. Each region's parts are first closed: divided by their sum, times
 * the whole. `clr`: ln(part / geometric mean of the parts), zeros replaced by `delta` and the other parts lowered in proportion so that
 * the whole stays (multiplicative replacement, Martin-Fernandez et al. 2003; default delta: 0.65 x the smallest positive share).
 * `hellinger`: the root of the part as a fraction of the whole. A region that lacks a part has none of them afterwards: log-ratios
 * need the whole.
 */
export function compose(
  parts: readonly Column[],
  option: CompositionOption,
  total: number,
  regionIds: readonly string[],
): { columns: Column[]; steps: ComposeStep[] } {
  const { method, delta: wanted } =
    typeof option === "string" ? { method: option, delta: undefined } : option;
  if (method === "as-is") return { columns: [...parts], steps: parts.map(() => ({ method, cells: [] })) };
  const given = regionIds.map((_, row) => parts.map((column) => column[row]!));
  checkShares(given, regionIds);
  const rows = given.map((shares) => close(shares, total));
  if (method === "hellinger") {
    const columns = parts.map((_, k) =>
      rows.map((row) => (row === null ? null : Math.sqrt(row[k]! / total))),
    );
    return { columns, steps: parts.map(() => ({ method, cells: [] })) };
  }
  const positive = rows.flatMap((row) => row ?? []).filter((share) => share > 0);
  const delta = wanted ?? 0.65 * positive.reduce((a, b) => Math.min(a, b), total);
  const zeros = rows.map((row) => (row === null ? 0 : row.filter((share) => share === 0).length));
  const most = zeros.reduce((a, b) => Math.max(a, b));
  if (most > 0 && most * delta >= total) {
    throw optionsError(
      "delta-too-large",
      { path: "prepare.composition" },
      `expected a delta that leaves room for the other shares, got ${delta} for each of ${most} zeros in a whole of ${total}. Give a smaller delta.`,
    );
  }
  const logs = rows.map((row) => (row === null ? null : centredLogRatios(replaceZeros(row, delta, total))));
  return {
    columns: parts.map((_, k) => logs.map((row) => (row === null ? null : row[k]!))),
    steps: parts.map((_, k) => ({
      method,
      delta,
      cells: rows.flatMap((row, i) =>
        row !== null && row[k] === 0 ? [{ region: regionIds[i]!, from: 0, to: delta }] : [],
      ),
    })),
  };
}

/** Shares that can be no parts of a whole, all at once. Regions that lack a share are not judged. */
function checkShares(rows: readonly (readonly (number | null)[])[], regionIds: readonly string[]): void {
  const issues = rows.flatMap((shares, i) => {
    const bad =
      !shares.includes(null) && (shares.some((share) => share! < 0) || !shares.some((share) => share! > 0));
    if (!bad) return [];
    const sentence = `expected shares of at least 0 with a positive sum, got ${shares.join(", ")}. Mend them, or let the composition enter "as-is".`;
    return [issueAt("not-a-composition", { region: regionIds[i]! }, sentence)];
  });
  if (issues.length > 0) throw new DataError(issues);
}

function close(shares: readonly (number | null)[], total: number): number[] | null {
  if (shares.includes(null)) return null;
  const whole = sum(shares as number[]);
  return shares.map((share) => (share! / whole) * total);
}

function replaceZeros(shares: readonly number[], delta: number, total: number): number[] {
  const zeros = shares.filter((share) => share === 0).length;
  return shares.map((share) => (share === 0 ? delta : share * (1 - (zeros * delta) / total)));
}

function centredLogRatios(shares: readonly number[]): number[] {
  const logs = shares.map(Math.log);
  const centre = sum(logs) / logs.length;
  return logs.map((log) => log - centre);
}
