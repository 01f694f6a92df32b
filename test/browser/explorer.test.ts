import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { chromiumPath } from "../support/find-chromium.js";
import { runCode } from "../support/run-in-project.js";

const project = inject("project");
const pages = join(project, "pages");

/** Reads the bundled regions in Node, with the package as it is installed. */
const read = `
  import { readFileSync, writeFileSync } from "node:fs";
  import * as library from "reference-regions";
  import { renderExplorer } from "reference-regions/explorer";
  const fixture = (name) => readFileSync("node_modules/reference-regions/fixtures/eu-nuts2/" + name, "utf8");
  const framework = library.parseFramework(JSON.parse(fixture("framework.json")));
  const table = library.readRegionsCsv(fixture("regions.csv"), framework);
`;

const nasty = `</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">'"`;

/** The pages of these tests: the bundled regions, and tables that try the page. */
const write = `${read}
  const page = (name, table, options) => writeFileSync("pages/" + name + ".html", renderExplorer(table, options));
  page("bundled", table, {});
  const small = (n, over = {}, roles = []) => {
    const ids = over.ids ?? ["a", "b", "c"];
    const dimensions = over.dimensions ?? [{ id: "one", name: over.name ?? "One" }];
    return library.readRegionRows(
      Array.from({ length: n }, (_, i) => ({
        code: "R" + i,
        name: (over.name ?? "Region") + " " + i,
        country: over.country ?? "C" + (i % 5),
        ...(over.places ? { lat: 40 + (i % 20), lon: (i % 60) / 2 } : {}),
        ...(over.kind ? { [over.kind]: over.kind + (i % 2) } : {}),
        ...Object.fromEntries(ids.map((id, k) => [id, ((i + 1) * (7919 + 101 * k)) % 1009])),
      })),
      library.parseFramework({
        schemaVersion: 1,
        id: "small",
        name: over.name ?? "Small",
        description: over.name ?? "",
        credits: [over.name ?? "Nobody"],
        dimensions,
        indicators: ids.map((id, k) => ({
          id, name: (over.name ?? "Indicator") + " " + id, unit: over.name ?? "points", source: over.name ?? "Nobody",
          dimension: dimensions[k % dimensions.length].id,
          role: over.performance && k === 0 ? "performance" : "structural",
          ...(over.performance && k === 0 ? { direction: "higher" } : {}),
        })),
      }),
    );
  };
  const nasty = ${JSON.stringify(nasty)};
  page("nasty", small(30, { name: nasty, country: nasty, kind: "kind", places: true, performance: true }), { title: nasty });
  page("plain", small(40), {});
  page("arabic", small(30, { name: "منطقة", places: true }), {});
  page("outlines", small(12), {
    geometry: {
      type: "FeatureCollection",
      features: ["R0", "R1", "R2", "LOST"].map((id, i) => ({
        type: "Feature", id, properties: {},
        geometry: { type: "Polygon", coordinates: [[[i, 0], [i + 1, 0], [i + 1, 1], [i, 1], [i, 0]]] },
      })),
    },
  });
  page("many", small(5000, { places: true }), { plan: { reference: { count: 1000 } } });
`;

let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the page printed, threw, or asked the network for. */
const heard: string[] = [];

beforeAll(async () => {
  mkdirSync(pages, { recursive: true });
  runCode(write, "module");
  browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  await context?.close();
  expect(heard.splice(0)).toEqual([]);
});

async function open(name: string, hash = "", { width = 1280, height = 900 } = {}): Promise<void> {
  context = await browser.newContext({ offline: true, viewport: { width, height }, acceptDownloads: true });
  page = await context.newPage();
  page.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(?:file|blob):/.test(request.url())) heard.push(`request: ${request.url()}`);
  });
  await page.goto(`${pathToFileURL(join(pages, `${name}.html`)).href}${hash}`);
  await settled();
}

/** Waits until an expression holds. (The page forbids `eval`, by which Playwright would wait.) */
async function waitFor(expression: string): Promise<void> {
  await expect.poll(() => page.evaluate<boolean>(`Boolean(${expression})`), { timeout: 20_000 }).toBe(true);
}

/** Waits until the library has made the whole answer. */
async function settled(): Promise<void> {
  await waitFor(
    "document.querySelector('.list li, .problem:not([hidden])') && [...document.querySelectorAll('.list .closeness')].every((one) => one.textContent !== '…')",
  );
}

interface Line {
  readonly id: string;
  readonly distance: number;
}

async function listed(): Promise<Line[]> {
  const text = await page.evaluate<string>(
    "JSON.stringify([...document.querySelectorAll('.list li')].map((one) => ({ id: one.dataset.region, distance: Number(one.dataset.distance) })))",
  );
  return JSON.parse(text);
}

async function taken(button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** The list that the library finds in Node by a plan. */
function inNode(target: string, plan: unknown): Line[] {
  return JSON.parse(
    runCode(
      `${read}
      const plan = library.parsePlan(${JSON.stringify(plan)});
      const prepared = library.prepare(table, plan.prepare);
      const space = library.buildSpace(prepared, { ...plan.space, weights: library.weigh(prepared, plan.weigh) });
      const { regions } = library.findReferenceRegions(space, ${JSON.stringify(target)}, plan.reference);
      console.log(JSON.stringify(regions.map(({ id, distance }) => ({ id, distance }))));`,
      "module",
    ),
  );
}

function expectSame(there: readonly Line[], here: readonly Line[]): void {
  expect(there.map(({ id }) => id)).toEqual(here.map(({ id }) => id));
  there.forEach(({ distance }, at) => {
    expect(Math.abs(distance - here[at]!.distance)).toBeLessThan(1e-9);
  });
}

async function choose(region: string): Promise<void> {
  await page.fill("#region", region);
  await page.keyboard.press("Enter");
  await settled();
}

/** Moves a slider as a reader does, step by step. */
async function slide(id: string, key: string, times: number): Promise<void> {
  await page.focus(`#${id}`);
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

describe("the page of the bundled regions", () => {
  test("opens from disk, and lists what the library lists", async () => {
    await open("bundled");
    await choose("ES21");
    expect(await page.textContent("#list-heading")).toBe("Reference regions of País Vasco");
    expectSame(await listed(), inNode("ES21", {}));
  });

  test("follows a slider, a lock and a switch: the list is what Node finds for the same weights", async () => {
    await open("bundled", "#region=ES21");
    const before = await listed();
    await page.check(".slider:has(#d-social) .lock input");
    await slide("d-economic", "ArrowRight", 50);
    await settled();
    const after = await listed();
    expect(after.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id));
    const shares = {
      social: 0.2,
      economic: 0.45,
      technological: 0.35 / 3,
      institutional: 0.35 / 3,
      geographic: 0.35 / 3,
    };
    expectSame(after, inNode("ES21", { weigh: { scheme: "given", dimensions: shares } }));
    await page.click(".dimension:has(#d-social) summary");
    await page.uncheck("[data-indicator='median_age']");
    await slide("e-human-resources", "ArrowRight", 20);
    await settled();
    const plan = JSON.parse((await taken("#export-plan")).text);
    expect(plan.weigh).toMatchObject({ scheme: "given", indicators: { median_age: 0 } });
    expectSame(await listed(), inNode("ES21", plan));
    await page.click("#reset-weights");
    await settled();
    expectSame(await listed(), before);
  });

  test.each(["manhattan", "cosine", "mahalanobis"])("measures by another metric: %s", async (metric) => {
    await open("bundled", "#region=ES21");
    await page.selectOption("#metric", metric);
    await page.selectOption("#normalise", "z-score");
    await settled();
    const problem = await page.isVisible(".problem");
    if (metric === "mahalanobis") {
      // Said to a reader of the page, not to a programmer.
      expect(problem).toBe(true);
      expect(await page.textContent(".problem")).toMatch(/choose another distance, if this region lacks/);
      await page.selectOption("#language", "ru");
      await page.waitForSelector(".problem:visible");
      expect(await page.textContent(".problem")).toMatch(/выберите другое расстояние, если/);
      return;
    }
    expectSame(await listed(), inNode("ES21", { prepare: { normalise: "z-score" }, space: { metric } }));
  });

  test("filters: the own country, other countries and how far", async () => {
    await open("bundled", "#region=ES21");
    await page.check("#abroad");
    await page.getByText("Leave out countries").click();
    await page.getByLabel("FR", { exact: true }).check();
    await page.getByLabel("Not further than (km)").fill("1200");
    await page.getByLabel("How many reference regions").fill("9");
    await page.keyboard.press("Tab");
    await settled();
    const lines = await listed();
    expect(lines).toHaveLength(9);
    expect(lines.filter(({ id }) => /^(?:ES|FR)/.test(id))).toEqual([]);
    expectSame(lines, inNode("ES21", JSON.parse((await taken("#export-plan")).text)));
  });

  test("says so when no region is left, and comes back", async () => {
    await open("bundled", "#region=ES21");
    await page.getByLabel("Not further than (km)").fill("1");
    await page.keyboard.press("Tab");
    await page.waitForSelector(".problem:visible");
    expect(await page.textContent(".problem")).toContain("Loosen the filters");
    await page.click("#reset-all");
    await settled();
    expect(await listed()).toHaveLength(20);
  });

  test("opens a pair with its figures, and compares up to three regions", async () => {
    await open("bundled", "#region=ES21");
    await page.click(".list li[data-region='ES12'] .name");
    await page.waitForSelector(".pair table");
    const pair = await page.textContent("#panel-pair");
    expect(pair).toContain("País Vasco and Principado de Asturias");
    expect(pair).toContain("What unites them");
    expect(pair).toContain("48.6");
    expect(pair).toContain("% of population 25-64");
    for (const id of ["ES12", "ES22", "BE22", "FRF1"])
      await page.check(`.list li[data-region='${id}'] .compare`);
    await page.click("#tab-compare");
    const head = await page.textContent("#panel-compare thead");
    expect(head).not.toContain("Asturias");
    for (const name of ["País Vasco", "Navarra", "Limburg", "Alsace"]) expect(head).toContain(name);
  });

  test("shows map, profile, performance with leaders, and types", async () => {
    await open("bundled", "#region=ES21");
    expect(await page.locator("#panel-map svg path").count()).toBeGreaterThan(200);
    await page.click("#tab-radar");
    await page.waitForSelector("#panel-radar svg");
    await page.click("#tab-performance");
    await page.waitForSelector("#panel-performance .leaders");
    expect(await page.textContent("#panel-performance")).toContain("Noord-Brabant");
    await page.click("#tab-types");
    await page.waitForSelector("#panel-types .answer");
    expect(await page.textContent("#panel-types .answer")).toContain("The region is of type 6 of 6");
  });

  test("says how sure the list is, on request, and can be cancelled", async () => {
    await open("bundled", "#region=ES21&panel=certainty");
    await page.click("#ask-certainty");
    await page.click("#cancel-certainty");
    await page.waitForSelector("#panel-certainty:has-text('Cancelled')");
    await page.click("#ask-certainty");
    await page.waitForSelector("#panel-certainty .answer", { timeout: 60_000 });
    expect(await page.textContent(".list li .sure")).toMatch(/\d+\s%/);
    await page.click("#ask-certainty");
    await page.check("#abroad");
    await settled();
    expect(await page.isVisible("#ask-certainty")).toBe(true);
    expect(await page.locator(".list li .sure:visible").count()).toBe(0);
  });

  test("switches the language, and keeps the view", async () => {
    await open("bundled", "#region=ES21&count=5&panel=performance");
    const before = await listed();
    await page.selectOption("#language", "ru");
    await settled();
    expect(await page.getAttribute("html", "lang")).toBe("ru");
    expect(await page.textContent("#list-heading")).toBe("Референтные регионы: País Vasco");
    expect(await page.textContent("#panel-performance")).toContain("опережает");
    expect(await listed()).toEqual(before);
    await page.selectOption("#language", "en");
    expect(await page.textContent("#list-heading")).toBe("Reference regions of País Vasco");
  });

  test("writes the list, the chart and the report", async () => {
    await open("bundled", "#region=ES21&count=5");
    const list = await taken("#export-list");
    expect(list.name).toBe("reference-regions-ES21.csv");
    expect(list.text.split("\r\n")[1]).toContain("1,ES12,Principado de Asturias,ES,");
    const chart = await taken("#export-chart");
    expect(chart.text).toMatch(/^<svg.*<\/svg>$/s);
    const report = await taken("#export-report");
    expect(report.text).toContain("# Reference regions of País Vasco (ES21)");
    expect(report.text).toContain("Whom to learn from");
  });

  test("is the same view again when its address is loaded", async () => {
    await open("bundled", "#region=ES21");
    await slide("d-geographic", "ArrowRight", 33);
    await page.check("#abroad");
    await page.selectOption("#metric", "manhattan");
    await page.click("#tab-radar");
    await settled();
    await page.waitForTimeout(300);
    const before = await listed();
    const address = page.url();
    expect(address).toContain("metric=manhattan");
    await page.reload();
    await settled();
    expectSame(await listed(), before);
    expect(await page.getAttribute("#tab-radar", "aria-selected")).toBe("true");
    await page.evaluate("location.hash = '#region=ITC1&count=3'");
    await waitFor("document.querySelector('#list-heading').textContent.includes('Piemonte')");
    await settled();
    expect(await listed()).toHaveLength(3);
  });

  test("can be used by the keyboard alone", async () => {
    await open("bundled", "#region=AT11");
    const focused = (): Promise<string> =>
      page.evaluate("document.activeElement.id || document.activeElement.className");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("skip");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("language");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("region");
    await page.keyboard.type("vasco");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await settled();
    expect(await page.textContent("#list-heading")).toContain("País Vasco");
    const until = async (wanted: string): Promise<void> => {
      for (let i = 0; i < 60 && (await focused()) !== wanted; i++) await page.keyboard.press("Tab");
      expect(await focused()).toBe(wanted);
    };
    await until("d-social");
    await page.keyboard.press("End");
    await settled();
    expect(await page.getAttribute("#d-social", "aria-valuetext")).toMatch(/^100\s%$/);
    await until("name");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("panel-pair");
    await page.focus("#tab-pair");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("tab-radar");
    expect(await page.isVisible("#panel-radar svg")).toBe(true);
    await page.keyboard.press("End");
    expect(await focused()).toBe("tab-certainty");
  });

  test("a list can be closed without a choice, and a name that is not there is told", async () => {
    await open("bundled", "#region=ES21");
    await page.fill("#region", "atlantis");
    expect(await page.textContent("#region-matches")).toBe("No region of this name.");
    await page.keyboard.press("Escape");
    expect(await page.inputValue("#region")).toBe("País Vasco (ES21)");
  });

  test.each(["en", "ru"])("fits a screen of 360 pixels in every panel: %s", async (language) => {
    for (const panel of ["map", "pair", "radar", "performance", "types", "compare", "certainty"]) {
      await open("bundled", `#region=ES21&lang=${language}&panel=${panel}&pair=DE71&compare=ES12,DE71,FRF1`, {
        width: 360,
        height: 740,
      });
      await page.click("#settings > summary");
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      const over = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(over, panel).toBeLessThanOrEqual(0);
      await context.close();
    }
  });

  test("prints the list and the panel, without what is there to be pressed", async () => {
    await open("bundled", "#region=ES21&panel=pair&pair=ES12");
    await page.emulateMedia({ media: "print" });
    for (const part of [".settings", "#take-away", "[role='tablist']", "#region"])
      expect(await page.isVisible(part), part).toBe(false);
    for (const part of ["#list-heading", ".list li", ".pair table"])
      expect(await page.isVisible(part), part).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(20_000);
  });
});

describe("accessibility (axe-core)", () => {
  const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

  test.each(["map", "pair", "radar", "performance", "types", "compare", "certainty"])(
    "nothing serious or critical with the panel %s",
    async (panel) => {
      await open("bundled", `#region=ES21&panel=${panel}&pair=ES12&compare=ES12,BE22`);
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      await page.evaluate(axe);
      const found = await page.evaluate<string>(
        "axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html.slice(0, 200)) }))))",
      );
      const grave = (JSON.parse(found) as { impact: string }[]).filter(({ impact }) =>
        /serious|critical/.test(impact),
      );
      expect(grave).toEqual([]);
    },
  );
});

describe("tables that try the page", () => {
  test("names with marks and quotes stay names: nothing runs", async () => {
    await open("nasty");
    for (const panel of ["map", "radar", "performance", "types", "compare", "certainty"]) {
      await page.click(`#tab-${panel}`);
      await page.waitForTimeout(150);
    }
    await page.click(".list li .name");
    await page.waitForSelector(".pair table");
    await page.hover("#panel-pair");
    await page.click("#tab-map");
    const map = (await page.locator("#panel-map .chart").boundingBox())!;
    for (let x = 0.1; x < 1; x += 0.1) await page.mouse.move(map.x + map.width * x, map.y + map.height * 0.5);
    await page.fill("#region", "script");
    expect(await page.evaluate("typeof window.hacked")).toBe("undefined");
    expect(await page.locator("img, body script script").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.textContent("h1")).toBe(nasty);
    const report = await taken("#export-report");
    writeFileSync(join(pages, "report.md"), report.text);
    expect(report.text).not.toContain("<img");
  });

  test("without coordinates, performance and a second dimension everything else works", async () => {
    await open("plain");
    expect(await page.textContent("#panel-map")).toContain("no coordinates");
    expect(await page.locator("#tab-performance").count()).toBe(0);
    expect(await page.locator(".slider").count()).toBe(1);
    await slide("d-one", "ArrowLeft", 5);
    await settled();
    await page.click("#tab-radar");
    await page.click("#tab-types");
    await page.waitForSelector("#panel-types .answer");
    expect(await listed()).toHaveLength(20);
    expect((await taken("#export-report")).text).toContain("# Reference regions of Region 0");
  });

  test("names that run from right to left have their own direction", async () => {
    await open("arabic");
    expect(await page.getAttribute(".list li .name", "dir")).toBe("auto");
    expect(await page.evaluate("getComputedStyle(document.querySelector('.list li .name')).direction")).toBe(
      "rtl",
    );
  });

  test("outlines that match no region, and regions without an outline, are listed", async () => {
    await open("outlines");
    expect(await page.locator("#panel-map svg path").count()).toBeGreaterThan(2);
    const told = await page.textContent("#panel-map");
    expect(told).toContain("9 regions");
    expect(told).toContain("LOST");
  });

  test("5,000 regions: a slider answers, and no more than 200 rows stand in the page", async () => {
    await open("many");
    expect(await page.locator(".list li").count()).toBe(200);
    expect(await page.textContent("#list")).toContain("800 regions more");
    await page.uncheck("[data-indicator='b']", { force: true }).catch(async () => {
      await page.click(".dimension summary");
      await page.uncheck("[data-indicator='b']");
    });
    await settled();
    expect(await page.locator(".list li").count()).toBe(200);
  });
});
