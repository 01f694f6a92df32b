import type { Framework, Indicator } from "./framework.js";

/** The structural indicators of a framework, in its order. */
export function structuralIndicators(framework: Framework): Indicator[] {
  return framework.indicators.filter((indicator) => indicator.role === "structural");
}

/** Whether an indicator holds categories: codes that are neither treated for outliers nor scaled. */
export function isCategorical({ kind = "ratio" }: Indicator): boolean {
  return kind === "nominal" || kind === "binary" || kind === "asymmetric-binary";
}
