import type { Framework, Indicator } from "reference-regions";

/** The data sets that an indicator is made of. */
function dataSetsOfIndicator({ from }: Indicator): string[] {
  if (from === undefined) return [];
  const { dataset, derive } = from;
  const against =
    derive === undefined ? null : "share" in derive ? derive.share : "ratio" in derive ? derive.ratio : null;
  return [dataset, against?.dataset ?? dataset];
}

/** The data sets that a framework needs, each once. */
export function dataSetsOf({ indicators }: Framework): string[] {
  return [...new Set(indicators.flatMap(dataSetsOfIndicator))];
}

/** The framework without the indicators that need a data set which is not there, and the ids of those. */
export function withoutDataSets(
  framework: Framework,
  missing: readonly string[],
): { readonly framework: Framework; readonly left: readonly string[] } {
  const needs = (indicator: Indicator): boolean =>
    dataSetsOfIndicator(indicator).some((one) => missing.includes(one));
  return {
    framework: { ...framework, indicators: framework.indicators.filter((one) => !needs(one)) },
    left: framework.indicators.filter(needs).map(({ id }) => id),
  };
}
