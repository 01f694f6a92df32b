import type { Analysis } from "../analyse.js";
import { prepare } from "../prepare/prepare.js";
import { leaveOut } from "../sensitivity/leave-out.js";
import { optionsError } from "../shared/errors.js";
import type { Note } from "../shared/note.js";
import { textIn } from "../shared/text.js";
import { buildSpace, type StructuralSpace } from "../space/structural-space.js";
import type { Indicator } from "../table/framework.js";
import type { Region } from "../table/region-table.js";
import { structuralIndicators } from "../table/structural-indicators.js";
import { weigh } from "../weight/weigh.js";

/** The name of a region of the first vintage in the pooled space, and of the second. */
export const earlier = (id: string): string => `before ${id}`;
export const later = (id: string): string => `after ${id}`;

/** The regions of both vintages as one space, by the plan of the second. */
export function poolVintages(
  before: Analysis,
  after: Analysis,
): { readonly space: StructuralSpace; readonly notes: readonly Note[] } {
  const { common, notes } = commonIndicators(before, after);
  return { space: pool(before, after, common), notes };
}

/** The structural indicators of both, in the same unit. */
function commonIndicators(
  before: Analysis,
  after: Analysis,
): { readonly common: ReadonlySet<string>; readonly notes: Note[] } {
  const was = new Map<string, Indicator>(
    structuralIndicators(before.table.framework).map((one) => [one.id, one]),
  );
  const is = structuralIndicators(after.table.framework);
  const lost = [...was.keys()].filter((id) => !is.some((one) => one.id === id));
  const added = is.filter(({ id }) => !was.has(id)).map(({ id }) => id);
  const unitOf = ({ unit }: Indicator): string => (unit === undefined ? "" : textIn(unit));
  const remade = is.filter((one) => was.has(one.id) && unitOf(one) !== unitOf(was.get(one.id)!));
  const notes: Note[] = [];
  const tell = (code: string, ids: readonly string[], message: string): void => {
    if (ids.length > 0)
      notes.push({ code, indicators: ids, message: `${message}, and did not count: ${ids.join(", ")}.` });
  };
  tell("only-in-one-vintage", [...lost, ...added], "These indicators are in one vintage only");
  tell(
    "another-unit",
    remade.map(({ id }) => id),
    "These indicators changed their unit",
  );
  const common = new Set(is.filter((one) => was.has(one.id) && !remade.includes(one)).map(({ id }) => id));
  if (common.size > 0) return { common, notes };
  throw optionsError(
    "nothing-in-common",
    { path: "compareVintages" },
    "expected analyses that share structural indicators in the same unit, got none.",
  );
}

function pool(before: Analysis, after: Analysis, common: ReadonlySet<string>): StructuralSpace {
  const rename = (regions: readonly Region[], name: (id: string) => string): Region[] =>
    regions.map((region) => ({ ...region, id: name(region.id) }));
  const { framework } = after.table;
  const foreign = structuralIndicators(framework)
    .map(({ id }) => id)
    .filter((id) => !common.has(id));
  const { table, plan } = leaveOut(
    {
      plan: after.plan,
      table: {
        framework,
        regions: [...rename(before.table.regions, earlier), ...rename(after.table.regions, later)],
        columns: Object.fromEntries(
          [...common].map((id) => [id, [...before.table.columns[id]!, ...after.table.columns[id]!]]),
        ),
        notes: [],
      },
    },
    new Set(foreign),
  );
  const prepared = prepare(table, plan.prepare);
  return buildSpace(prepared, { ...plan.space, weights: weigh(prepared, plan.weigh) });
}
