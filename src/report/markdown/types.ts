import type { Distinction } from "../../cluster/distinctions.js";
import { leadingReasons } from "../../reference/leading-reasons.js";
import type { Context } from "./context.js";
import { tableOf } from "./write.js";

/** The types of all regions, and the target's. */
export function types(context: Context): string[] {
  const { typology, type, say, region } = context;
  if (typology === undefined || type === undefined) return [];
  const { columns } = say;
  const { k, method } = typology;
  return [
    `## ${say.headings.types}`,
    say.types(k, typology.regions.length, say.methods[method]),
    tableOf(
      [columns.type, columns.name, columns.size, columns.medoid],
      typology.clusters.map(({ label, size, medoid, distinctive }) => [
        String(label),
        nameOf(context, distinctive),
        String(size),
        region(medoid),
      ]),
    ),
    type.label === null
      ? say.noType
      : [
          say.ofType(type.label, k, type.size ?? 0, type.ofSameType, type.neighbours),
          ...(type.borderline && type.secondBest !== null ? [say.border(type.secondBest)] : []),
        ].join(" "),
  ];
}

/** What sets a type apart, in the language of the report. */
function nameOf({ say, table, indicator }: Context, distinctive: readonly Distinction[]): string {
  const leading = leadingReasons(
    distinctive.map(({ id }) => id),
    table.framework.indicators,
    3,
  ).map((id) => distinctive.find((one) => one.id === id)!);
  const names = (sign: 1 | -1): string =>
    leading
      .filter(({ difference }) => sign * difference > 0)
      .map(({ id }) => indicator(id))
      .join(", ");
  return say.distinct(names(1), names(-1));
}
