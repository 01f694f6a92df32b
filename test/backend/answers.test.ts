import {
  analyse,
  assessSensitivitySync,
  benchmarkAgainst,
  buildSpace,
  clusterRegions,
  explainPair,
  findReferenceRegions,
  parsePlan,
  prepare,
  suggestClusterCount,
  toCsv,
  toGeoJson,
  toJson,
  toMarkdown,
  weigh,
} from "reference-regions";
import { renderExplorer } from "reference-regions/explorer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Server } from "../../examples/backend/server.js";
import { euTable, openServer } from "../support/backend.js";

let server: Server;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.app.close());

const space = buildSpace(prepare(euTable));
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const eu = (question: string) => server.app.inject(`/tables/eu-nuts2/${question}`);
const post = (question: string, payload: object) =>
  server.app.inject({ method: "POST", url: `/tables/eu-nuts2/${question}`, payload });

describe("the backend answers what the library answers", () => {
  test("reference regions", async () => {
    const answer = await eu("reference-regions?target=ES21");
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(asJson(findReferenceRegions(space, "ES21")));
  });

  test("a shorter list, other countries only, by another preset", async () => {
    const plan = parsePlan("balanced");
    const prepared = prepare(euTable, plan.prepare);
    const balanced = buildSpace(prepared, { ...plan.space, weights: weigh(prepared, plan.weigh) });
    const options = { count: 3, exclude: { sameCountry: true } };
    const answer = await eu("reference-regions?target=ITC4&count=3&excludeSameCountry=true&plan=balanced");
    expect(answer.json().regions).toEqual(asJson(findReferenceRegions(balanced, "ITC4", options).regions));
  });

  test("a plan of one's own", async () => {
    const plan = {
      prepare: { normalise: "rank" },
      space: { metric: "manhattan" },
      reference: { count: 4 },
    } as const;
    const answer = await post("reference-regions", { target: "DE21", plan });
    const { reference } = await analyse(euTable, "DE21", plan);
    expect(answer.json().regions).toEqual(asJson(reference.regions));
  });

  test("a list as CSV and as GeoJSON, in a language", async () => {
    const list = findReferenceRegions(space, "ES21", { count: 5 });
    const csv = await eu("reference-regions?target=ES21&count=5&format=csv&language=ru");
    expect(csv.headers["content-type"]).toMatch(/^text\/csv; charset=utf-8/);
    expect(csv.body).toBe(toCsv(list, { language: "ru" }));
    const places = await eu("reference-regions?target=ES21&count=5&format=geojson");
    expect(places.json()).toEqual(asJson(toGeoJson(list, euTable)));
  });

  test("a pair", async () => {
    const answer = await eu("pair?a=ES21&b=ES12");
    expect(answer.json()).toEqual(asJson(explainPair(space, "ES21", "ES12")));
  });

  test("types, so many as are asked for", async () => {
    const answer = await eu("typology?k=5&method=k-means&seed=3");
    expect(answer.json()).toEqual(asJson(clusterRegions(space, { k: 5, method: "k-means", seed: 3 })));
  });

  test("types, so many as the criteria say", async () => {
    const answer = await eu("typology?format=csv");
    const { k } = suggestClusterCount(space);
    expect(answer.body).toBe(toCsv(clusterRegions(space, { method: "ward", k })));
  });

  test("a benchmark", async () => {
    const list = findReferenceRegions(space, "ES21", { count: 10 });
    const benchmark = benchmarkAgainst(euTable, list);
    expect((await eu("benchmark?target=ES21&count=10")).json()).toEqual(asJson(benchmark));
    expect((await eu("benchmark?target=ES21&count=10&format=csv")).body).toBe(toCsv(benchmark));
  });

  test("a report, to read and as data", async () => {
    const analysis = await analyse(euTable, "ES21", { ...parsePlan("orkestra"), benchmark: {} });
    expect((await eu("report?target=ES21&language=ru")).body).toBe(
      await toMarkdown(analysis, { language: "ru" }),
    );
    expect((await eu("report?target=ES21&format=json")).body).toBe(toJson(analysis));
  });

  test("the explorer, with a policy of its own", async () => {
    const answer = await eu("explorer?language=ru");
    expect(answer.headers["content-security-policy"]).toMatch(
      /script-src 'unsafe-inline'.*frame-ancestors 'none'/,
    );
    const withoutCode = (html: string): string => html.slice(0, html.lastIndexOf("<script>"));
    expect(withoutCode(answer.body)).toBe(withoutCode(renderExplorer(euTable, { language: "ru" })));
    expect(answer.body).toContain("</script>\n</body>");
  });

  test("how sure a list is, as a job", async () => {
    const plan = { sensitivity: { draws: 20 }, reference: { count: 5 } };
    const begun = await post("sensitivity", { target: "ES21", plan });
    expect(begun.statusCode).toBe(202);
    const { links } = begun.json();
    expect(begun.headers.location).toBe(links.self);
    await expect
      .poll(async () => (await server.app.inject(links.self)).json().state, { timeout: 30_000 })
      .toBe("done");
    const result = await server.app.inject(links.result);
    expect(result.json()).toEqual(asJson(assessSensitivitySync(euTable, "ES21", { plan, draws: 20 })));
  });

  test("a table as it is", async () => {
    expect((await eu("data")).json()).toEqual(asJson(euTable));
  });
});

describe("an answer that one has already", () => {
  test("is not sent again", async () => {
    const url = "/tables/eu-nuts2/pair?a=ES21&b=ES12";
    const { etag } = (await server.app.inject(url)).headers;
    const again = await server.app.inject({ url, headers: { "if-none-match": `"other", W/${etag}` } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
    const other = await server.app.inject({
      url: "/tables/eu-nuts2/pair?a=ES21&b=ES22",
      headers: { "if-none-match": `${etag}` },
    });
    expect(other.statusCode).toBe(200);
  });
});

test("every answer carries the headers that keep browsers from taking it for something else", async () => {
  for (const url of ["/health", "/nothing", "/tables/eu-nuts2/pair?a=ES21&b=ES12"]) {
    const { headers } = await server.app.inject(url);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("server");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  }
});
