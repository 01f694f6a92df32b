import { structuralIndicators } from "../../table/structural-indicators.js";
import type { Context } from "./context.js";
import { bullets, plain, tableOf } from "./write.js";

/** The indicators with their sources and what they weigh, and the credit lines. */
export function data(context: Context): string[] {
  const { say, format, table, reference, weights, text, dimension } = context;
  const { columns } = say;
  const { framework } = table;
  const effects = new Map(weights.indicators.map((one) => [one.id, one]));
  const share = (value: number | undefined): string => (value === undefined ? "-" : format.percent(value, 1));
  return [
    `## ${say.headings.data}`,
    say.data(table.regions.length, text(reference.vintage.name)),
    tableOf(
      [
        columns.dimension,
        columns.indicator,
        columns.unit,
        columns.year,
        columns.source,
        columns.weight,
        columns.effect,
      ],
      structuralIndicators(framework).map((one) => [
        dimension(one.dimension),
        `${text(one.name)} (\`${one.id}\`)`,
        one.unit === undefined ? "-" : text(one.unit),
        one.year === undefined ? "-" : plain(String(one.year)),
        one.source === undefined ? "-" : text(one.source),
        share(effects.get(one.id)?.nominal),
        share(effects.get(one.id)?.effective),
      ]),
    ),
    say.effects,
    tableOf(
      [columns.dimension, columns.weight, columns.effect],
      weights.dimensions.map(({ id, nominal, effective }) => [
        dimension(id),
        format.percent(nominal),
        format.percent(effective),
      ]),
    ),
    ...(framework.credits === undefined ? [] : [say.credits, bullets(framework.credits.map(plain))]),
  ];
}
