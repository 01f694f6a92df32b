import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Issue } from "reference-regions";
import { schemas } from "reference-regions/schemas";
import { jobSchema } from "./jobs.js";
import { issue, problemSchema } from "./problem.js";
import { tableEntrySchema } from "./table-entry-schema.js";

/** All schemas by their names: those of the library, and the few of this server. Routes refer to them as `Plan#`. */
export const namedSchemas: { readonly [name: string]: object } = {
  ...schemas,
  ProblemDocument: problemSchema,
  Job: jobSchema,
  TableEntry: tableEntrySchema,
};

/** Of bodies and answers, as they are: nothing is made of another type, filled in or left out. It stops at the first problem, so that no one can make it collect millions. */
const documents = createAjv({});

/** Of addresses, where all is text. */
const addresses = createAjv({ coerceTypes: true });

function createAjv(options: ConstructorParameters<typeof Ajv2020>[0]): Ajv2020 {
  const ajv = new Ajv2020({
    // Each schema is compiled once, and not into every route that refers to it.
    inlineRefs: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    verbose: true,
    ...options,
  });
  for (const format of ["uri", "uuid", "date-time"]) ajv.addFormat(format, true);
  for (const [name, schema] of Object.entries(namedSchemas)) ajv.addSchema({ ...schema, $id: name });
  return ajv;
}

/** The validator of a part of a request. */
export function compile({
  schema,
  httpPart,
}: {
  readonly schema: object;
  readonly httpPart?: string;
}): ValidateFunction {
  return (httpPart === "body" || httpPart === undefined ? documents : addresses).compile(schema);
}

/** What a validator found, in the form of the library's issues; that none of several forms fits is said by what is wrong with each. */
export function issuesOf(errors: readonly ErrorObject[]): readonly Issue[] {
  const said = errors.filter(({ keyword }) => keyword !== "anyOf" && keyword !== "oneOf");
  return (said.length > 0 ? said : errors).map(issueOf);
}

function issueOf({ instancePath, keyword, params, message, data }: ErrorObject): Issue {
  const path = instancePath
    .replaceAll(/\/(\d+)(?=\/|$)/g, "[$1]")
    .replaceAll("/", ".")
    .replace(/^\./, "");
  const inside = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const name = (text: unknown): string => String(text).slice(0, 80);
  switch (keyword) {
    case "required":
      return issue("missing", inside(name(params.missingProperty)), "expected a value, got none.");
    case "additionalProperties":
      return issue(
        "unknown-key",
        inside(name(params.additionalProperty)),
        "expected no such key. Leave it out.",
      );
    case "enum":
      return issue(keyword, path, `expected one of ${params.allowedValues.join(", ")}, got ${shown(data)}.`);
    case "oneOf":
      return issue(keyword, path, "expected one of several forms, got more than one at once. Leave one out.");
    default:
      return issue(keyword, path, `${message}; got ${shown(data)}.`);
  }
}

function shown(data: unknown): string {
  if (typeof data === "object" && data !== null) return Array.isArray(data) ? "a list" : "an object";
  const text = JSON.stringify(data) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
