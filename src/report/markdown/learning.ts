import type { Leader } from "../../benchmark/find-leaders.js";
import type { Context } from "./context.js";
import { bullets, plain } from "./write.js";

/** Leaders are told one by one as far as this. */
const TOLD = 8;

/** Whom to learn from, and why. */
export function learning(context: Context): string[] {
  const { leaders, say, format, region } = context;
  if (leaders === undefined) return [];
  const heading = `## ${say.headings.leaders}`;
  const front =
    leaders.front.length === 0 ? [] : [say.front(format.list(leaders.front.map(({ id }) => region(id))))];
  if (leaders.leaders.length === 0) return [heading, say.noLeader, ...front];
  const countries = Object.entries(leaders.countries).map(([country, n]) => `${plain(country)} ${n}`);
  return [
    heading,
    say.leaders,
    bullets(leaders.leaders.slice(0, TOLD).map((one) => `**${region(one.id)}**: ${reasons(context, one)}.`)),
    ...front,
    ...(countries.length === 0 ? [] : [say.countries(countries.join(", "))]),
  ];
}

/** "similar in ..., different in ..., better by ...", with raw values and units. */
function reasons({ say, indicator, gap: gapOf }: Context, leader: Leader): string {
  const named = (ids: readonly string[]): string =>
    ids.slice(0, 2).map(indicator).join("; ") || say.noReasons;
  const better = leader.betterIn
    .slice(0, 3)
    .map(({ id, gap }) => `${indicator(id)}: ${gapOf(id, gap)}`)
    .join("; ");
  return say.leader(named(leader.similarIn), named(leader.differentIn), better);
}
