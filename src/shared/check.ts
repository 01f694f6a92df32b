import type * as z from "zod/mini";
import { FrameworkError, type Issue, issueAt, OptionsError } from "./errors.js";
import { didYouMean } from "./nearest-spelling.js";
import { show } from "./show.js";

type ZodIssue = z.core.$ZodIssue;

/** A JSON Schema document (draft 2020-12). */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * Checks the options of a call, fills in the defaults, and throws one `OptionsError` with every problem.
 * `where` names the function (or the plan), and stands in front of each path.
 */
export function checkOptions<T>(schema: z.ZodMiniType<T>, options: unknown, where: string): T {
  const issues: Issue[] = [];
  const checked = collect(schema, options ?? {}, "invalid-option", where, issues);
  if (checked === null) throw new OptionsError(issues);
  return checked;
}

/** Checks the shape of a framework, and throws one `FrameworkError` with every problem. */
export function checkFramework<T>(schema: z.ZodMiniType<T>, json: unknown): T {
  const issues: Issue[] = [];
  const checked = collect(schema, json, "invalid-framework", "", issues);
  if (checked === null) throw new FrameworkError(issues);
  return checked;
}

function collect<T>(
  schema: z.ZodMiniType<T>,
  input: unknown,
  code: string,
  where: string,
  into: Issue[],
): T | null {
  const result = schema.safeParse(input, { reportInput: true, error: hintAtKeys });
  const problems = [
    ...protoKeys(input, []).map((path) => ({ path, message: 'unknown key "__proto__". Remove or rename.' })),
    ...(result.success ? [] : flatten(result.error.issues, input)).map((issue) => ({
      path: issue.path,
      message: sentence(issue),
    })),
  ];
  for (const { path, message } of problems) {
    const text = pathText(where, path);
    into.push(issueAt(code, text === "" ? {} : { path: text }, message));
  }
  return result.success && problems.length === 0 ? withoutUndefined(result.data) : null;
}

/** No plan, framework or option is nested deeper. */
const DEEPEST = 12;

/** Where the input has a key `__proto__` of its own. zod passes over it in silence; here nothing given is lost. */
function protoKeys(input: unknown, path: readonly PropertyKey[]): (readonly PropertyKey[])[] {
  if (typeof input !== "object" || input === null || path.length > DEEPEST) return [];
  const inner = Object.entries(input).filter(([key]) => key !== "__proto__");
  return [
    ...(Object.hasOwn(input, "__proto__") ? [path] : []),
    ...inner.flatMap(([key, value]) => protoKeys(value, [...path, Array.isArray(input) ? Number(key) : key])),
  ];
}

/** The sentence on unknown keys is made here, while zod still tells which keys the object knows. */
function hintAtKeys(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== "unrecognized_keys") return undefined;
  const { shape = {} } = (issue.inst as z.core.$ZodObject | undefined)?._zod.def ?? {};
  const keys = issue.keys.filter((key) => key !== "__proto__");
  const names = keys.map((key) => `"${key}"`).join(", ");
  const hints = keys.map((key) => didYouMean(key, Object.keys(shape))).join("");
  return `unknown ${keys.length === 1 ? "key" : "keys"} ${names}.${hints || " Remove or rename."}`;
}

/** An option that is given as `undefined` is one that is not given; results must survive JSON unchanged. */
function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutUndefined(inner)])) as T;
}

/** A failed union is answered with the problems of the branch that was meant, or with all that would have been allowed. */
function flatten(issues: readonly ZodIssue[], root: unknown): ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys" && issue.keys.every((key) => key === "__proto__")) return [];
    if (issue.code === "invalid_key")
      return [{ ...issue, code: "custom", message: keySentence(issue) } as ZodIssue];
    if (issue.code !== "invalid_union") return [issue];
    const input = valueAt(root, issue.path);
    const branches = issue.errors.map((branch) =>
      branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as ZodIssue),
    );
    const meant = branches.filter((branch) => isMeant(branch, issue.path.length));
    if (meant.length === 1) return flatten(meant[0]!, root);
    const named = meant.length > 1 ? meant : branches;
    const allowed = [...new Set(named.flatMap((branch) => branch.map(expectation)))].join(" or ");
    const values = branches.flat().flatMap((inner) => (inner.code === "invalid_value" ? inner.values : []));
    return [{ code: "custom", path: issue.path, message: answer(allowed, input, values), input } as ZodIssue];
  });
}

/** A branch was meant when the value as a whole fitted it and only something inside did not. */
function isMeant(branch: readonly ZodIssue[], depth: number): boolean {
  return (
    branch.every((issue) => issue.path.length > depth || issue.code === "unrecognized_keys") &&
    !branch.some((issue) => issue.code === "invalid_value" && issue.path.at(-1) === "method")
  );
}

function sentence(issue: ZodIssue): string {
  if (issue.code === "custom" || issue.code === "unrecognized_keys") return issue.message;
  const values = issue.code === "invalid_value" ? issue.values : [];
  return answer(expectation(issue), issue.input, values);
}

function answer(expected: string, input: unknown, values: readonly unknown[]): string {
  const hint = typeof input === "string" ? didYouMean(input, values.map(String)) : "";
  return `expected ${expected}, got ${show(input)}.${hint}`;
}

function expectation(issue: ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return issue.values.length === 1
        ? JSON.stringify(issue.values[0])
        : `one of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "invalid_type":
      return typeof issue.input === "number" && issue.expected === "number"
        ? "a finite number"
        : (TYPE_NAMES[issue.expected] ?? issue.expected);
    case "too_small":
      return `${bound(issue.origin)}${issue.inclusive ? "at least" : "more than"} ${counted(issue.minimum, issue.origin)}`;
    case "too_big":
      return `${bound(issue.origin)}${issue.inclusive ? "at most" : "less than"} ${counted(issue.maximum, issue.origin)}`;
    case "unrecognized_keys":
      return "an object without unknown keys";
    default:
      return issue.message;
  }
}

const TYPE_NAMES: { readonly [type: string]: string } = {
  int: "a whole number",
  number: "a number",
  string: "a text",
  boolean: "true or false",
  array: "a list",
  tuple: "a list of two",
  object: "an object",
  record: "an object",
  function: "a function",
};

function bound(origin: string): string {
  if (origin === "string") return "a text of ";
  if (origin === "array") return "a list of ";
  return "a number of ";
}

function counted(limit: number | bigint, origin: string): string {
  if (origin === "string") return `${limit} ${limit === 1 ? "character" : "characters"}`;
  if (origin === "array") return `${limit} ${limit === 1 ? "entry" : "entries"}`;
  return String(limit);
}

function keySentence(issue: ZodIssue & { code: "invalid_key" }): string {
  return issue.issues.map((inner) => inner.message).join(" ");
}

function pathText(where: string, path: readonly PropertyKey[]): string {
  let text = where;
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else text += text === "" ? String(key) : `.${String(key)}`;
  }
  return text;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value;
}
