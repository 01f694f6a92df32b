import { gzipSync } from "node:zlib";
import { parsePlan, type RegionTable } from "reference-regions";
import { describe, expect, test } from "vitest";
import { renderExplorer } from "../../src/explorer/index.js";
import { embeddable, escapeHtml } from "../../src/explorer/model/page-data.js";
import { bundledTable, makeTable } from "../support/tables.js";

const table = bundledTable("eu-nuts2");
const html = renderExplorer(table);

/** The JSON that a page holds. */
function dataIn(page: string): { table: RegionTable } {
  return JSON.parse(/<script type="application\/json" id="explorer-data">(.*)<\/script>/.exec(page)![1]!);
}

test("the page holds the table and the plan as they are", () => {
  expect(dataIn(html)).toMatchObject({ table, plan: parsePlan("orkestra"), language: "en", geometry: null });
});

test("the page is small enough to be mailed", () => {
  expect(Buffer.byteLength(html)).toBeLessThan(1_200_000);
  expect(gzipSync(html).length).toBeLessThan(400_000);
});

test("the page asks for nothing: no address to load from, and a policy that forbids it", () => {
  const [head] = html.split("<script");
  expect(head).not.toMatch(/\b(?:src|href)=/);
  expect(html).not.toMatch(/<(?:link|img|iframe|script)[^>]+(?:src|href)=["']?http/);
  expect(head).toContain("default-src 'none'");
});

test("the page passes on the licences of what it contains", () => {
  for (const text of ["echarts 6", "Apache License", "zrender", "zod 4", "simple-statistics", "pure-rand"])
    expect(html).toContain(text);
});

describe("no name can end a script or open a mark", () => {
  const nasty = '</script><script>window.hacked=1</script><!--<img src=x onerror="window.hacked=1">';
  const bad = makeTable(
    { a: [1, 2, 3], b: [3, 1, 2] },
    {
      regions: ["A", "B", "C"].map((code) => ({
        code,
        name: `${nasty} ${code}`,
        country: nasty,
        kind: nasty,
      })),
    },
  );

  test("in the data, the title and the plan", () => {
    const page = renderExplorer(bad, { title: nasty, plan: { name: nasty, description: nasty } });
    expect(page.split("</script>")).toHaveLength(html.split("</script>").length);
    expect(page.split("<script")).toHaveLength(3);
    expect(page).not.toContain("<img");
    expect(page.match(/<title>.*<\/title>/)![0]).not.toContain("<script");
    expect(dataIn(page).table.regions[0]!.name).toBe(`${nasty} A`);
  });

  test("in JSON and in HTML", () => {
    expect(embeddable({ a: "</script>" })).toBe('{"a":"\\u003c/script>"}');
    expect(JSON.parse(embeddable({ a: nasty }))).toEqual({ a: nasty });
    expect(escapeHtml(`<a b="c" d='e'>&`)).toBe("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
  });

  test("the code of the page ends its script itself nowhere", () => {
    const code = html.slice(html.lastIndexOf("<script>") + 8, html.lastIndexOf("</script>"));
    expect(code.length).toBeGreaterThan(100_000);
    expect(code).not.toMatch(/<\/script|<!--/i);
  });
});

describe("what cannot be is refused", () => {
  test.each([
    ["an unknown language", { language: "fr" }, "unknown-language"],
    ["a geometry that is none", { geometry: { type: "Feature" } as never }, "no-geometry"],
    ["an unknown preset", { plan: "orkestre" as never }, "unknown-preset"],
  ])("%s", (_, options, code) => {
    expect(() => renderExplorer(table, options)).toThrow(expect.objectContaining({ code }));
  });
});

test("title and language of the page are those asked for", () => {
  const page = renderExplorer(table, { language: "ru", title: { en: "Ours", ru: "Наши" } });
  expect(page).toContain('<html lang="ru">');
  expect(page).toContain("<title>Наши</title>");
});
