import { parsePlan } from "reference-regions";
import { afterAll, describe, expect, test } from "vitest";
import { euFramework, openServer, openServerForTest, smallCsv, smallFramework } from "../support/backend.js";

const server = await openServer();
afterAll(() => server.app.close());
const list = "/tables/eu-nuts2/reference-regions";
const get = (url: string, headers = {}) => server.app.inject({ url, headers });
const send = (url: string, payload: string, type = "application/json") =>
  server.app.inject({ method: "POST", url, headers: { "content-type": type }, payload });

describe("a question that is not what its route takes", () => {
  test.for([
    [`${list}`, "target: expected a value, got none."],
    [`${list}?target=ES21&cuont=3`, "cuont: expected no such key. Leave it out."],
    [`${list}?target=ES21&count=0`, "count: must be >= 1; got 0."],
    [`${list}?target=ES21&count=many`, 'count: must be integer; got "many".'],
    [`${list}?target=ES21&target=ES22`, "target: must be string; got a list."],
    [`${list}?target=ES21&plan=orkestar`, 'plan: expected one of orkestra, balanced, got "orkestar".'],
    [`${list}?target=ES21&format=xml`, 'format: expected one of json, csv, geojson, got "xml".'],
    [`${list}?target=ES21&__proto__[x]=1`, "__proto__[x]: expected no such key. Leave it out."],
    ["/tables/eu-nuts2/report?target=ES21&language=tlh", 'language: expected one of en, ru, got "tlh".'],
    ["/tables/eu-nuts2/typology?k=1", "k: must be >= 2; got 1."],
  ])("%s", async ([url, message]) => {
    const answer = await get(url!);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(answer.json()).toMatchObject({
      type: "urn:reference-regions:problem:invalid-request",
      code: "invalid-request",
      status: 400,
      detail: message,
      issueCount: 1,
    });
  });

  test("names every problem of a plan, in the words of the library", async () => {
    const plan = { prepare: { normalise: "zscore" }, reference: { count: -1, wat: 1 } };
    const { issues } = (await send(list, JSON.stringify({ target: "ES21", plan }))).json();
    let expected: unknown;
    try {
      parsePlan(plan);
    } catch (error) {
      expected = (error as { issues: unknown }).issues;
    }
    expect(issues).toEqual(expected);
    expect(issues).toHaveLength(3);
  });

  test("is answered with the library's own words where only it can know", async () => {
    const problem = (await get(`${list}?target=ES2l`)).json();
    expect(problem).toMatchObject({ status: 422, code: "options-error", issueCount: 1 });
    expect(problem.issues[0]).toMatchObject({ code: "unknown-region" });
    expect(problem.detail).toContain('Did you mean "ES21"');
  });
});

describe("a body that is not what it must be", () => {
  test.for<[name: string, body: string, type: string, status: number, code: string]>([
    ["no JSON", "{", "application/json", 400, "not-json"],
    ["empty", "", "application/json", 400, "not-json"],
    ["too deep", `{"target":${"[".repeat(5_000)}${"]".repeat(5_000)}}`, "application/json", 400, "not-json"],
    [
      "prototype pollution",
      '{"target":"ES21","__proto__":{"admin":true}}',
      "application/json",
      400,
      "not-json",
    ],
    [
      "prototype pollution by constructor",
      '{"constructor":{"prototype":{"x":1}}}',
      "application/json",
      400,
      "not-json",
    ],
    ["another type", "<a/>", "application/xml", 415, "unsupported-media-type"],
    ["CSV where none is taken", "a,b", "text/csv", 415, "unsupported-media-type"],
    ["a form", "target=ES21", "application/x-www-form-urlencoded", 415, "unsupported-media-type"],
    ["a list", "[]", "application/json", 400, "invalid-request"],
    ["a number as text", '{"target":"ES21","count":"5"}', "application/json", 400, "invalid-request"],
    ["too large", JSON.stringify({ target: "x".repeat(70_000) }), "application/json", 413, "body-too-large"],
  ])("%s", async ([, body, type, status, code]) => {
    const problem = (await send(list, body, type)).json();
    expect(problem).toMatchObject({ status, code });
    expect(problem.detail).not.toBe("");
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });

  test("is packed", async () => {
    const answer = await server.app.inject({
      method: "POST",
      url: list,
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
      payload: "x",
    });
    expect(answer.json()).toMatchObject({
      status: 415,
      detail: "Expected a body that is not packed. Send it as it is.",
    });
  });

  test.for<[name: string, payload: object, message: string]>([
    ["neither CSV nor rows", { framework: smallFramework }, "csv: expected a value, got none."],
    [
      "both",
      { framework: smallFramework, csv: smallCsv, rows: [] },
      "expected one of several forms, got more than one at once. Leave one out.",
    ],
    ["no framework", { csv: smallCsv }, "framework: expected a value, got none."],
  ])("a table with %s", async ([, payload, message]) => {
    const problem = (await send("/tables", JSON.stringify(payload))).json();
    expect(problem.status).toBe(400);
    expect(problem.issues.map((one: { message: string }) => one.message)).toContain(message);
  });

  test("a table without a body, and CSV without a framework", async () => {
    const none = await server.app.inject({ method: "POST", url: "/tables" });
    expect(none.json()).toMatchObject({ status: 415, code: "unsupported-media-type" });
    const csv = (await send("/tables", smallCsv, "text/csv")).json();
    expect(csv.detail).toMatch(/^framework: expected the id of a table whose framework/);
    expect((await send("/tables?framework=nope", smallCsv, "text/csv")).json()).toMatchObject({
      status: 404,
    });
    const options = await send(
      "/tables?decimal=,",
      JSON.stringify({ framework: smallFramework, csv: smallCsv }),
    );
    expect(options.json()).toMatchObject({ status: 400 });
  });
});

describe("an address at which there is nothing", () => {
  test.for<[url: string, status: number, code: string]>([
    ["/", 404, "no-such-route"],
    ["/tables/nope/pair?a=ES21&b=ES12", 404, "unknown-table"],
    ["/tables/..%2f..%2fetc%2fpasswd", 404, "unknown-table"],
    ["/tables/../../etc/passwd", 404, "no-such-route"],
    ["/tables/%00", 404, "unknown-table"],
    ["/tables/constructor", 404, "unknown-table"],
    ["/tables/__proto__/data", 404, "unknown-table"],
    [`/tables/${"x".repeat(90)}`, 400, "invalid-request"],
    [`/tables/${"x".repeat(200)}`, 414, "long-address"],
    ["/tables/%E0%A4%A", 400, "invalid-request"],
    ["/jobs/00000000-0000-4000-8000-000000000000", 404, "unknown-job"],
    ["/jobs/x/events", 404, "unknown-job"],
    ["/jobs/x/result", 404, "unknown-job"],
  ])("%s", async ([url, status, code]) => {
    const answer = await get(url);
    expect(answer.json()).toMatchObject({ status, code });
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toMatch(/node_modules|\/(?:tmp|home|work|usr)\/| at \w+ \(|\.[jt]s:\d/);
  });

  test("takes other methods, which are named", async () => {
    const answer = await server.app.inject({ method: "PUT", url: "/tables/eu-nuts2/pair?a=1" });
    expect(answer.json()).toMatchObject({ status: 405, code: "method-not-allowed" });
    expect(answer.headers.allow).toBe("GET, POST");
  });
});

describe("limits", () => {
  test("of rows, columns and the length of a framework", async () => {
    const { app } = await openServerForTest({ limits: { rows: 3, columns: 2, frameworkLength: 2_000 } });
    const add = (payload: object) => app.inject({ method: "POST", url: "/tables", payload });
    const two = { ...smallFramework, indicators: smallFramework.indicators.slice(0, 2) };
    const rows = smallCsv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => ({ code: line[0], age: 1, density: 2 }));
    const csv = smallCsv.replaceAll(/,[^,\n]*$/gm, "");
    expect((await add({ framework: two, csv })).json()).toMatchObject({
      status: 413,
      code: "table-too-large",
      detail: "table.regions: expected at most 3, got 4. Leave some out.",
    });
    expect((await add({ framework: two, rows })).json()).toMatchObject({
      status: 413,
      detail: "table.regions: expected at most 3, got 4. Leave some out.",
    });
    expect((await add({ framework: smallFramework, csv: smallCsv })).json()).toMatchObject({
      status: 413,
      detail: "framework.indicators: expected at most 2, got 3. Leave some out.",
    });
    expect((await add({ framework: euFramework, csv })).json()).toMatchObject({
      status: 413,
      detail: "framework: expected at most 2000 characters. Shorten it.",
    });
  });

  test("of what a plan asks for", async () => {
    const plan = {
      benchmark: { resamples: 20_000 },
      typology: { k: 500, starts: 2_000 },
      sensitivity: { draws: 9_999 },
    };
    const problem = (await send("/tables/eu-nuts2/report", JSON.stringify({ target: "ES21", plan }))).json();
    expect(problem).toMatchObject({ status: 422, code: "over-limit", issueCount: 4 });
    expect(problem.issues[0].message).toBe(
      "plan.sensitivity.draws: expected at most 5000, got 9999. Ask for less.",
    );
  });

  test("of time: the work is stopped, and the thread answers the next question", async () => {
    const { app } = await openServerForTest({ limits: { answerMs: 1_500 } });
    expect((await app.inject("/tables/eu-nuts2/pair?a=ES21&b=ES12")).statusCode).toBe(200);
    // k-means for each of many numbers of types takes minutes.
    const late = await app.inject("/tables/eu-nuts2/typology?method=k-means");
    expect(late.json()).toMatchObject({ status: 503, code: "took-too-long" });
    await expect
      .poll(async () => (await app.inject("/tables/eu-nuts2/pair?a=ES21&b=ES12")).statusCode, {
        timeout: 20_000,
      })
      .toBe(200);
  });

  test("of questions that wait", async () => {
    const { app } = await openServerForTest({ limits: { waiting: 2 } });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => app.inject("/tables/eu-nuts2/typology?k=4&method=k-means")),
    );
    const refused = answers.filter(({ statusCode }) => statusCode === 503);
    expect(refused).toHaveLength(3);
    expect(refused[0]!.json()).toMatchObject({ code: "busy" });
    expect(refused[0]!.headers["retry-after"]).toBe("2");
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(3);
  });
});

test("what was not foreseen says nothing of how the server is made", async () => {
  const { app } = await openServerForTest({
    storage: {
      list: async () => {
        throw new Error("secret /home/someone/tables.db");
      },
      find: async () => null,
      read: async () => null,
      add: async () => {},
      remove: async () => false,
      close: async () => {},
    },
  });
  const answer = await app.inject("/tables");
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({
    type: "urn:reference-regions:problem:internal",
    title: "The server failed",
    status: 500,
    detail: "The server failed. The request was not carried out.",
    code: "internal",
    issues: [],
    issueCount: 0,
  });
});
