import {
  buildSpace,
  findReferenceRegions,
  parseFramework,
  prepare,
  readRegionRows,
  readRegionsCsv,
} from "reference-regions";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Server } from "../../examples/backend/server.js";
import { euCsv, euTable, openServer, smallCsv, smallFramework } from "../support/backend.js";

let server: Server;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.app.close());

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const framework = parseFramework(smallFramework);
const upload = (payload: object | string, { query = "", type = "application/json" } = {}) =>
  server.app.inject({
    method: "POST",
    url: `/tables${query}`,
    headers: { "content-type": type },
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
  });
const stored = async () => (await server.app.inject("/tables")).json().length;

describe("a table is uploaded", () => {
  test("as CSV with its framework, and answers like the bundled ones", async () => {
    const answer = await upload({ framework: smallFramework, csv: smallCsv });
    expect(answer.statusCode).toBe(201);
    const entry = answer.json();
    expect(entry).toMatchObject({ name: "Valleys", regions: 4, indicators: 3, readOnly: false });
    expect(answer.headers.location).toBe(`/tables/${entry.id}`);
    expect((await server.app.inject(`/tables/${entry.id}`)).json()).toEqual(entry);
    const { json } = await server.app.inject(`/tables/${entry.id}/data`);
    expect(json()).toEqual(asJson(readRegionsCsv(smallCsv, framework)));
    const space = buildSpace(prepare(readRegionsCsv(smallCsv, framework)));
    const nearest = findReferenceRegions(space, "A", { count: 2 }).regions.map(({ id }) => id);
    const list = await server.app.inject(`/tables/${entry.id}/reference-regions?target=A&count=2`);
    expect(list.json().regions.map(({ id }: { id: string }) => id)).toEqual(nearest);
  });

  test("as rows", async () => {
    const rows = [
      { code: "A", age: 44, density: 100 },
      { code: "B", age: 41, density: 110 },
      { code: "C", age: 52, density: null },
    ];
    const entry = (
      await upload({
        framework: { ...smallFramework, indicators: smallFramework.indicators.slice(0, 2) },
        rows,
      })
    ).json();
    const { json } = await server.app.inject(`/tables/${entry.id}/data`);
    const two = parseFramework({ ...smallFramework, indicators: smallFramework.indicators.slice(0, 2) });
    expect(json()).toEqual(asJson(readRegionRows(rows, two)));
  });

  test("with options of the reader", async () => {
    const csv = smallCsv.replaceAll(",", ";").replace("44", "44,5");
    const entry = (
      await upload({ framework: smallFramework, csv, options: { delimiter: ";", decimal: "," } })
    ).json();
    const { json } = await server.app.inject(`/tables/${entry.id}/data`);
    expect(json().columns.age[0]).toBe(44.5);
  });

  test("as a CSV file, with the framework of a table that is there", async () => {
    const entry = (await upload(euCsv, { query: "?framework=eu-nuts2", type: "text/csv" })).json();
    const { json } = await server.app.inject(`/tables/${entry.id}/data`);
    expect(json()).toEqual(asJson(euTable));
  });

  test("as a CSV file in another encoding, which is named", async () => {
    const { id } = (await upload({ framework: smallFramework, csv: smallCsv })).json();
    const bytes = Buffer.from(smallCsv.replace("Upper", "????"), "latin1");
    bytes.set([0xca, 0xe0, 0xe7, 0xe0], smallCsv.indexOf("Upper"));
    const send = (type: string) =>
      server.app.inject({
        method: "POST",
        url: `/tables?framework=${id}`,
        headers: { "content-type": type },
        payload: bytes,
      });
    const entry = (await send("text/csv; charset=windows-1251")).json();
    const { json } = await server.app.inject(`/tables/${entry.id}/data`);
    expect(json().regions[0].name).toBe("Каза");
    expect((await send("text/csv")).json()).toMatchObject({ status: 400, code: "not-text" });
    expect((await send("text/csv; charset=klingon")).json()).toMatchObject({ status: 415 });
  });
});

describe("a table that is not what it must be", () => {
  test("is refused with every problem and its place, and nothing of it is stored", async () => {
    const before = await stored();
    const csv = smallCsv.replace("44", '"4,4"').replace("110", "many").replace("D,West", "A,West");
    const answer = await upload({ framework: smallFramework, csv });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
    const { issues, issueCount, ...problem } = answer.json();
    expect(problem).toMatchObject({
      code: "data-error",
      status: 422,
      title: "The data are not what they must be",
    });
    expect(issueCount).toBe(3);
    const issuesOfLibrary = catchIssues(() => readRegionsCsv(csv, framework));
    expect(issues).toEqual(asJson(issuesOfLibrary));
    expect(await stored()).toBe(before);
  });

  test("has thousands of problems: the first hundred come, and how many there are", async () => {
    const lines = Array.from({ length: 3_000 }, (_, i) => `R${i},N,x,y,z\n`);
    const { issues, issueCount } = (
      await upload({ framework: smallFramework, csv: `code,name,age,density,income\n${lines.join("")}` })
    ).json();
    expect(issues).toHaveLength(100);
    expect(issueCount).toBe(9_000);
  });

  test("has a framework that the library refuses, with all its words", async () => {
    const wrong = {
      ...smallFramework,
      dimensions: [{ id: "people" }],
      indicators: [{ ...smallFramework.indicators[0], role: "structual" }],
    };
    const { status, issues } = (await upload({ framework: wrong, csv: smallCsv })).json();
    expect(status).toBe(400);
    expect(issues).toEqual(asJson(catchIssues(() => parseFramework(wrong))));
    expect(issues).toHaveLength(2);
  });

  test("has a framework that no schema can refuse", async () => {
    const wrong = {
      ...smallFramework,
      indicators: [{ ...smallFramework.indicators[0], dimension: "poeple" }],
    };
    const problem = (await upload({ framework: wrong, csv: smallCsv })).json();
    expect(problem).toMatchObject({ status: 422, code: "framework-error" });
    expect(problem.detail).toContain('Did you mean "people"?');
  });
});

describe("a table is removed", () => {
  test("and is gone, also for threads that hold it", async () => {
    const { id } = (await upload({ framework: smallFramework, csv: smallCsv })).json();
    expect((await server.app.inject(`/tables/${id}/pair?a=A&b=B`)).statusCode).toBe(200);
    const removed = await server.app.inject({ method: "DELETE", url: `/tables/${id}` });
    expect(removed.statusCode).toBe(204);
    for (const path of [`/tables/${id}`, `/tables/${id}/data`, `/tables/${id}/pair?a=A&b=B`])
      expect((await server.app.inject(path)).json()).toMatchObject({ status: 404, code: "unknown-table" });
  });

  test("but not one that comes with the server", async () => {
    const answer = await server.app.inject({ method: "DELETE", url: "/tables/eaeu" });
    expect(answer.json()).toMatchObject({ status: 403, code: "read-only" });
    expect((await server.app.inject("/tables/eaeu")).statusCode).toBe(200);
  });
});

test("names that a spreadsheet would run as formulas are texts in every export", async () => {
  const csv = smallCsv
    .replace("Upper", "=1+2")
    .replace("Lower", "@SUM(1)")
    .replace("East", '"=HYPERLINK(""http://a"")"');
  const { id } = (await upload({ framework: smallFramework, csv })).json();
  for (const question of ["reference-regions?target=D&format=csv", "typology?k=2&format=csv"]) {
    const { body } = await server.app.inject(`/tables/${id}/${question}`);
    expect(body).toContain("'=1+2");
    expect(body).toContain("'@SUM(1)");
    expect(body).not.toMatch(/(?:^|,)"?[=@+]/m);
  }
});

function catchIssues(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return (error as { issues: unknown }).issues;
  }
  throw new Error("nothing was thrown");
}
