import { structuralIndicators } from "../../table/structural-indicators.js";
import type { Context } from "./context.js";
import { bullets } from "./write.js";

/** From this share of the variants on a region counts as sure. */
const SURE = 0.8;

/** The question, and the answer in a few lines. */
export function question(context: Context): string[] {
  const { say, format, target, table, reference, region, text, dimension } = context;
  const indicators = structuralIndicators(table.framework);
  const dimensions = [...new Set(indicators.map((one) => one.dimension))].map(dimension);
  return [
    `## ${say.headings.question}`,
    say.question(region(target.id), text(reference.vintage.name), indicators.length, format.list(dimensions)),
    `## ${say.headings.short}`,
    bullets(short(context)),
  ];
}

function short(context: Context): string[] {
  const { say, format, reference, sensitivity, benchmark, leaders, region, indicator } = context;
  const { regions } = reference;
  if (regions.length === 0) return [say.noRegion];
  const lines = [say.nearest(format.list(regions.slice(0, 5).map(({ id }) => region(id))))];
  if (sensitivity !== undefined) {
    const sure = sensitivity.regions.filter(({ listed, inclusion }) => listed && inclusion >= SURE).length;
    lines.push(
      say.sure(sure, regions.length, format.number(sensitivity.draws), format.percent(sensitivity.stability)),
    );
  }
  if (benchmark !== undefined) {
    const names = (ids: readonly string[]): string => ids.map(indicator).join("; ");
    lines.push(benchmark.strengths.length > 0 ? say.ahead(names(benchmark.strengths)) : say.noStrength);
    lines.push(benchmark.lags.length > 0 ? say.behind(names(benchmark.lags)) : say.noLag);
  }
  if (leaders !== undefined) {
    const names = leaders.leaders.slice(0, 5).map(({ id }) => region(id));
    lines.push(names.length > 0 ? say.learnFrom(format.list(names)) : say.noLeader);
  }
  return lines;
}
