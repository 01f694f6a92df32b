import { structuralIndicators } from "../../table/framework.js";
import type { Context } from "./context.js";
import { bullets, plain, tableOf } from "./write.js";

/** The indicators with their sources and what they weigh, and the credit lines. */
export function data(context: Context): string[] {
  const { say, format, table, reference, weights, text, dimension, indicator } = context;
  const { columns } = say;
  const { framework } = table;
  const effects = new Map(weights.indicators.map((one) => [one.id, one]));
  const share = (value: number | undefined): string => (value === undefined ? "-" : format.percent(value));
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
    ...correlated(),
    ...(framework.credits === undefined ? [] : [say.credits, bullets(framework.credits.map(plain))]),
  ];

  function correlated(): string[] {
    const strong = weights.correlated.filter(({ strength }) => strength === "strong");
    if (strong.length === 0) return [];
    const pairs = strong.map(
      ({ a, b, correlation }) => `${indicator(a)} / ${indicator(b)} (r = ${format.number(correlation)})`,
    );
    return [say.correlated(pairs.join("; "))];
  }
}
