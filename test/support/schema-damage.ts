import { Ajv2020 } from "ajv/dist/2020.js";
import type { JsonSchema } from "reference-regions";

/** Whether a value fits a schema, by a validator that is not ours. */
export function validator(schema: JsonSchema): (value: unknown) => boolean {
  return new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
}

/** What was done to a document, at which place of its schema, e.g. `#/$defs/Region/properties/id` `as null`. */
export interface Damage {
  readonly place: string;
  readonly how: string;
  readonly document: unknown;
}

/** A value of each type of JSON, and a number that is not whole; numbers and text are in no list of allowed values. */
const ofEachType = {
  null: null,
  boolean: true,
  integer: 7,
  number: 7.5,
  string: "in no list",
  array: [],
  object: {},
};
type JsonType = keyof typeof ofEachType;
const types = Object.keys(ofEachType) as JsonType[];

/** Which of `ofEachType` may stand at a node; all of them where the node says nothing. */
function allowedAt(root: JsonSchema, node: JsonSchema): JsonType[] {
  const [, { anyOf, type, ...rest }] = resolve(root, "", node);
  if (Array.isArray(anyOf)) return anyOf.flatMap((branch: JsonSchema) => allowedAt(root, branch));
  if (rest.const !== undefined || rest.enum !== undefined) return [];
  const named = type === undefined ? types : ([type].flat() as JsonType[]);
  return named.includes("number") ? [...named, "integer"] : named;
}

/** Follows references; the place is then that of the definition. */
function resolve(root: JsonSchema, place: string, node: JsonSchema): [string, JsonSchema] {
  if (typeof node.$ref !== "string") return [place, node];
  const definitions = root.$defs as { readonly [name: string]: JsonSchema };
  return resolve(root, node.$ref, definitions[node.$ref.slice("#/$defs/".length)]!);
}

/** The schemas inside a node, by their place; `key` is the member that they are of, where it has a name. */
function inside(place: string, node: JsonSchema): { place: string; node: JsonSchema; key?: string }[] {
  const members = Object.entries((node.properties ?? {}) as { readonly [key: string]: JsonSchema });
  const branches = [...((node.anyOf ?? []) as JsonSchema[]).entries()];
  const others = ["items", "additionalProperties"].filter((name) => typeof node[name] === "object");
  return [
    ...members.map(([key, one]) => ({ place: `${place}/properties/${key}`, node: one, key })),
    ...branches.map(([i, one]) => ({ place: `${place}/anyOf/${i}`, node: one })),
    ...others.map((name) => ({ place: `${place}/${name}`, node: node[name] as JsonSchema })),
  ];
}

/** All places of a schema at which a value can stand; `open` are those at which any can. */
export function placesOf(root: JsonSchema): { readonly all: string[]; readonly open: string[] } {
  const found = new Map<string, JsonSchema>();
  const visit = (at: string, given: JsonSchema): void => {
    const [place, node] = resolve(root, at, given);
    if (found.has(place)) return;
    found.set(place, node);
    for (const inner of inside(place, node)) visit(inner.place, inner.node);
  };
  visit("#", root);
  const open = [...found].filter(([, node]) => allowedAt(root, node).length >= types.length);
  return { all: [...found.keys()], open: open.map(([place]) => place) };
}

/**
 * The document with one thing wrong, once for every place of the schema that it reaches and that is not in `seen` yet: without a
 * required member, and with a value of each type that may not stand there.
 */
export function damages(root: JsonSchema, document: unknown, seen: Set<string>): Damage[] {
  const made: Damage[] = [];
  const validators = new Map<JsonSchema, (value: unknown) => boolean>();
  const fits = (node: JsonSchema, value: unknown): boolean => {
    if (!validators.has(node)) validators.set(node, validator({ ...node, $defs: root.$defs ?? {} }));
    return validators.get(node)!(value);
  };
  const visit = (at: string, given: JsonSchema, value: unknown, put: (value: unknown) => unknown): void => {
    const [place, node] = resolve(root, at, given);
    const fresh = !seen.has(place);
    seen.add(place);
    if (fresh) {
      // What may stand for a branch may also be another branch: the whole choice has been asked already.
      const isBranch = /anyOf\/\d+$/.test(at);
      for (const type of types.filter((one) => !isBranch && !allowedAt(root, node).includes(one)))
        made.push({ place, how: `as ${type}`, document: put(ofEachType[type]) });
      for (const member of (node.required ?? []) as string[]) {
        const { [member]: _, ...rest } = value as { readonly [key: string]: unknown };
        made.push({ place, how: `without ${member}`, document: put(rest) });
      }
    }
    if (Array.isArray(node.anyOf)) {
      const meant = inside(place, node).filter((branch) => fits(branch.node, value));
      for (const branch of meant) visit(branch.place, branch.node, value, put);
    } else if (Array.isArray(value)) {
      const items = inside(place, node).find((one) => one.place.endsWith("/items"));
      for (const [i, one] of items ? value.entries() : [])
        visit(items!.place, items!.node, one, (it) => put(value.map((old, at) => (at === i ? it : old))));
    } else if (typeof value === "object" && value !== null) {
      const within = inside(place, node);
      for (const [key, one] of Object.entries(value)) {
        const to =
          within.find((inner) => inner.key === key) ??
          within.find(({ place: p }) => p.endsWith("/additionalProperties"));
        if (to) visit(to.place, to.node, one, (it) => put({ ...value, [key]: it }));
      }
    }
  };
  visit("#", root, document, (value) => value);
  return made;
}
