import type { ReferenceRegions } from "../reference/reference-regions.js";
import { optionsError } from "../shared/errors.js";
import type { Text } from "../shared/text.js";
import type { Typology } from "./typology.js";

/** A reference region and its type. */
export interface TypedNeighbour {
  readonly id: string;
  readonly name: Text;
  readonly rank: number;
  /** Null for a region that has no type. */
  readonly label: number | null;
}

/** A target's type beside its reference regions. */
export interface TypeOfTarget {
  readonly target: string;
  /** Null where the target has no type. */
  readonly label: number | null;
  readonly name: string | null;
  readonly size: number | null;
  readonly medoid: string | null;
  /** The other members of the type, by id. */
  readonly mates: readonly string[];
  readonly silhouette: number | null;
  readonly secondBest: number | null;
  readonly borderline: boolean;
  /** Its reference regions. */
  readonly neighbours: number;
  /** How many of them are of its type. */
  readonly ofSameType: number;
  /** Those of other types, or without one, nearest first. */
  readonly ofOtherTypes: readonly TypedNeighbour[];
  /** The above in a sentence. */
  readonly sentence: string;
}

/**
 * Puts types and nearest neighbours together: the type of a target, how many of its reference regions share it, and which live in
 * other types. A region in the midst of its type finds most of its reference regions there; one at the border finds them elsewhere, and
 * its list says more about it than its type.
 *
 * @throws {OptionsError} When the typology does not know the target at all.
 *
 * @example
 * ```ts
 * const typology = clusterRegions(space, { method: "ward", k: 6 });
 * const place = locateInTypology(typology, findReferenceRegions(space, "ES21", { count: 10 }));
 * [place.label, place.neighbours, place.ofSameType]; // => [6, 10, 4]
 * ```
 */
export function locateInTypology(typology: Typology, reference: ReferenceRegions): TypeOfTarget {
  const { id } = reference.target;
  const typed = typology.regions.find((one) => one.id === id);
  if (typed === undefined && !typology.unassigned.some((one) => one.id === id)) {
    throw optionsError(
      "unknown-region",
      { path: "locateInTypology.reference", region: id },
      "expected a target that the typology knows, got another. Make both from the same space.",
    );
  }
  const labelOf = (region: string): number | null =>
    Object.hasOwn(typology.labels, region) ? typology.labels[region]! : null;
  const cluster = typed === undefined ? undefined : typology.clusters[typed.label - 1];
  const neighbours = reference.regions.map((one): TypedNeighbour => {
    return { id: one.id, name: one.name, rank: one.rank, label: labelOf(one.id) };
  });
  const others = neighbours.filter(({ label }) => typed === undefined || label !== typed.label);
  const place = {
    target: id,
    label: typed?.label ?? null,
    name: cluster?.name ?? null,
    size: cluster?.size ?? null,
    medoid: cluster?.medoid ?? null,
    mates: cluster?.members.filter((member) => member !== id) ?? [],
    silhouette: typed?.silhouette ?? null,
    secondBest: typed?.secondBest ?? null,
    borderline: typed?.borderline ?? false,
    neighbours: neighbours.length,
    ofSameType: neighbours.length - others.length,
    ofOtherTypes: others,
  };
  return { ...place, sentence: sentenceOf(place, typology) };
}

function sentenceOf(place: Omit<TypeOfTarget, "sentence">, { k }: Typology): string {
  const { target, label, size, neighbours, ofSameType, borderline, secondBest } = place;
  if (label === null) return `${target} has too few figures to be given a type.`;
  const mates = `${target} is one of ${size} regions of type ${label} of ${k}; ${ofSameType} of its ${neighbours} reference regions share the type.`;
  return borderline && secondBest !== null
    ? `${mates} It lies at the border to type ${secondBest}: its reference regions say more about it than its type.`
    : mates;
}
