import { Validator } from "@seriousme/openapi-schema-validator";
import { schemas } from "reference-regions/schemas";
import { expect, test } from "vitest";
import { openServerForTest } from "../support/backend.js";

interface OpenApi {
  readonly openapi: string;
  readonly paths: {
    readonly [path: string]: { readonly [method: string]: { readonly operationId: string } };
  };
  readonly components: { readonly schemas: { readonly [name: string]: object } };
}

test("the OpenAPI document is one, says every route, and holds the library's own schemas", async () => {
  const { app } = await openServerForTest();
  const document = (await app.inject("/openapi.json")).json() as OpenApi;
  const validator = new Validator();
  expect(await validator.validate({ ...document })).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const questions = ["reference-regions", "pair", "typology", "benchmark", "report", "explorer"];
  expect(operations.sort()).toEqual(
    [
      "get /health",
      "get /openapi.json",
      "get /tables",
      "post /tables",
      "get /tables/{table}",
      "delete /tables/{table}",
      "get /tables/{table}/data",
      ...questions.flatMap((one) => [`get /tables/{table}/${one}`, `post /tables/{table}/${one}`]),
      "post /tables/{table}/sensitivity",
      "get /jobs/{job}",
      "delete /jobs/{job}",
      "get /jobs/{job}/events",
      "get /jobs/{job}/result",
    ].sort(),
  );
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);

  for (const [name, schema] of Object.entries(schemas)) {
    const { $id, $schema, ...expected } = schema;
    const found = JSON.stringify(document.components.schemas[name]).replaceAll(
      `#/components/schemas/${name}/`,
      "#/",
    );
    expect(JSON.parse(found)).toEqual(expected);
  }
  for (const pointer of pointersOf(document)) expect(at(document, pointer), pointer).toBeDefined();
});

function pointersOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === "$ref" ? [String(one)] : pointersOf(one)));
}

function at(document: unknown, pointer: string): unknown {
  expect(pointer.startsWith("#/")).toBe(true);
  return pointer
    .slice(2)
    .split("/")
    .reduce<unknown>((inside, key) => (inside as { [key: string]: unknown } | undefined)?.[key], document);
}
