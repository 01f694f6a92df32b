import { problems, problemType } from "../problem.js";

export interface Fields {
  readonly [name: string]: object;
}

/** The answer of a route by its media types; of JSON the schema is named, of all else a text is said to come. */
export function answersWith(
  types: { readonly [type: string]: string | null },
  description = "The answer.",
): object {
  const content = Object.entries(types).map(([type, name]) => [
    type,
    { schema: name === null ? { type: "string" } : { $ref: `${name}#` } },
  ]);
  return { description, content: Object.fromEntries(content) };
}

/** The problem documents that a route may answer with, besides those that any route may. */
export function problemsOf(...statuses: number[]): { readonly [status: number]: object } {
  const content = { [problemType]: { schema: { $ref: "ProblemDocument#" } } };
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: Object.values(problems)
          .filter(([one]) => one === status)
          .map(([, title]) => `${title}.`)
          .join(" "),
        content,
      },
    ]),
  );
}
