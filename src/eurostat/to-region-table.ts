import { DataError, type Issue, issueAt } from "../shared/errors.js";
import { byKey } from "../shared/ids.js";
import { didYouMean } from "../shared/nearest-spelling.js";
import { tableFromSheet } from "../table/assemble.js";
import type { Framework, Indicator } from "../table/framework.js";
import type { Selection } from "../table/indicator-source.js";
import { readChoices } from "../table/read-options.js";
import type { RegionTable } from "../table/region-table.js";
import { toSheet } from "../table/rows.js";
import { type CellStory, droppedNotes, type Stories, storyNotes, withYears } from "./cell-stories.js";
import { checkSources } from "./check-sources.js";
import { chooseRegions } from "./choose-regions.js";
import { type Cut, cutOut, type Figure } from "./cut.js";
import { deriver, type FigureOf } from "./derive.js";
import { dropsFlag } from "./flag-choices.js";
import { nutsForm } from "./nuts-versions.js";
import type { Observations } from "./observations.js";
import {
  readTableChoices,
  type ToRegionTableChoices,
  type ToRegionTableOptions,
} from "./to-region-table-options.js";

/** A table of regions with the story of each figure, in the order of the regions. */
export interface StoriedTable extends RegionTable {
  readonly stories: Stories;
}

/**
 * Makes a table of regions of Eurostat's observations: each indicator of the framework says in `from` which cells of which data set it takes,
 * and what is made of them (a share, a ratio, an average of years, a growth).
 *
 * @param data The observations by the code of their data set, as the framework names it.
 * @param framework Every indicator needs its `from`.
 * @param options The year, how old a figure may be, the levels of NUTS, what becomes of flagged figures, and the names of the regions.
 * @returns The table; an indicator of its framework that states no year gets that of its figures (`2021`, `"2020-2022"`); `stories` keeps the year and the flags of each figure, and notes count those that are older or flagged. Without a
 * figure of the years allowed a cell is `null`. Codes that are no regions of NUTS (`ESZZ`, `EU27_2020`) are left out, and a note names
 * those that had figures.
 * @throws {DataError} With every problem at once: data sets that are missing, selections that are unknown or leave a choice, no regions.
 * @throws {OptionsError} For unknown options, and indicators without `from`.
 *
 * @example
 * ```ts
 * const tsv = "unit,geo\\time\t2021\t2022\nNR,ES21\t50\t60 p\nNR,ES22\t20\t:\nT,ES21\t100\t120\nT,ES22\t80\t90\n";
 * const from = { dataset: "pat", select: { unit: "NR" }, derive: { share: { select: { unit: "T" } } } };
 * const own = parseFramework({
 *   schemaVersion: 1,
 *   id: "own",
 *   name: "Own",
 *   dimensions: [{ id: "tech", name: "Technology" }],
 *   indicators: [{ id: "share", name: "Share", dimension: "tech", role: "structural", from }],
 * });
 * const made = toRegionTable({ pat: readEurostatTsv(tsv) }, own, { maxAge: 1 });
 * made.columns; // => { share: [50, 25] }
 * made.stories.share; // => [{ year: 2022, flag: "p" }, { year: 2021, flag: null }]
 * ```
 */
export function toRegionTable(
  data: { readonly [dataset: string]: Observations },
  framework: Framework,
  options?: ToRegionTableOptions,
): StoriedTable {
  const choices = readTableChoices(options);
  checkSources(framework);
  const issues: Issue[] = [];
  const makers = framework.indicators.map((indicator, i) => makerOf(indicator, i, data, choices, issues));
  if (issues.length > 0) throw new DataError(issues);
  const { geos, notes } = chooseRegions(
    makers.map(({ cut }) => cut),
    choices,
  );
  const cells = makers.map(({ figureOf, cut }) => cellsOf(geos, figureOf, cut, choices));
  const filled = geos.map((_, row) => row).filter((row) => cells.some((column) => column[row] !== null));
  const rows = filled.map((row) => ({
    code: geos[row]!,
    country: nutsForm(geos[row]!)!.country,
    ...nameOf(geos[row]!, choices),
    ...byKey(
      framework.indicators,
      ({ id }) => id,
      (_, i) => cells[i]![row]?.value ?? null,
    ),
  }));
  const stories = byKey(
    framework.indicators,
    ({ id }) => id,
    (_, i) => filled.map((row) => storyOf(cells[i]![row]!)),
  );
  const dated = withYears(framework, stories);
  const table = tableFromSheet(toSheet(rows), dated, readChoices(undefined, "toRegionTable"));
  return {
    ...table,
    stories,
    notes: [...table.notes, ...notes, ...droppedNotes(framework, makers), ...storyNotes(stories)],
  };
}

interface Maker {
  /** How many of the selected cells were left out for their flags. */
  readonly dropped: () => number;
  readonly cut: Cut;
  readonly figureOf: FigureOf;
}

function makerOf(
  { from }: Indicator,
  i: number,
  data: { readonly [dataset: string]: Observations },
  { flags }: ToRegionTableChoices,
  issues: Issue[],
): Maker {
  const { dataset, select, derive } = from!;
  let count = 0;
  const dropped = (): number => count;
  const isDropped = (flag: string | null): boolean => {
    const is = dropsFlag(flags, flag);
    if (is) count += 1;
    return is;
  };
  const take = (name: string, cells: Selection, path: string): Cut => {
    if (Object.hasOwn(data, name)) return cutOut(data[name]!, cells, isDropped, `${path}.select`, issues);
    const known = Object.keys(data);
    issues.push(
      issueAt(
        "no-data-set",
        { path: `${path}.dataset` },
        `expected a data set that was given (${known.join(", ")}), got "${name}".${didYouMean(name, known)}`,
      ),
    );
    return new Map();
  };
  const path = `indicators[${i}].from`;
  const cut = take(dataset, select, path);
  if (derive === undefined || "average" in derive || "growth" in derive)
    return { dropped, cut, figureOf: deriver(cut, derive, new Map()) };
  const [kind, against] =
    "share" in derive ? (["share", derive.share] as const) : (["ratio", derive.ratio] as const);
  const other = take(against.dataset ?? dataset, against.select, `${path}.derive.${kind}`);
  return { dropped, cut, figureOf: deriver(cut, derive, other) };
}

type Cell = (Figure & { readonly year: number }) | null;

function cellsOf(
  geos: readonly string[],
  figureOf: FigureOf,
  cut: Cut,
  choices: ToRegionTableChoices,
): Cell[] {
  const years = [...new Set(geos.flatMap((geo) => [...(cut.get(geo)?.keys() ?? [])]))].sort((a, b) => b - a);
  const latest = years.find((year) => geos.some((geo) => figureOf(geo, year) !== null));
  const first = choices.year === "latest" ? latest : choices.year;
  return geos.map((geo) => {
    if (first === undefined) return null;
    for (let year = first; year >= first - choices.maxAge; year--) {
      const figure = figureOf(geo, year);
      if (figure !== null) return { ...figure, year };
    }
    return null;
  });
}

/** The name of a region, where one was given. */
function nameOf(geo: string, { names }: ToRegionTableChoices): { readonly name?: string } {
  return Object.hasOwn(names, geo) ? { name: names[geo]! } : {};
}

function storyOf(cell: Cell): CellStory | null {
  return cell === null ? null : { year: cell.year, flag: cell.flag };
}
