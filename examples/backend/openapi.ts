import type { FastifyInstance, FastifySchema, RouteOptions } from "fastify";
import { problemsOf } from "./routes/schemas.js";
import { namedSchemas } from "./validation.js";

/** What a route says of itself. */
interface Told extends FastifySchema {
  readonly operationId?: string;
  readonly summary?: string;
  readonly params?: ObjectSchema;
  readonly querystring?: ObjectSchema;
  readonly body?: { readonly content?: object };
  readonly response?: object;
}

interface ObjectSchema {
  readonly properties: { readonly [name: string]: { readonly description?: string } };
  readonly required: readonly string[];
}

/** The routes that were added, and what can be known from them. */
export interface RouteBook {
  /** The OpenAPI document (3.1): made of the very schemas by which requests are validated. */
  document(): object;
  /** The methods that an address takes. */
  methodsOf(path: string): readonly string[];
}

/** Writes down every route that is added from now on. */
export function openRouteBook(app: FastifyInstance): RouteBook {
  const routes: RouteOptions[] = [];
  app.addHook("onRoute", (route) => void routes.push(route));
  return {
    document: () => ({
      openapi: "3.1.0",
      info: {
        title: "Reference regions",
        version: "1",
        description:
          "Finds the regions that share a region's structural conditions, says why, and how surely. Errors are problem documents (RFC 9457) with the issues of the library.",
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [{ url: "/" }],
      paths: pathsOf(routes),
      components: { schemas: mapValues(namedSchemas, component) },
    }),
    methodsOf: (path) =>
      routes.filter(({ url }) => patternOf(url).test(path)).flatMap(({ method }) => method),
  };
}

function patternOf(url: string): RegExp {
  return new RegExp(`^${url.replaceAll(/:\w+/g, "[^/]+")}$`);
}

function pathsOf(routes: readonly RouteOptions[]): object {
  const paths: { [path: string]: { [method: string]: object } } = {};
  for (const { url, method, schema } of routes) {
    const path = url.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [String(method).toLowerCase()]: operation((schema ?? {}) as Told) };
  }
  return paths;
}

function operation({ operationId, summary, params, querystring, body, response }: Told): object {
  const content =
    body === undefined || body.content !== undefined
      ? body?.content
      : { "application/json": { schema: body } };
  return {
    operationId,
    summary,
    parameters: [...parameters("path", params), ...parameters("query", querystring)],
    ...(content === undefined ? {} : { requestBody: { required: true, content: pointed(content) } }),
    responses: pointed({ ...withoutBody(response), ...problemsOf(500) }),
  };
}

function parameters(place: "path" | "query", schema: ObjectSchema | undefined): object[] {
  return Object.entries(schema?.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: schema!.required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: pointed(rest),
  }));
}

/** Fastify writes "no body" as a schema; OpenAPI as a description alone. */
function withoutBody(response: object = {}): object {
  return mapValues(response, (one: { readonly type?: string; readonly description?: string }) =>
    one.type === "null" ? { description: one.description } : one,
  );
}

/** A schema as a part of the document: what it refers to inside itself is found from the root of the document. */
function component(schema: object, name: string): object {
  const { $id, $schema, ...rest } = schema as { readonly $id?: string; readonly $schema?: string };
  return pointed(rest, name) as object;
}

/** Turns `Plan#/x`, and `#/x` inside a component, into pointers of the document. */
function pointed(value: unknown, inside = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => pointed(one, inside));
  if (typeof value !== "object" || value === null) return value;
  return mapValues(value, (one, key) => {
    if (key !== "$ref" || typeof one !== "string") return pointed(one, inside);
    const [name, pointer] = one.split("#");
    return `#/components/schemas/${name === "" ? inside : name}${pointer}`;
  });
}

function mapValues<T>(
  from: { readonly [key: string]: T } | object,
  to: (value: T, key: string) => unknown,
): object {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value as T, key)]));
}
