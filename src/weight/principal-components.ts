import type { PreparedTable } from "../prepare/prepared-table.js";
import { optionsError } from "../shared/errors.js";
import { byKey } from "../shared/ids.js";
import { inverseOf, symmetricEigen } from "../shared/matrix.js";
import type { Note } from "../shared/note.js";
import { isConstant, mean, standardDeviation } from "../shared/statistics.js";
import { correlationMatrix } from "./correlations.js";
import { varimax } from "./varimax.js";

/** A principal component analysis of the prepared indicators. Components are in descending order of variance. */
export interface PrincipalComponents {
  /** The indicators analysed: all but the inert ones. */
  readonly indicators: readonly string[];
  /** All regions of the table; those with a gap have no scores. */
  readonly regions: readonly string[];
  readonly eigenvalues: readonly number[];
  /** The share of all variance that each component explains. */
  readonly explained: readonly number[];
  /** Indicator by component: eigenvector times root of the eigenvalue, the largest of each component positive. */
  readonly loadings: readonly (readonly number[])[];
  /** Region by component: standardised values times eigenvectors. */
  readonly scores: readonly (readonly (number | null)[])[];
  /** The components with an eigenvalue above 1 (at least one), rotated by varimax with Kaiser's row normalisation. */
  readonly rotated: {
    readonly components: number;
    readonly loadings: readonly (readonly number[])[];
    /** The sum of squared loadings of each factor. */
    readonly variance: readonly number[];
  };
  /** Kaiser-Meyer-Olkin measure of sampling adequacy; null where the correlations are singular. */
  readonly kmo: {
    readonly overall: number;
    readonly indicators: { readonly [indicator: string]: number };
  } | null;
  readonly notes: readonly Note[];
}

/** Below this ratio of the smallest to the largest eigenvalue a correlation matrix counts as singular. */
export const SINGULAR = 1e-10;

/**
 * Principal components of the correlation matrix of the prepared indicators, over the regions that have all of them.
 *
 * Loadings are eigenvectors times the root of their eigenvalue; the sign of each component is such that its largest loading (in
 * absolute value) is positive. Scores are the standardised values (sample sd) times the eigenvectors. The components with an
 * eigenvalue above 1 are rotated by varimax with Kaiser's row normalisation. Notes tell of a KMO below 0.6 (the
 * indicators have little in common) and of fewer than five regions an indicator.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), section 4; Kaiser (1958, 1974).
 *
 * @throws {OptionsError} With fewer than three regions that have all indicators.
 *
 * @example
 * ```ts
 * const components = principalComponents(prepared);
 * components.eigenvalues.length === components.indicators.length; // => true
 * ```
 */
export function principalComponents(prepared: PreparedTable): PrincipalComponents {
  const inert = new Set(prepared.inert.map(({ id }) => id));
  return analyseComponents(
    prepared,
    prepared.indicators.map(({ id }) => id).filter((id) => !inert.has(id)),
  );
}

/** The same for some of the indicators. */
export function analyseComponents(prepared: PreparedTable, ids: readonly string[]): PrincipalComponents {
  const whole = ids.map((id) => prepared.columns[id]!);
  const rows: number[] = [];
  for (let row = 0; row < prepared.regions.length; row++) {
    if (whole.every((column) => column[row] !== null)) rows.push(row);
  }
  if (rows.length < 3) {
    throw optionsError(
      "too-few-complete-regions",
      { path: "principalComponents" },
      `expected at least three regions with a figure for all ${ids.length} indicators, got ${rows.length}. Screen thin indicators or impute.`,
    );
  }
  const columns = whole.map((column) => rows.map((row) => column[row]!));
  const flat = ids.filter((_, k) => isConstant(columns[k]!));
  if (flat.length > 0) {
    throw optionsError(
      "constant-among-complete-regions",
      { path: "principalComponents" },
      `expected indicators that differ among the ${rows.length} regions that have all of them, got ${flat.join(", ")}, which do not. Screen thin indicators or impute.`,
    );
  }
  const correlations = correlationMatrix(columns);
  const eigen = symmetricEigen(correlations);
  const signed = eigen.vectors.map((vector) =>
    largest(vector) < 0 ? vector.map((value) => -value) : vector,
  );
  const values = eigen.values.map((value) => Math.max(0, value));
  const loadings = ids.map((_, k) => values.map((value, c) => signed[c]![k]! * Math.sqrt(value)));
  const kept = Math.max(1, values.filter((value) => value > 1).length);
  const { kmo, notes: kmoNotes } = measureKmo(ids, correlations, eigen);
  return {
    indicators: ids,
    regions: prepared.regions.map(({ id }) => id),
    eigenvalues: values,
    explained: values.map((value) => value / ids.length),
    loadings,
    scores: scoresOf(columns, rows, prepared.regions.length, signed),
    rotated: { components: kept, ...varimax(loadings.map((row) => row.slice(0, kept))) },
    kmo,
    notes: [...kmoNotes, ...sizeNotes(rows.length, prepared.regions.length, ids.length)],
  };
}

function largest(values: readonly number[]): number {
  return values.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best));
}

function scoresOf(
  columns: readonly (readonly number[])[],
  rows: readonly number[],
  n: number,
  vectors: readonly (readonly number[])[],
): (number | null)[][] {
  const byComponent = vectors.map(() => new Float64Array(rows.length));
  columns.forEach((column, k) => {
    const centre = mean(column);
    const spread = standardDeviation(column);
    for (const [c, scores] of byComponent.entries()) {
      const factor = vectors[c]![k]! / spread;
      for (let r = 0; r < scores.length; r++) scores[r]! += factor * (column[r]! - centre);
    }
  });
  const scores: (number | null)[][] = Array.from({ length: n }, () => vectors.map(() => null));
  rows.forEach((row, r) => {
    scores[row] = byComponent.map((component) => component[r]!);
  });
  return scores;
}

/** KMO: squared correlations against squared correlations plus squared partial correlations, off the diagonal. */
function measureKmo(
  ids: readonly string[],
  correlations: readonly (readonly number[])[],
  eigen: ReturnType<typeof symmetricEigen>,
): { kmo: PrincipalComponents["kmo"]; notes: Note[] } {
  if (ids.length < 2 || eigen.values.at(-1)! < SINGULAR * eigen.values[0]!) return { kmo: null, notes: [] };
  const inverse = inverseOf(eigen);
  const partial = (i: number, j: number): number =>
    -inverse[i]![j]! / Math.sqrt(inverse[i]![i]! * inverse[j]![j]!);
  const sums = ids.map((_, i) =>
    ids.reduce(
      (sum, _, j) =>
        i === j ? sum : { r: sum.r + correlations[i]![j]! ** 2, q: sum.q + partial(i, j) ** 2 },
      { r: 0, q: 0 },
    ),
  );
  const total = sums.reduce((sum, one) => ({ r: sum.r + one.r, q: sum.q + one.q }));
  const overall = total.r / (total.r + total.q);
  const kmo = {
    overall,
    indicators: byKey(
      sums.map((one, k) => ({ id: ids[k]!, ...one })),
      ({ id }) => id,
      ({ r, q }) => r / (r + q),
    ),
  };
  const notes =
    overall >= 0.6
      ? []
      : [
          {
            code: "low-kmo",
            kmo: overall,
            message: `The indicators have little in common (KMO ${overall.toFixed(2)}, below 0.6): weights from their components say little.`,
          },
        ];
  return { kmo, notes };
}

function sizeNotes(complete: number, n: number, p: number): Note[] {
  const notes: Note[] = [];
  if (complete < n)
    notes.push({
      code: "incomplete-regions",
      regions: n - complete,
      complete,
      of: n,
      message: `Principal components rest on the ${complete} of ${n} regions that have every indicator.`,
    });
  if (complete < 5 * p)
    notes.push({
      code: "few-cases",
      indicatorCount: p,
      complete,
      message: `Principal components of ${p} indicators want at least ${5 * p} regions; there are ${complete}.`,
    });
  return notes;
}
