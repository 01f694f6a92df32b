import * as z from "zod/mini";
import { checkOptions } from "../shared/check.js";
import type { Correspondence } from "./correspondence.js";
import { type RecodeMethod, recodeMethods } from "./recode-plan.js";

/** Options of `recodeRegions`. */
export interface RecodeOptions {
  /** The set of regions that the table has, as the correspondence calls it: `"2016"`. */
  readonly from: string;
  /** The set that it is to have: `"2021"`. */
  readonly to: string;
  /** What parts of regions are weighed by; default `"population"`. */
  readonly method?: RecodeMethod | undefined;
  /** The indicators that are totals (people, euros, patents): they are shared out and added up. All others are averaged. */
  readonly extensive?: readonly string[] | undefined;
}

const optionsSchema = z.strictObject({
  from: z.string().check(z.minLength(1)),
  to: z.string().check(z.minLength(1)),
  method: z._default(z.enum(recodeMethods), "population"),
  extensive: z._default(z.array(z.string()), []),
});

const measure = z.nullable(z.number().check(z.gte(0)));
const code = z.string().check(z.minLength(1));

/** Others may add columns of their own. */
const correspondenceSchema = z.array(
  z.looseObject({
    fromVersion: code,
    toVersion: code,
    from: code,
    to: code,
    area: measure,
    population: measure,
  }),
);

/** Checks a correspondence, which may have been made by hand. */
export function readOverlaps(correspondence: Correspondence): Correspondence {
  return checkOptions(correspondenceSchema, correspondence, "recodeRegions.correspondence");
}

/** All choices made. */
export interface RecodeChoices {
  readonly from: string;
  readonly to: string;
  readonly method: RecodeMethod;
  readonly extensive: readonly string[];
}

/** Checks the options of `recodeRegions` and fills in the defaults. */
export function readRecodeChoices(options: RecodeOptions): RecodeChoices {
  return checkOptions(optionsSchema, options, "recodeRegions");
}
