import { checkOptions } from "../../shared/check.js";
import { type Issue, issueAt, OptionsError } from "../../shared/errors.js";
import { isReservedName } from "../../shared/ids.js";
import { show } from "../../shared/show.js";
import type { Framework } from "../../table/framework.js";
import type { Selection } from "../../table/indicator-source.js";
import { checkSources } from "../check-sources.js";
import { type DatasetRequest, type DownloadChoices, requestsSchema } from "./download-options.js";
import { fewestSelections } from "./fewest-selections.js";
import type { Query, Wanted } from "./query.js";

/** A selection and where the caller wrote it. */
interface Asked {
  readonly dataset: string;
  readonly select: Selection;
  readonly path: string;
}

/** Parameters of the API that are no dimensions: they follow from the options. */
const PARAMETERS = new Map([
  ["format", "Remove it"],
  ["lang", "Remove it"],
  ["geolevel", "Use the option geoLevel"],
  ["time", "Use the option time"],
  ["time_period", "Use the option time"],
  ["sincetimeperiod", "Use the option time"],
  ["untiltimeperiod", "Use the option time"],
  ["lasttimeperiod", "Use the option time"],
]);

/** The requests that bring all cells that are asked for, in the order in which their data sets are first named. */
export function planQueries(
  what: Framework | readonly DatasetRequest[],
  { geoLevel, time }: DownloadChoices,
): Query[] {
  const asked = Array.isArray(what) ? fromRequests(what) : fromFramework(what as Framework);
  const issues = asked.flatMap(checkAsked);
  if (issues.length > 0) throw new OptionsError(issues);
  const levels = [...new Set([geoLevel].flat())];
  return [...new Set(asked.map(({ dataset }) => dataset))].flatMap((dataset) =>
    fewestSelections(
      asked.filter((one) => one.dataset === dataset).map(({ select }) => wantedOf(select)),
    ).map((select) => ({ dataset, select, geoLevels: Object.hasOwn(select, "geo") ? [] : levels, time })),
  );
}

function fromRequests(what: readonly DatasetRequest[]): Asked[] {
  const requests = checkOptions(requestsSchema, { what }, "downloadEurostat").what;
  return requests.map(({ dataset, select = {} }, i) => ({
    dataset,
    select,
    path: `downloadEurostat.what[${i}]`,
  }));
}

/** The selections of all indicators, and those that they are set against. */
function fromFramework(framework: Framework): Asked[] {
  if (!Array.isArray(framework?.indicators))
    checkOptions(requestsSchema, { what: framework }, "downloadEurostat");
  checkSources(framework);
  return framework.indicators.flatMap(({ from }, i): Asked[] => {
    const { dataset, select, derive } = from!;
    const path = `framework.indicators[${i}].from`;
    const own = { dataset, select, path };
    if (derive === undefined || "average" in derive || "growth" in derive) return [own];
    const [kind, other] =
      "share" in derive ? (["share", derive.share] as const) : (["ratio", derive.ratio] as const);
    const against = { dataset: other.dataset ?? dataset, select: other.select };
    return [own, { ...against, path: `${path}.derive.${kind}` }];
  });
}

function checkAsked({ dataset, select, path }: Asked): Issue[] {
  const issues: Issue[] = [];
  if (!/^[\w$-]+$/.test(dataset) || isReservedName(dataset))
    issues.push(
      issueAt(
        "invalid-option",
        { path: `${path}.dataset` },
        `expected the code of a data set, got ${show(dataset)}.`,
      ),
    );
  for (const name of Object.keys(select)) {
    const advice = PARAMETERS.get(name.toLowerCase());
    if (advice !== undefined)
      issues.push(
        issueAt(
          "invalid-option",
          { path: `${path}.select.${name}` },
          `expected a dimension of the data set, got a parameter of the request. ${advice}.`,
        ),
      );
  }
  return issues;
}

function wantedOf(select: Selection): Wanted {
  return Object.fromEntries(
    Object.entries(select)
      .map(([name, codes]) => [name, [...new Set([codes].flat())].sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
