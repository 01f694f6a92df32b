import { groupBy } from "../../shared/group-by.js";
import type { Context } from "./context.js";
import { plain, tableOf } from "./write.js";

/** Reasons of a region are told as far as this. */
const TOLD = 2;

/** The reference regions with their reasons, and who could not be listed. */
export function list(context: Context): string[] {
  const { say, format, reference, region, indicator } = context;
  const { columns } = say;
  const { regions, tied, excluded } = reference;
  const blocks = [`## ${say.headings.list}`];
  if (regions.length === 0) return [...blocks, say.noRegion, ...left(context)];
  const named = (ids: readonly string[] = []): string => ids.slice(0, TOLD).map(indicator).join("; ") || "-";
  blocks.push(
    tableOf(
      [
        columns.rank,
        columns.region,
        columns.country,
        columns.similarity,
        columns.closeness,
        columns.coverage,
        columns.alike,
        columns.different,
      ],
      regions.map((one) => [
        `${one.rank}${one.pinned ? ` (${say.pinned})` : ""}`,
        region(one.id),
        plain(one.country ?? "-"),
        format.number(Math.round(one.similarity)),
        say.closeness[one.closeness],
        format.percent(one.coverage),
        named(one.reasons?.unites),
        named(one.reasons?.divides),
      ]),
    ),
    say.similarity,
  );
  if (tied.length > 0) blocks.push(say.tied(format.list(tied.map(({ id }) => region(id)))));
  return excluded.length > 0 ? [...blocks, ...left(context)] : blocks;
}

/** Who could not be listed, by reason. */
function left({ say, reference: { excluded } }: Context): string[] {
  const groups = groupBy(excluded.length, (i) => excluded[i]!.reason);
  return [...groups].map(([reason, members]) =>
    say.excluded(members.length, say.reasons[reason] ?? plain(excluded[members[0]!]!.message)),
  );
}
