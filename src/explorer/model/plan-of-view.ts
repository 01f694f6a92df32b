import type { Plan } from "../../plan.js";
import type { NormaliseOption, PrepareChoices } from "../../prepare/prepare-options.js";
import type { PreparedTable } from "../../prepare/prepared-table.js";
import type { RegionFilter } from "../../reference/eligibility-options.js";
import type { Region } from "../../table/region-table.js";
import { type StartingWeights, weighOptionsOf } from "./starting-weights.js";
import { methodOf, type View } from "./view.js";

/** How a view prepares its figures: as the plan does, but for the normalisation. */
export function prepareOf(plan: Plan, { normalise }: View): PrepareChoices {
  const isPlan = methodOf(plan.prepare.normalise) === normalise;
  return { ...plan.prepare, normalise: isPlan ? plan.prepare.normalise : (normalise as NormaliseOption) };
}

/** A view as a plan, with which the library gives the same list anywhere. */
export function planOfView(
  view: View,
  plan: Plan,
  start: StartingWeights,
  prepared: PreparedTable,
  regions: readonly Region[],
): Plan {
  const { exclude, only, count: _, ...reference } = plan.reference;
  const excluded = filterOf(exclude, {
    sameCountry: view.abroad || undefined,
    withinKilometres: view.nearerThan ?? undefined,
    regions: [...(exclude?.regions ?? []), ...ofCountries(view, regions)],
  });
  const required = filterOf(only, {
    withinKilometres: view.furtherThan ?? undefined,
    attribute: {
      ...only?.attribute,
      ...Object.fromEntries(Object.entries(view.attributes).map(([name, value]) => [name, [value]])),
    },
  });
  return {
    ...plan,
    name: "explorer",
    description: "",
    prepare: prepareOf(plan, view),
    weigh: { ...weighOptionsOf(view, start, prepared), scheme: "given", within: plan.weigh.within },
    space: { ...plan.space, metric: view.metric },
    reference: {
      ...reference,
      count: view.count,
      ...(excluded === null ? {} : { exclude: excluded }),
      ...(required === null ? {} : { only: required }),
    },
  };
}

/** The regions of the countries that are left out, but for the target itself, which no filter asks. */
function ofCountries({ withoutCountries, target }: View, regions: readonly Region[]): string[] {
  if (withoutCountries.length === 0) return [];
  const left = new Set(withoutCountries);
  return regions.filter(({ id, country }) => id !== target && left.has(country ?? "")).map(({ id }) => id);
}

/** A filter of the plan with the choices of the view; null where nothing is asked. */
function filterOf(planned: RegionFilter | undefined, chosen: RegionFilter): RegionFilter | null {
  const isAsked = (value: unknown): boolean =>
    value !== undefined && !(typeof value === "object" && value !== null && Object.keys(value).length === 0);
  const entries = Object.entries({ ...planned, ...chosen }).filter(([, value]) => isAsked(value));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
