import type { Standing } from "../../benchmark/benchmark.js";
import type { ClusterMethod } from "../../cluster/cluster-options.js";
import type {
  CompositionMethod,
  Imputation,
  Normalisation,
  Treatment,
} from "../../prepare/prepare-options.js";
import type { Assumption } from "../../sensitivity/sensitivity-options.js";
import type { Note } from "../../shared/note.js";
import type { Closeness } from "../../space/closeness.js";
import type { Metric } from "../../space/metrics.js";
import type { WeightScheme } from "../../weight/weigh-options.js";
import type { Format } from "./format.js";

/** A text for each of some names. */
export type Words<K extends string> = { readonly [key in K]: string };

/** All that a report says, in one language. Texts handed over are ready to print; numbers are for choosing the right form of a word. */
export interface Messages {
  readonly title: (target: string) => string;
  readonly dated: (date: string) => string;
  readonly headings: Words<
    | "question"
    | "short"
    | "list"
    | "certainty"
    | "performance"
    | "leaders"
    | "types"
    | "data"
    | "method"
    | "caveats"
    | "replay"
    | "references"
  >;
  /** Headers of tables. */
  readonly columns: Words<
    | "rank"
    | "region"
    | "country"
    | "similarity"
    | "closeness"
    | "coverage"
    | "alike"
    | "different"
    | "inclusion"
    | "ranks"
    | "assumption"
    | "alone"
    | "total"
    | "indicator"
    | "target"
    | "median"
    | "spread"
    | "place"
    | "standing"
    | "type"
    | "name"
    | "size"
    | "medoid"
    | "dimension"
    | "unit"
    | "year"
    | "source"
    | "weight"
    | "effect"
  >;
  readonly question: (target: string, data: string, indicators: number, dimensions: string) => string;
  readonly years: (from: number, to: number) => string;
  readonly nearest: (regions: string) => string;
  readonly noRegion: string;
  readonly sure: (sure: number, listed: number, variants: string, stability: string) => string;
  readonly ahead: (indicators: string) => string;
  readonly behind: (indicators: string) => string;
  readonly learnFrom: (regions: string) => string;
  readonly closeness: Words<Closeness>;
  readonly similarity: string;
  readonly pinned: string;
  readonly tied: (regions: string) => string;
  readonly excluded: (count: number, why: string) => string;
  /** By the reason of an exclusion; one that begins with `not-` is the opposite of the rest. */
  readonly reasons: { readonly [reason: string]: string };
  readonly certainty: (draws: string, varied: string, stability: string) => string;
  readonly outside: (regions: string) => string;
  readonly noneOutside: string;
  readonly drivers: string;
  readonly assumptions: Words<Assumption>;
  readonly weightOf: (dimension: string) => string;
  readonly inert: (what: string) => string;
  readonly performance: (group: number, includesTarget: boolean) => string;
  readonly standing: Words<Standing>;
  readonly unknown: string;
  readonly strengths: string;
  readonly lags: string;
  readonly noStrength: string;
  readonly noLag: string;
  readonly gap: (value: string, median: string, gap: string) => string;
  /** A difference of two figures in percent; `unit` says of what. */
  readonly points: (value: string, unit: string) => string;
  readonly leaders: string;
  readonly leader: (similar: string, different: string, better: string) => string;
  readonly noReasons: string;
  readonly noLeader: string;
  readonly front: (regions: string) => string;
  readonly countries: (countries: string) => string;
  readonly types: (k: number, regions: number, method: string) => string;
  readonly ofType: (label: number, k: number, size: number, same: number, neighbours: number) => string;
  readonly border: (label: number) => string;
  readonly noType: string;
  /** What sets a type apart: what is high in it, and what is low. */
  readonly distinct: (high: string, low: string) => string;
  readonly methods: Words<ClusterMethod>;
  readonly data: (regions: number, data: string) => string;
  readonly credits: string;
  readonly method: {
    readonly intro: string;
    readonly impute: Words<Imputation>;
    readonly composition: Words<CompositionMethod>;
    readonly treat: Words<Treatment>;
    readonly normalise: Words<Normalisation>;
    readonly overrides: (indicators: string) => string;
    readonly weigh: Words<WeightScheme>;
    readonly metric: Words<Metric>;
    readonly coverage: (least: string) => string;
    readonly list: (count: number) => string;
    readonly filters: string;
    readonly sensitivity: (draws: string) => string;
    readonly benchmark: string;
    readonly types: (method: string) => string;
  };
  /** The descriptions of the presets. */
  readonly presets: { readonly [name: string]: string };
  readonly effects: string;
  readonly noCaveat: string;
  readonly replay: (version: string) => string;
  readonly planIs: string;
  /** By the code of a note: what it says, from its other fields. A code that is missing is said in English. */
  readonly notes: NoteSentences;
}

/** What notes say, by their code: a sentence made of the fields of the note. */
export type NoteSentences = { readonly [code: string]: (note: Note, format: Format) => string };
