import type { PreparedTable } from "../prepare/prepared-table.js";
import { groupBy } from "../shared/group-by.js";
import { symmetricEigen } from "../shared/matrix.js";
import type { Note } from "../shared/note.js";
import { standardDeviation, sum } from "../shared/statistics.js";
import type { Indicator } from "../table/framework.js";
import type { Column } from "../table/region-table.js";
import { correlationMatrix } from "./correlations.js";
import { analyseComponents } from "./principal-components.js";
import { redundancyWeights } from "./redundancy.js";
import type { DataScheme, WeighScope } from "./weigh-options.js";

/** How much each indicator says, by its data: only the proportion within its group counts. */
export interface DataScores {
  readonly scores: ReadonlyMap<string, number>;
  readonly notes: readonly Note[];
}

/** Scores the indicators group by group (the whole table, a dimension, or an element). */
export function scoreByData(
  prepared: PreparedTable,
  live: readonly Indicator[],
  scheme: DataScheme,
  within: WeighScope,
): DataScores {
  const scores = new Map<string, number>();
  const notes: Note[] = [];
  for (const [group, members] of groupBy(live.length, (i) => groupOf(live[i]!, within))) {
    const indicators = members.map((i) => live[i]!);
    const columns = indicators.map(({ id }) => prepared.columns[id]!);
    const scored = schemes[scheme](columns, indicators, prepared);
    indicators.forEach(({ id }, k) => {
      scores.set(id, scored.scores[k]!);
    });
    for (const note of scored.notes ?? [])
      notes.push({
        ...note,
        group,
        message: within === "table" ? note.message : `${within} ${group}: ${note.message}`,
      });
  }
  return { scores, notes };
}

function groupOf({ dimension, element }: Indicator, within: WeighScope): string {
  if (within === "table") return "table";
  return within === "dimension" ? dimension : (element ?? dimension);
}

type Scheme = (
  columns: readonly Column[],
  indicators: readonly Indicator[],
  prepared: PreparedTable,
) => { scores: readonly number[]; notes?: readonly Note[] };

const schemes: { readonly [scheme in DataScheme]: Scheme } = {
  pca: (_columns, indicators, prepared) => {
    const { rotated, notes } = analyseComponents(
      prepared,
      indicators.map(({ id }) => id),
    );
    return { scores: nicoletti(rotated.loadings, rotated.variance), notes };
  },

  /** One over the first eigenvalue of the indicator's own block (its element): ten copies of a column weigh as one. */
  mfa: (columns, indicators) => {
    const first = new Map(
      [...groupBy(indicators.length, (k) => groupOf(indicators[k]!, "element"))].map(([block, members]) => [
        block,
        symmetricEigen(correlationMatrix(members.map((k) => columns[k]!))).values[0]!,
      ]),
    );
    return { scores: indicators.map((one) => 1 / first.get(groupOf(one, "element"))!) };
  },

  redundancy: (columns) => ({ scores: redundancyWeights(correlationMatrix(columns)) }),

  /** One less the relative entropy of the column's distribution over the regions. */
  entropy: (columns) => ({
    scores: columns.map((column) => {
      const shares = rescaled(column);
      const total = sum(shares);
      const terms = shares.map((share) => (share > 0 ? (share / total) * Math.log(share / total) : 0));
      return Math.max(0, 1 + sum(terms) / Math.log(shares.length));
    }),
  }),

  /** CRITIC (Diakoulaki et al. 1995): spread times conflict with the others, the sum of 1 - r. */
  critic: (columns) => {
    const correlations = correlationMatrix(columns);
    const conflict = correlations.map((row) => sum(row.map((r) => 1 - r)));
    const scores = columns.map((column, k) => standardDeviation(rescaled(column)) * conflict[k]!);
    return { scores: scores.some((score) => score > 0) ? scores : scores.map(() => 1) };
  },
};

/**
 * Weights of Nicoletti, Scarpetta and Boylaud (2000): the squared rotated loading over the factor's variance; each indicator goes to the
 * factor on which that is largest, and counts it times the factor's share of the variance of all factors kept.
 */
function nicoletti(loadings: readonly (readonly number[])[], variance: readonly number[]): number[] {
  const total = sum(variance);
  return loadings.map((row) => {
    const parts = row.map((loading, c) => (loading * loading) / variance[c]!);
    const top = parts.indexOf(parts.reduce((a, b) => Math.max(a, b)));
    return (parts[top]! * variance[top]!) / total;
  });
}

/** The figures of a column on [0, 1]. */
function rescaled(column: Column): number[] {
  const values = column.filter((value) => value !== null);
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  return values.map((value) => (value - low) / (high - low));
}
