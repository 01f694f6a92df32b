import { compose } from "../prepare/compose.js";
import { applyNormalisation } from "../prepare/normalise.js";
import type { PreparedTable } from "../prepare/prepared-table.js";
import { applyTreatment } from "../prepare/treat.js";
import { optionsError } from "../shared/errors.js";
import { groupBy } from "../shared/group-by.js";
import { byKey, positionsOf } from "../shared/ids.js";
import type { Note } from "../shared/note.js";
import type { ColumnNames } from "../table/read-options.js";
import { type Row, readRow } from "../table/rows.js";
import { placeSphered } from "./place-points.js";
import type { StructuralSpace } from "./structural-space.js";

/** Options of `placeRegion`. */
export interface PlaceOptions {
  /** Which key of the row holds what, as for `readRegionRows`. */
  readonly columns?: ColumnNames | undefined;
}

/**
 * Places a region that was not in the table into a space: on the fitted scale (bounds, lambdas, medians, zero replacements), so that
 * nobody else moves. The result is a space with one region more; ask it as any other.
 *
 * The row names the region and has a key for each indicator of the space, `null` where there is no figure: missing cells are not
 * imputed. A value beyond the table's own range is taken as it is (winsorised and goalpost columns clip it) and noted. Weights, closeness
 * and what is fitted stay those of the space.
 *
 * @throws {DataError} As `readRegionRows` does.
 * @throws {OptionsError} When the id is taken.
 *
 * @example
 * ```ts
 * const merger = { code: "NEW", ...Object.fromEntries(space.indicators.map(({ id }) => [id, table.columns[id][5]])) };
 * const larger = placeRegion(space, merger);
 * explainPair(larger, "NEW", table.regions[5].id).distance; // => 0
 * ```
 */
export function placeRegion(space: StructuralSpace, row: Row, options?: PlaceOptions): StructuralSpace {
  const { prepared, indicators, n, p, weights } = space;
  const framework = { ...prepared.framework, indicators };
  const { region, values } = readRow(row, framework, options, "placeRegion");
  if (positionsOf(space.regions).has(region.id)) {
    throw optionsError(
      "taken-id",
      { path: "placeRegion", region: region.id },
      "expected an id that is not in the space yet, got one that is. Give the new region an id of its own.",
    );
  }
  const scaled = putOnScale(prepared, values, region.id);
  const coordinates = new Float64Array((n + 1) * p);
  coordinates.set(space.coordinates);
  const present = new Float64Array((n + 1) * p).fill(1);
  if (space.present !== null) present.set(space.present);
  const own = Float64Array.from(scaled, (value, k) => (weights[k] === 0 ? 0 : (value ?? 0)));
  scaled.forEach((value, k) => {
    if (value === null && weights[k]! > 0) present[n * p + k] = 0;
  });
  if (space.sphere === null) coordinates.set(own, n * p);
  else placeOnSphere(space, own, coordinates.subarray(n * p), present.subarray(n * p));
  const regions = [...space.regions, region];
  return {
    ...space,
    n: n + 1,
    coordinates,
    present: present.includes(0) ? present : null,
    regions,
    prepared: {
      ...prepared,
      regions,
      columns: byKey(
        indicators,
        ({ id }) => id,
        ({ id }, k) => [...prepared.columns[id]!, scaled[k]!],
      ),
      raw: byKey(
        indicators,
        ({ id }) => id,
        ({ id }, k) => [...prepared.raw[id]!, values[k]!],
      ),
    },
    notes: [...space.notes, ...beyondNotes(prepared, values, region.id)],
  };
}

/** The raw values of one region, through the steps that were fitted on the table. */
function putOnScale(
  prepared: PreparedTable,
  values: readonly (number | null)[],
  region: string,
): (number | null)[] {
  const { indicators, framework, steps } = prepared;
  const composed = [...values];
  for (const [set, members] of groupBy(indicators.length, (k) => indicators[k]!.composition)) {
    const { method, delta } = steps[indicators[members[0]!]!.id]!.composed;
    if (set === undefined || method === "as-is") continue;
    const total = framework.compositions?.find(({ id }) => id === set)?.total ?? 100;
    const option = method === "clr" ? { method, delta } : method;
    const parts = compose(
      members.map((k) => [values[k]!]),
      option,
      total,
      [region],
    );
    members.forEach((k, m) => {
      composed[k] = parts.columns[m]![0]!;
    });
  }
  return indicators.map(({ id }, k) => {
    const value = composed[k]!;
    if (value === null) return null;
    const { ordered, treated, normalised } = steps[id]!;
    const place = ordered === undefined ? value : placeAmong(ordered.codes, value);
    return applyNormalisation(normalised, applyTreatment(treated, place));
  });
}

/** The place of a code among the ordered codes; one that did not occur stands half-way between its neighbours. */
function placeAmong(codes: readonly number[], code: number): number {
  const place = codes.indexOf(code) + 1;
  return place > 0 ? place : codes.filter((one) => one < code).length + 0.5;
}

/** Mahalanobis: a region with a gap has no place. */
function placeOnSphere(
  { sphere, weights }: StructuralSpace,
  values: Float64Array,
  out: Float64Array,
  present: Float64Array,
): void {
  const used = [...weights.keys()].filter((k) => weights[k]! > 0);
  if (used.every((k) => present[k] === 1)) placeSphered(sphere!, used, values, out);
  else for (const k of used) present[k] = 0;
}

function beyondNotes(
  { indicators, raw }: PreparedTable,
  values: readonly (number | null)[],
  region: string,
): Note[] {
  const beyond = indicators.filter(({ id }, k) => {
    const value = values[k]!;
    const known = raw[id]!.filter((one) => one !== null);
    return value !== null && (known.every((one) => one < value) || known.every((one) => one > value));
  });
  if (beyond.length === 0) return [];
  const ids = beyond.map(({ id }) => id);
  return [
    {
      code: "beyond-range",
      region,
      indicators: ids,
      message: `${region} lies beyond every region of the table in ${ids.join(", ")}; the scale was not stretched for it.`,
    },
  ];
}
