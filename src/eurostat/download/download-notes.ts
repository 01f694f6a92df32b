import type { Note } from "../../shared/note.js";
import type { Framework } from "../../table/framework.js";
import type { Periods } from "./download-options.js";
import { isYears, type Query } from "./query.js";
import type { Part } from "./read-reply.js";

/** Codes and years that were asked for and for which no figure came: the API answers a code that it does not know with no data. */
export function unansweredNotes({ dataset, select, time }: Query, parts: readonly Part[]): Note[] {
  const years = time !== undefined && isYears(time) ? { time: [time].flat().map(String) } : {};
  const figures = parts.flatMap(({ data }) => data?.observations ?? []).filter(({ value }) => value !== null);
  return Object.entries({ ...select, ...years }).flatMap(([dimension, wanted]) => {
    const found = new Set(
      figures.map((one) =>
        dimension === "geo" ? one.geo : dimension === "time" ? one.time.slice(0, 4) : one.keys[dimension],
      ),
    );
    const codes = wanted.filter((code) => !found.has(code));
    const message = `Data set ${dataset}: no figure came for ${dimension} ${codes.join(", ")}.`;
    return codes.length === 0 ? [] : [{ code: "codes-without-figures", dataset, dimension, codes, message }];
  });
}

/** Indicators that are made of more years than are asked for. */
export function shortRangeNotes(framework: Framework, time: Periods | undefined): Note[] {
  return framework.indicators.flatMap(({ id, from }) => {
    const derive = from?.derive;
    if (derive === undefined) return [];
    // The years that a figure of one year is made of, counted back from it.
    const back =
      "growth" in derive
        ? [0, derive.growth]
        : "average" in derive
          ? Array.from({ length: derive.average }, (_, i) => i)
          : [0];
    if (reaches(time, back)) return [];
    const made = "growth" in derive ? `growth over ${derive.growth}` : `the average of ${back.length}`;
    const message = `Indicator ${id}: ${made} years cannot be made of the years asked for. Ask for more in time.`;
    return [{ code: "too-few-years", indicator: id, message }];
  });
}

/** Whether the periods hold, for any year, that year and the years so far back. */
function reaches(time: Periods | undefined, back: readonly number[]): boolean {
  const span = Math.max(...back);
  if (time === undefined) return true;
  if (isYears(time)) {
    const years = [time].flat();
    return years.some((year) => back.every((one) => years.includes(year - one)));
  }
  if ("latest" in time) return time.latest > span;
  return time.until === undefined || time.until - time.since >= span;
}
