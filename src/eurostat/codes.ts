import type { Place } from "../shared/errors.js";
import { isReservedName, reservedNameSentence } from "../shared/ids.js";
import { show } from "../shared/show.js";
import type { Faults } from "./faults.js";

const CODE = /^[^\p{C}\ufffd"]+$/u;

/** Texts seen before, so that a code that stands in a million cells is kept once. */
export type Known = Map<string, string>;

/** The code as it is kept; what cannot be one is reported. */
export function readCode(text: string, known: Known, place: () => Place, faults: Faults): string {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const code = text.trim();
  if (code === "")
    faults.add("empty-code", place(), "expected a code, got nothing. Fill the cell or remove the row.");
  else if (!CODE.test(code))
    faults.add(
      "unreadable-code",
      place(),
      `expected a code, got ${show(code)}. Decode the file with its own encoding, or mend the code.`,
    );
  else known.set(text, code);
  return code;
}

/** Which of the dimensions is the place and which the time, by their position. */
export interface Axes {
  readonly geo: number;
  readonly time: number;
  /** The names of the others, and where they stand. */
  readonly others: readonly { readonly name: string; readonly at: number }[];
}

/** Eurostat's name for the place, and that of other offices. */
const GEO_NAMES = new Set(["geo", "ref_area"]);
const TIME_NAMES = new Set(["time", "time_period"]);

/** Finds place and time among the names of dimensions; whatever is missing, doubled or no name is reported. */
export function findAxes(
  names: readonly string[],
  place: Place,
  faults: Faults,
  roles: { readonly geo?: string | undefined; readonly time?: string | undefined } = {},
): Axes | null {
  const lower = names.map((name) => name.toLowerCase());
  const geo =
    roles.geo === undefined ? lower.findIndex((name) => GEO_NAMES.has(name)) : names.indexOf(roles.geo);
  const time =
    roles.time === undefined ? lower.findIndex((name) => TIME_NAMES.has(name)) : names.indexOf(roles.time);
  const list = names.length === 0 ? "none" : names.join(", ");
  if (geo < 0)
    faults.add(
      "no-geo",
      place,
      `expected a dimension "geo" or "REF_AREA", got ${show(list)}. Take a table by region, or rename the dimension that holds the regions.`,
    );
  if (time < 0)
    faults.add("no-time", place, `expected a dimension "time" or "TIME_PERIOD", got ${show(list)}.`);
  if (geo >= 0 && geo === time)
    faults.add(
      "no-time",
      place,
      `expected place and time in two dimensions, got both in ${show(names[geo])}.`,
    );
  const doubled = names.filter((name, i) => names.indexOf(name) !== i);
  for (const name of new Set(doubled))
    faults.add("duplicate-dimension", place, `expected each dimension once, got ${show(name)} twice.`);
  for (const name of names)
    if (name === "") faults.add("empty-dimension", place, "expected the name of a dimension, got nothing.");
    else if (isReservedName(name))
      faults.add("reserved-name", place, reservedNameSentence(name, "the name of a dimension"));
    else if (!CODE.test(name))
      faults.add("unreadable-code", place, `expected the name of a dimension, got ${show(name)}.`);
  if (geo < 0 || time < 0) return null;
  const others = names.map((name, at) => ({ name, at })).filter(({ at }) => at !== geo && at !== time);
  return { geo, time, others };
}
