import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { chromiumPath } from "../support/find-chromium.js";
import { runCode } from "../support/run-in-project.js";

const project = inject("project");
let server: ChildProcess;
let browser: Browser;
let page: Page;
const heard: string[] = [];

beforeAll(async () => {
  cpSync("examples/web-worker", join(project, "web-worker"), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules/esbuild"), join(project, "node_modules/esbuild"), "dir");
  server = spawn(process.execPath, ["web-worker/serve.mjs", "--port", "0"], {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const printed = await new Promise<string>((resolve, reject) => {
    server.stdout!.once("data", (text: Buffer) => resolve(text.toString()));
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  page = await browser.newPage();
  page.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  await page.goto(/http:\S+/.exec(printed)![0]);
  await page.waitForSelector("#list li");
});

afterAll(async () => {
  await browser?.close();
  server?.kill();
});

const listed = () =>
  page.$$eval("#list li", (items) => items.map((one) => [one.dataset.id, one.textContent]));

test("the example with a Web Worker shows the list that Node finds, and how sure each region is", async () => {
  const wanted = runCode(
    `import { readFileSync } from "node:fs";
    import { assessSensitivitySync, buildSpace, findReferenceRegions, parseFramework, prepare, readRegionsCsv, textIn } from "reference-regions";
    const read = (name) => readFileSync(new URL(import.meta.resolve("reference-regions/fixtures/eu-nuts2/" + name)), "utf8");
    const table = readRegionsCsv(read("regions.csv"), parseFramework(JSON.parse(read("framework.json"))));
    const { regions } = findReferenceRegions(buildSpace(prepare(table)), "ES21", { count: 10 });
    const sure = assessSensitivitySync(table, "ES21", { plan: { reference: { count: 10 } }, draws: 1_000, seed: 1 });
    const inclusion = new Map(sure.regions.map((one) => [one.id, one.inclusion]));
    const lines = regions.map(({ id, name, similarity }) => [id, textIn(name) + ": similarity " + Math.round(similarity)]);
    console.log(JSON.stringify({ lines, sure: lines.map(([id, text]) => [id, text + ", in " + Math.round(100 * inclusion.get(id)) + " % of the variants"]) }));`,
    "module",
  );
  const { lines, sure } = JSON.parse(wanted);
  expect(await listed()).toEqual(lines);
  await page.click("#ask");
  await page.waitForFunction(`document.querySelector("#status").textContent === "1000 variants"`);
  expect(await listed()).toEqual(sure);
  expect(heard).toEqual([]);
});

test("the page stays free while the worker computes, sees its progress, and can cancel", async () => {
  await page.selectOption("#regions", "ITH2");
  await page.evaluate(`
    window.seen = new Set();
    const bar = document.querySelector("progress");
    new MutationObserver(() => seen.add(bar.value)).observe(bar, { attributes: true });
  `);
  await page.click("#ask");
  await page.waitForFunction(`seen.size > 1`);
  await page.click("#cancel");
  await page.waitForFunction(`document.querySelector("#status").textContent === "cancelled"`);
  expect(await page.isVisible("#progress")).toBe(false);
  expect(await page.isEnabled("#ask")).toBe(true);
  expect((await listed()).every(([, text]) => !text!.includes("variants"))).toBe(true);
  expect(heard).toEqual([]);
});
