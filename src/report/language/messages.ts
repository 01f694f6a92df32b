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
  /** The title of the report. */
  readonly title: (target: string) => string;
  /** The line under the title: of which day the report is. */
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
  /** What is asked, of which region, on how many indicators of which dimensions. */
  readonly question: (target: string, data: string, indicators: number, dimensions: string) => string;
  /** The years of the figures. */
  readonly years: (from: number, to: number) => string;
  /** In short: the first regions of the list. */
  readonly nearest: (regions: string) => string;
  readonly noRegion: string;
  /** In short: how many of the listed regions are in most variants. */
  readonly sure: (sure: number, listed: number, variants: string, stability: string) => string;
  /** In short: where the target is ahead of its group. */
  readonly ahead: (indicators: string) => string;
  /** In short: where it is behind. */
  readonly behind: (indicators: string) => string;
  /** In short: whom to learn from. */
  readonly learnFrom: (regions: string) => string;
  readonly closeness: Words<Closeness>;
  readonly similarity: string;
  readonly pinned: string;
  /** Under the list: regions as near as the last one. */
  readonly tied: (regions: string) => string;
  /** Under the list: how many regions were left out, and why. */
  readonly excluded: (count: number, why: string) => string;
  /** By the reason of an exclusion; one that begins with `not-` is the opposite of the rest. */
  readonly reasons: { readonly [reason: string]: string };
  /** How the list was tried: variants, what varied, how much stays. */
  readonly certainty: (draws: string, varied: string, stability: string) => string;
  /** Regions that are not listed, but in the list of many variants. */
  readonly outside: (regions: string) => string;
  readonly noneOutside: string;
  readonly drivers: string;
  readonly assumptions: Words<Assumption>;
  /** The name of a driver: the weight of a dimension. */
  readonly weightOf: (dimension: string) => string;
  /** What moves nothing. */
  readonly inert: (what: string) => string;
  /** How many regions the target is set against. */
  readonly performance: (group: number, includesTarget: boolean) => string;
  readonly standing: Words<Standing>;
  readonly unknown: string;
  readonly strengths: string;
  readonly lags: string;
  readonly noStrength: string;
  readonly noLag: string;
  /** One figure of the target, the median of the group, and the gap. */
  readonly gap: (value: string, median: string, gap: string) => string;
  /** A difference of two figures in percent; `unit` says of what. */
  readonly points: (value: string, unit: string) => string;
  readonly leaders: string;
  /** What a leader and the target have in common, what divides them, and where the leader is better. */
  readonly leader: (similar: string, different: string, better: string) => string;
  readonly noReasons: string;
  readonly noLeader: string;
  /** The regions of the Pareto front. */
  readonly front: (regions: string) => string;
  /** How many leaders each country has. */
  readonly countries: (countries: string) => string;
  /** How many types, of how many regions, by which method. */
  readonly types: (k: number, regions: number, method: string) => string;
  /** The target's type, its size, and how many of its reference regions share it. */
  readonly ofType: (label: number, k: number, size: number, same: number, neighbours: number) => string;
  /** That the target stands at the border of its type, and which type is next. */
  readonly border: (label: number) => string;
  readonly noType: string;
  /** What sets a type apart: what is high in it, and what is low. */
  readonly distinct: (high: string, low: string) => string;
  readonly methods: Words<ClusterMethod>;
  /** The data set, and how many regions it has. */
  readonly data: (regions: number, data: string) => string;
  readonly credits: string;
  readonly method: {
    readonly intro: string;
    readonly impute: Words<Imputation>;
    readonly composition: Words<CompositionMethod>;
    readonly treat: Words<Treatment>;
    readonly normalise: Words<Normalisation>;
    /** Which indicators were prepared otherwise. */
    readonly overrides: (indicators: string) => string;
    readonly weigh: Words<WeightScheme>;
    readonly metric: Words<Metric>;
    /** The least coverage of a distance. */
    readonly coverage: (least: string) => string;
    /** How long the list is. */
    readonly list: (count: number) => string;
    readonly filters: string;
    /** How many variants tried it. */
    readonly sensitivity: (draws: string) => string;
    readonly benchmark: string;
    /** How the types were made. */
    readonly types: (method: string) => string;
  };
  /** The descriptions of the presets. */
  readonly presets: { readonly [name: string]: string };
  readonly effects: string;
  readonly noCaveat: string;
  /** How to make the report again, with which version. */
  readonly replay: (version: string) => string;
  readonly planIs: string;
  readonly notes: NoteSentences;
}

/** What notes say, by their code: a sentence made of the fields of the note. */
export type NoteSentences = {
  /** By code. One that is missing is said in English. */
  readonly [code: string]: (note: Note, format: Format) => string;
};
