import type { Driver, Sensitivity } from "../../sensitivity/sensitivity.js";
import type { Assumption } from "../../sensitivity/sensitivity-options.js";
import type { Context } from "./context.js";
import { tableOf } from "./write.js";

/** Regions outside the list are told from this share of the variants on. */
const OFTEN = 0.25;

/** How sure the list is, and what moves it. */
export function certainty(context: Context): string[] {
  const { sensitivity, say, format, region, plan } = context;
  if (sensitivity === undefined) return [];
  const { columns } = say;
  const varied = (Object.keys(say.assumptions) as Assumption[]).filter(
    (one) => plan.sensitivity?.vary[one] ?? true,
  );
  const outside = sensitivity.regions.filter(({ listed, inclusion }) => !listed && inclusion >= OFTEN);
  return [
    `## ${say.headings.certainty}`,
    say.certainty(
      format.number(sensitivity.draws),
      varied.map((one) => say.assumptions[one]).join("; "),
      format.percent(sensitivity.stability),
    ),
    tableOf(
      [columns.rank, columns.region, columns.inclusion, columns.ranks],
      sensitivity.regions
        .filter(({ listed }) => listed)
        .map(({ id, rank, inclusion, rankLow, rankHigh }) => [
          rank === null ? "-" : String(rank),
          region(id),
          format.percent(inclusion),
          rankLow === null || rankHigh === null ? "-" : `${rankLow}–${rankHigh}`,
        ]),
    ),
    outside.length > 0
      ? say.outside(
          format.list(outside.map(({ id, inclusion }) => `${region(id)} ${format.percent(inclusion)}`)),
        )
      : say.noneOutside,
    ...drivers(context, sensitivity),
  ];
}

function drivers({ say, format, dimension }: Context, { drivers: all, inert }: Sensitivity): string[] {
  const { columns } = say;
  const named = (one: Driver): string =>
    one.dimension === null ? say.assumptions[one.assumption] : say.weightOf(dimension(one.dimension));
  const part = (share: number, [low, high]: readonly [number, number]): string => {
    const [middle, from, to] = [share, low, high].map((one) => format.percent(Math.max(0, one)));
    return `${middle} (${from} – ${to})`;
  };
  const still = inert
    .filter(({ kind }) => kind === "assumption")
    .map(({ id }) => say.assumptions[id as Assumption] ?? id);
  return [
    ...(all.length === 0
      ? []
      : [
          say.drivers,
          tableOf(
            [columns.assumption, columns.alone, columns.total],
            all.map((one) => [
              named(one),
              part(one.first, one.firstInterval),
              part(one.total, one.totalInterval),
            ]),
          ),
        ]),
    ...(still.length === 0 ? [] : [say.inert(still.join("; "))]),
  ];
}
