import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Typology } from "reference-regions";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { makeData } from "../../bench/data.js";
import { chromiumPath } from "../support/find-chromium.js";
import { runCode } from "../support/run-in-project.js";
import type * as program from "./program.js";
import type { TableText } from "./program.js";

type Program = typeof program;
type Answer<Name extends keyof Program> = Awaited<ReturnType<Program[Name]>>;

const project = inject("project");
const source = readFileSync(new URL("program.ts", import.meta.url), "utf8");
const bundled = (name: string) =>
  readFileSync(join(project, "node_modules/reference-regions/fixtures/eu-nuts2", name), "utf8");
const regions: TableText = {
  csv: bundled("regions.csv"),
  framework: JSON.parse(bundled("framework.json")),
};

/** Versions of V8 differ in the last digit of `Math.log`, hence numbers may differ in their last digits; labels may not differ. */
const NEAR = 1e-9;
expect.addEqualityTesters([
  (a: unknown, b: unknown) =>
    typeof a === "number" && typeof b === "number"
      ? Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b))
      : undefined,
]);

let browser: Browser;
let page: Page;
let inNode = "";
/** What the page printed, threw or asked the network for. */
const heard: string[] = [];

beforeAll(async () => {
  inNode = (await transform(source, { loader: "ts", format: "esm" })).code;
  const { outputFiles } = await build({
    stdin: { contents: source, loader: "ts", resolveDir: project },
    absWorkingDir: project,
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "program",
    write: false,
    logLevel: "silent",
  });
  browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  page = await (await browser.newContext({ offline: true })).newPage();
  page.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("request", (request) => heard.push(`request: ${request.url()}`));
  await page.setContent("<!doctype html><title>Types of regions</title>");
  await page.addScriptTag({ content: outputFiles[0]!.text });
});

afterAll(async () => {
  await browser?.close();
});

/** Calls a function of the program in Node, with the package as it is installed. */
function callInNode<Name extends keyof Program>(
  name: Name,
  ...args: Parameters<Program[Name]>
): Answer<Name> {
  const call = `console.log(JSON.stringify(await ${name}(...${JSON.stringify(args)})));`;
  return JSON.parse(runCode(`${inNode}\n${call}`, "module"));
}

/** Calls it in the page. */
async function callInPage<Name extends keyof Program>(
  name: Name,
  ...args: Parameters<Program[Name]>
): Promise<Answer<Name>> {
  const call = `(async () => JSON.stringify(await program.${name}(...${JSON.stringify(args)})))()`;
  return JSON.parse(await page.evaluate<string>(call));
}

describe("the bundled regions in Node and in the page", () => {
  test("are of the same types by every method, and the same is said of them", async () => {
    const here = callInNode("makeTypologies", regions);
    const there = await callInPage("makeTypologies", regions);
    const labelsOf = (typologies: readonly Typology[]) =>
      typologies.map(({ method, k, labels }) => ({ method, k, labels }));
    expect(here).toHaveLength(24);
    expect(labelsOf(there)).toEqual(labelsOf(here));
    expect(there).toEqual(here);
  });

  test("fall into the same number of types, for the same reasons", async () => {
    expect(await callInPage("countTypes", regions)).toEqual(callInNode("countTypes", regions));
  });

  test("belong to their types as surely", async () => {
    expect(await callInPage("shakeTypes", regions)).toEqual(callInNode("shakeTypes", regions));
  });
});

test("lists are as sure in the page as in Node, and the nearest regions the same, in WebAssembly", async () => {
  const many: TableText = makeData(700, 20, 0, 4);
  const here = callInNode("shakeLists", regions, many);
  expect(here.nearest.search).toBe("boxes");
  expect(await callInPage("shakeLists", regions, many)).toEqual(here);
});

describe.each([
  { name: "assessStability", method: "ward", options: { k: 6, draws: 50 }, stages: ["stability"] },
  { name: "assessStability", method: "k-means", options: { k: 6, draws: 20 }, stages: ["stability"] },
  { name: "assessStability", method: "k-medoids", options: { k: 6, draws: 20 }, stages: ["stability"] },
  {
    name: "suggestClusterCountAsync",
    method: "ward",
    options: { to: 8, draws: 20 },
    stages: ["types", "gap", "stability"],
  },
] as const)("$name with $method of 600 regions in the page", ({ name, method, options, stages }) => {
  const many: TableText = makeData(600, 30, 0, 6);

  // How long is too long depends on the machine and on what else it does: these limits only tell a free page from a frozen one.
  test("leaves the page free, and says how far it is", async () => {
    const { error, took, beats, longestGap, progress } = await callInPage(
      "watch",
      name,
      { ...options, method },
      many,
    );
    expect(error).toBeNull();
    expect(longestGap).toBeLessThan(1_000);
    expect(beats).toBeGreaterThan(took / 200);
    expect([...new Set(progress.map(({ stage }) => stage))]).toEqual(stages);
    for (const stage of stages) {
      const steps = progress.filter((one) => one.stage === stage);
      const done = steps.map((one) => one.done);
      expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
      expect(done.at(-1)).toBe(steps[0]!.total);
    }
  });

  test("stops when the page says so", async () => {
    const endless = { ...options, method, draws: 100_000 };
    const { error, took } = await callInPage("watch", name, endless, many, 100);
    expect(error).toBe("enough");
    expect(took).toBeLessThan(2_000);
  });
});

test("the page printed nothing, threw nothing and asked the network for nothing", () => {
  expect(heard).toEqual([]);
});
