import type { Context } from "./context.js";
import { bullets } from "./write.js";

/** The method as the plan has it, in sentences that can be cited. */
export function method(context: Context): string[] {
  const { say, format, plan, indicator } = context;
  const { prepare, weigh, space, reference, sensitivity, benchmark, typology } = plan;
  const told = say.method;
  const overridden = Object.keys(prepare.indicators);
  const limited =
    reference.exclude !== undefined ||
    reference.only !== undefined ||
    reference.eligible !== undefined ||
    reference.maxDistance !== undefined ||
    reference.mutual;
  return [
    `## ${say.headings.method}`,
    told.intro,
    bullets([
      told.impute[methodOf(prepare.impute)],
      told.composition[methodOf(prepare.composition)],
      told.treat[methodOf(prepare.treat)],
      told.normalise[methodOf(prepare.normalise)],
      ...(overridden.length > 0 ? [told.overrides(overridden.map(indicator).join("; "))] : []),
      told.weigh[weigh.scheme],
      told.metric[space.metric],
      told.coverage(format.percent(space.minCoverage)),
      told.list(reference.count),
      ...(limited ? [told.filters] : []),
      ...(sensitivity === undefined ? [] : [told.sensitivity(format.number(sensitivity.draws))]),
      ...(benchmark === undefined ? [] : [told.benchmark]),
      ...(typology === undefined ? [] : [told.types(say.methods[typology.method])]),
    ]),
  ];
}

function methodOf<M extends string>(option: M | { readonly method: M }): M {
  return typeof option === "string" ? option : option.method;
}
