import type { Note } from "../shared/note.js";
import type { Framework } from "../table/framework.js";

/** Where a figure of a table came from. */
export interface CellStory {
  readonly year: number;
  /** The flags of all cells that the figure was made of. */
  readonly flag: string | null;
}

/** The story of each figure, in the order of the regions; `null` where there is no figure. */
export type Stories = { readonly [indicator: string]: readonly (CellStory | null)[] };

/** The framework with the years of the figures in each indicator that states none: what results name as their vintage. */
export function withYears(framework: Framework, stories: Stories): Framework {
  const indicators = framework.indicators.map((indicator) => {
    const years = stories[indicator.id]!.flatMap((story) => (story === null ? [] : [story.year]));
    if (indicator.year !== undefined || years.length === 0) return indicator;
    const [from, to] = [Math.min(...years), Math.max(...years)];
    return { ...indicator, year: from === to ? from : `${from}-${to}` };
  });
  return { ...framework, indicators };
}

/** How many cells were left out for their flags, as the call asked. */
export function droppedNotes(
  { indicators }: Framework,
  makers: readonly { readonly dropped: () => number }[],
): Note[] {
  return indicators.flatMap(({ id }, i) => {
    const cells = makers[i]!.dropped();
    const message = `Indicator ${id}: ${cells} cells of its data were left out for their flags.`;
    return cells === 0 ? [] : [{ code: "flagged-cells-dropped", indicator: id, cells, message }];
  });
}

/** Which figures are older than the others, and which have flags. */
export function storyNotes(stories: Stories): Note[] {
  return Object.entries(stories).flatMap(([indicator, cells]): Note[] => {
    const known = cells.flatMap((cell) => (cell === null ? [] : [cell]));
    const latest = Math.max(...known.map(({ year }) => year));
    const older = known.filter(({ year }) => year < latest).length;
    const flagged = known.filter(({ flag }) => flag !== null).length;
    const notes: Note[] = [];
    if (older > 0)
      notes.push({
        code: "older-figures",
        indicator,
        cells: older,
        year: latest,
        message: `Indicator ${indicator}: ${older} of ${known.length} figures are older than ${latest}.`,
      });
    if (flagged > 0)
      notes.push({
        code: "flagged-figures",
        indicator,
        cells: flagged,
        message: `Indicator ${indicator}: ${flagged} of ${known.length} figures have a flag; see stories.`,
      });
    return notes;
  });
}
