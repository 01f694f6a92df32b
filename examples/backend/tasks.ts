import type { ClusterMethod, Issue, PlanInput, PresetName, Progress, Text } from "reference-regions";
import type { ProblemCode } from "./problem.js";

/** What all questions about a table say. */
interface Asked {
  readonly table: string;
  readonly plan?: PlanInput | PresetName | undefined;
}

/** What questions about the list of one region say; `count` and `excludeSameCountry` go before what the plan says. */
interface AskedList extends Asked {
  readonly target: string;
  readonly count?: number | undefined;
  readonly excludeSameCountry?: boolean | undefined;
}

interface Written {
  readonly format?: string | undefined;
  readonly language?: string | undefined;
}

/** The questions that are answered while one waits, and what each says. */
export interface Questions {
  readonly "reference-regions": AskedList & Written;
  readonly pair: Asked & { readonly a: string; readonly b: string };
  readonly typology: Asked &
    Written & {
      readonly k?: number | undefined;
      readonly method?: ClusterMethod | undefined;
      readonly seed?: number | undefined;
    };
  readonly benchmark: AskedList & Written;
  readonly report: AskedList & Written;
  readonly explorer: Asked & Pick<Written, "language">;
}

export type QuestionKind = keyof Questions;

/** A table on its way in, as CSV or as rows; the framework is its own, or that of a table that is there. */
export interface Upload {
  readonly framework?: unknown;
  readonly frameworkOf?: string | undefined;
  readonly csv?: string | undefined;
  readonly rows?: readonly unknown[] | undefined;
  readonly options?: object | undefined;
}

/** What a worker thread can be given to do. */
export type Task =
  | { [kind in QuestionKind]: { readonly kind: kind } & Questions[kind] }[QuestionKind]
  | ({ readonly kind: "sensitivity" } & AskedList)
  | ({ readonly kind: "read" } & Upload)
  | { readonly kind: "heap" };

/** What a worker answers: a text, ready to send, and its media type. */
export interface Answer {
  readonly text: string;
  readonly type: string;
  /** Of a table that was read. */
  readonly about?: { readonly name: Text; readonly regions: number; readonly indicators: number };
}

/** What goes to a worker. */
export type ToWorker =
  | { readonly type: "do"; readonly number: number; readonly task: Task }
  | { readonly type: "stop"; readonly number: number }
  | { readonly type: "table"; readonly id: string; readonly document: string | null };

/** What comes from a worker. */
export type FromWorker =
  | { readonly type: "progress"; readonly number: number; readonly progress: Progress }
  | { readonly type: "need-table"; readonly id: string }
  | { readonly type: "done"; readonly number: number; readonly answer: Answer }
  | { readonly type: "failed"; readonly number: number; readonly failure: Failure };

/** An error as it crosses from one thread to another; not all issues need come along. */
export type Failure =
  | {
      readonly code: Exclude<ProblemCode, "internal">;
      readonly detail: string;
      readonly issues: readonly Issue[];
      readonly issueCount: number;
    }
  | { readonly code: "internal"; readonly stack: string };
