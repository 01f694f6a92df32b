import { DataError, type Issue, issueAt, type Place, placeText } from "../shared/errors.js";
import { show } from "../shared/show.js";
import { type Mark, readAs } from "./number-forms.js";
import type { Parts } from "./take-apart.js";

/** A cell that an office wrote, and what it consists of. */
export interface Written extends Parts {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** How many cells a question names. */
const NAMED = 5;

/**
 * The decimal mark of a file: the one under which every number is one. A file has one mark, so a cell that can be read in one way only
 * (`12,5`, `1.234,5`, `1.234.567`) settles it for all others (`1.234`). Where none does, or two say different things, the error asks.
 */
export function findDecimal(
  cells: readonly Written[],
  placeOf: (cell: Written) => Place,
  issues: readonly Issue[],
): Mark {
  const proof: { [mark in Mark]?: Written } = {};
  const open: Written[] = [];
  for (const cell of cells) {
    if (cell.number === null) continue;
    const [point, comma] = [readAs(cell.number, "."), readAs(cell.number, ",")];
    if (point === null) proof[","] ??= cell;
    else if (comma === null) proof["."] ??= cell;
    else if (point !== comma) open.push(cell);
  }
  const { ".": point, ",": comma } = proof;
  if (point !== undefined && comma !== undefined) throw ask(issues, contradiction(point, comma, placeOf));
  if (comma !== undefined) return ",";
  if (point === undefined && open.length > 0) throw ask(issues, question(open, placeOf));
  return ".";
}

/** Until the mark is known, no cell can be read: what was found before is all that can be said. */
function ask(issues: readonly Issue[], issue: Issue): DataError {
  return new DataError([...issues, issue]);
}

function contradiction(point: Written, comma: Written, placeOf: (cell: Written) => Place): Issue {
  return issueAt(
    "contradicting-numbers",
    placeOf(comma),
    `expected one decimal mark in the file, got ${show(comma.text)}, which needs ",", and ${show(point.text)} (${placeText(placeOf(point))}), which needs ".". Mend one, or set decimal to the mark of the file: what does not fit it is then listed.`,
  );
}

function question(open: readonly Written[], placeOf: (cell: Written) => Place): Issue {
  const [first] = open as [Written];
  const others = open.slice(1, NAMED).map((cell) => placeText(placeOf(cell)));
  const like =
    others.length === 0
      ? ""
      : ` (${open.length - 1} more like it: ${others.join("; ")}${open.length > NAMED ? "; ..." : ""})`;
  return issueAt(
    "ambiguous-number",
    placeOf(first),
    `expected a number that can be read in one way, got ${show(first.text)}${like}: nothing in the file tells whether the mark separates thousands. Set decimal to "." for ${readAs(first.number!, ".")}, to "," for ${readAs(first.number!, ",")}.`,
  );
}
