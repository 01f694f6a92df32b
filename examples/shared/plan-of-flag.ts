import { readFileSync } from "node:fs";
import { type Plan, parsePlan } from "reference-regions";

/** The plan that a flag names: a preset, or a JSON file. */
export function planOfFlag(flag: string): Plan {
  return parsePlan(flag.endsWith(".json") ? JSON.parse(readFileSync(flag, "utf8")) : flag);
}
