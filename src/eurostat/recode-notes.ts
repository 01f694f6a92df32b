import type { Note } from "../shared/note.js";
import type { RegionTable } from "../table/region-table.js";
import type { Correspondence } from "./correspondence.js";
import type { RecodeMethod, Whole } from "./recode-plan.js";

/** What happened when a table was moved to other regions. */
interface Story {
  readonly table: RegionTable;
  readonly overlaps: Correspondence;
  readonly wholes: readonly Whole[];
  readonly totals: ReadonlySet<string>;
  readonly gaps: readonly {
    readonly region: string;
    readonly indicator: string;
    readonly missing: readonly string[];
  }[];
  readonly from: string;
  readonly to: string;
  readonly method: RecodeMethod;
}

/** What a reader must know of how a table was moved to other regions. */
export function recodeNotes(story: Story): Note[] {
  const made = story.wholes.filter(({ unchanged }) => !unchanged);
  return [...unknownRegions(story), ...reusedCodes(story), ...madeAnew(story, made), ...emptyCells(story)];
}

function unknownRegions({ table, overlaps, from }: Story): Note[] {
  const known = new Set(overlaps.map((one) => one.from));
  const regions = table.regions.map(({ id }) => id).filter((id) => !known.has(id));
  if (regions.length === 0) return [];
  const message = `Not in the set ${from} of the correspondence, and left out: ${regions.join(", ")}.`;
  return [{ code: "regions-not-recoded", regions, message }];
}

/** Codes that both sets have, for other territories. */
function reusedCodes({ table, wholes, from, to }: Story): Note[] {
  const given = new Set(table.regions.map(({ id }) => id));
  const codes = wholes
    .filter(({ id, unchanged, parts }) => given.has(id) && !(unchanged && parts[0]!.from === id))
    .map(({ id }) => id);
  if (codes.length === 0) return [];
  const message = `Ambiguous codes, which mean one territory in ${from} and another in ${to}: ${codes.join(", ")}.`;
  return [{ code: "ambiguous-codes", regions: codes, message }];
}

function madeAnew({ table, totals, method }: Story, made: readonly Whole[]): Note[] {
  if (made.length === 0) return [];
  const regions = made.map(({ id }) => id);
  const averaged = table.framework.indicators.map(({ id }) => id).filter((id) => !totals.has(id));
  const notes: Note[] = [
    {
      code: "regions-made-anew",
      regions,
      method,
      message: `Made of parts of other regions, weighed by ${method}: ${regions.join(", ")}.`,
    },
  ];
  if (averaged.length > 0)
    notes.push({
      code: "indicators-averaged",
      indicators: averaged,
      message: `Not named as extensive, and so averaged where regions changed: ${averaged.join(", ")}. Name totals in "extensive".`,
    });
  return notes;
}

function emptyCells({ gaps, table }: Story): Note[] {
  const given = new Set(table.regions.map(({ id }) => id));
  return gaps.map(({ region, indicator, missing }) => {
    const why =
      missing.length === 0
        ? "no part has a weight"
        : `parts without a value: ${missing.map((id) => (given.has(id) ? id : `${id} (not in the table)`)).join(", ")}`;
    const message = `Indicator ${indicator} of ${region} is missing, for ${why}.`;
    return { code: "missing-part", region, indicator, parts: missing, message };
  });
}
