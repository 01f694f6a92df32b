import { show } from "../../shared/show.js";
import { asObject, type JsonObject } from "../json-stat-shape.js";
import { isYears, type Query } from "./query.js";

/**
 * What a data set holds that was not asked for; null where it is the answer to the query. The data set must be the one that was named (as
 * far as the reply says which it is), and no dimension may have codes or years that were shut out. Upper and lower case are the same to the
 * API.
 */
export function wrongContent(set: JsonObject, { dataset, select, time }: Query): string | null {
  const id = asObject(set.extension)?.id;
  if (id !== undefined && String(id).toLowerCase() !== dataset.toLowerCase())
    return `the data set ${show(id)}`;
  const dimensions = new Map(
    Object.entries(asObject(set.dimension) ?? {}).map(([name, one]) => [name.toLowerCase(), one]),
  );
  for (const [name, codes] of Object.entries(select)) {
    const found = codesOf(dimensions.get(name.toLowerCase()));
    if (found === null) return `a data set without the dimension ${show(name)}`;
    const allowed = new Set(codes.map((code) => code.toLowerCase()));
    const other = found.find((code) => !allowed.has(code.toLowerCase()));
    if (other !== undefined) return `the code ${show(other)} in ${name}, which was not asked for`;
  }
  const stray = (codesOf(dimensions.get("time")) ?? []).find((period) => !isIn(period, time));
  return stray === undefined ? null : `the period ${show(stray)}, which was not asked for`;
}

function codesOf(dimension: unknown): string[] | null {
  const category = asObject(asObject(dimension)?.category);
  if (category === null) return null;
  const { index } = category;
  return Array.isArray(index) ? index.map(String) : Object.keys(asObject(index ?? category.label) ?? {});
}

function isIn(period: string, time: Query["time"]): boolean {
  if (time === undefined) return true;
  const year = Number(period.slice(0, 4));
  if (isYears(time)) return [time].flat().includes(year);
  return "latest" in time || (year >= time.since && year <= (time.until ?? 9999));
}
