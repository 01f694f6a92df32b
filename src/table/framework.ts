import * as z from "zod/mini";
import schemaDocument from "../schemas/framework.json";
import type { JsonSchema } from "../shared/check.js";
import type { Text } from "../shared/text.js";
import { type IndicatorSource, indicatorSourceShape } from "./indicator-source.js";

/** Whether an indicator makes the space (structural) or is looked at afterwards, within the reference group (performance). */
export const roles = ["structural", "performance"] as const;
/** One of `roles`. */
export type Role = (typeof roles)[number];

/** What is better: `higher`, `lower`, or neither (`neutral`). Structural distance does not ask; the benchmark does. */
export const directions = ["higher", "lower", "neutral"] as const;
/** One of `directions`. */
export type Direction = (typeof directions)[number];

/**
 * How the numbers of an indicator are to be read: `ratio` (default), any number whose differences mean something; `ordinal`, ranks of an
 * ordered scale; `nominal`, codes without order; `binary`, 0 or 1, alike when equal; `asymmetric-binary`, 0 or 1, where two zeros say
 * nothing ("both have no coast").
 */
export const kinds = ["ratio", "ordinal", "nominal", "binary", "asymmetric-binary"] as const;
/** One of `kinds`. */
export type Kind = (typeof kinds)[number];

/** A group of indicators inside a dimension, e.g. "human capital". Its `weight` is relative to its sisters (default 1). */
export interface Element {
  readonly id: string;
  readonly name: Text;
  readonly weight?: number | undefined;
}

/** A family of structural conditions, e.g. "technological". Its `weight` is relative to its sisters (default 1). */
export interface Dimension {
  readonly id: string;
  readonly name: Text;
  readonly weight?: number | undefined;
  readonly elements?: readonly Element[] | undefined;
}

/** One column of numbers and what it means. */
export interface Indicator {
  /** The column header in the table. */
  readonly id: string;
  readonly name: Text;
  readonly dimension: string;
  /** Needed where the dimension has elements. */
  readonly element?: string | undefined;
  readonly role: Role;
  /** Default `neutral`. */
  readonly direction?: Direction | undefined;
  /** Default `ratio`. */
  readonly kind?: Kind | undefined;
  readonly unit?: Text | undefined;
  /** The year of the figures, or a text where it differs between countries. */
  readonly year?: number | string | undefined;
  /** The official data set in which a reader finds the figure. */
  readonly source?: Text | undefined;
  readonly licence?: Text | undefined;
  /** Relative to its sisters in the element (default 1). */
  readonly weight?: number | undefined;
  /** The set of shares that it belongs to; the shares of one set add to a whole. */
  readonly composition?: string | undefined;
  /** Values outside are refused on reading. */
  readonly range?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
  /** The data set and the cells from which `toRegionTable` takes the figures. */
  readonly from?: IndicatorSource | undefined;
}

/** A set of shares: what they add to (default 100) and how far a row may be off (default 1, in the shares' own unit). */
export interface Composition {
  readonly id: string;
  readonly name?: Text | undefined;
  readonly total?: number | undefined;
  readonly tolerance?: number | undefined;
}

/**
 * What is measured: dimensions, elements inside them, and indicators with their role, unit, year and source.
 * A plain JSON document; `frameworkSchema` is its JSON Schema.
 */
export interface Framework {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: Text;
  readonly description?: Text | undefined;
  readonly dimensions: readonly Dimension[];
  readonly indicators: readonly Indicator[];
  readonly compositions?: readonly Composition[] | undefined;
  /** The credit lines that belong beside the data. */
  readonly credits?: readonly string[] | undefined;
}

const id = z.string().check(z.minLength(1));
const text = z.union([z.string(), z.record(z.string(), z.string())]);
const weight = z.optional(z.number().check(z.nonnegative()));

const element = z.strictObject({ id, name: text, weight });

const dimension = z.strictObject({ id, name: text, weight, elements: z.optional(z.array(element)) });

const indicator = z.strictObject({
  id,
  name: text,
  dimension: id,
  element: z.optional(id),
  role: z.enum(roles),
  direction: z.optional(z.enum(directions)),
  kind: z.optional(z.enum(kinds)),
  unit: z.optional(text),
  year: z.optional(z.union([z.number(), z.string()])),
  source: z.optional(text),
  licence: z.optional(text),
  weight,
  composition: z.optional(id),
  range: z.optional(z.strictObject({ min: z.optional(z.number()), max: z.optional(z.number()) })),
  from: z.optional(indicatorSourceShape),
});

const composition = z.strictObject({
  id,
  name: z.optional(text),
  total: z.optional(z.number().check(z.positive())),
  tolerance: z.optional(z.number().check(z.nonnegative())),
});

/** The schema of a framework's shape; `parseFramework` checks what it cannot say. */
export const frameworkShape: z.ZodMiniType<Framework> = z.strictObject({
  schemaVersion: z.literal(1),
  id,
  name: text,
  description: z.optional(text),
  dimensions: z.array(dimension).check(z.minLength(1)),
  indicators: z.array(indicator).check(z.minLength(1)),
  compositions: z.optional(z.array(composition)),
  credits: z.optional(z.array(z.string())),
});

/** The JSON Schema of a framework document (draft 2020-12). */
export const frameworkSchema: JsonSchema = schemaDocument;
