// How fast the explorer's page answers: from a slider that moves to the list repainted, and from opening the file to the first list.
//
//   npm run bench:explorer
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { renderExplorer } from "reference-regions/explorer";
import { makeTable } from "./data.js";

/**
 * Runs in the page: moves a slider back and forth, and waits each time until the changed list is laid out and painted. `work`: from the
 * move to the list laid out; `paint`: from the tick of the screen that follows to the frame given away; `painted`: from the move to
 * there, with the wait for the tick.
 */
const moves = `(async () => {
  const range = document.querySelector("#d-a");
  let tick = 0;
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
    tick = performance.now();
    setTimeout(resolve, 0);
  }));
  const times = { work: [], paint: [], painted: [] };
  for (let step = 0; step < 120; step++) {
    await frame();
    const begun = performance.now();
    range.value = String(20 + (step % 60));
    range.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    times.work.push(performance.now() - begun);
    await frame();
    times.paint.push(performance.now() - tick);
    times.painted.push(performance.now() - begun);
  }
  return times;
})()`;

/** The page is empty until its script has run, which makes the list: so its first content is the list. */
const firstView = `performance.getEntriesByName("first-contentful-paint")[0].startTime`;

const OPENINGS = 7;

/** Opens the page anew and waits until it rests. */
async function open(file: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector(".list li");
  await page.waitForTimeout(3_000);
  return page;
}

const median = (times: readonly number[]): string =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!.toFixed(1);

const folder = mkdtempSync(join(tmpdir(), "explorer-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const [regions, indicators, count] of [
  [1_500, 60, 20],
  [1_500, 60, 200],
  [5_000, 60, 20],
] as const) {
  const file = join(folder, "explorer.html");
  writeFileSync(file, renderExplorer(makeTable(regions, indicators), { plan: { reference: { count } } }));
  const opened: number[] = [];
  let page = await open(file);
  for (let time = 0; time < OPENINGS; time++) {
    opened.push(await page.evaluate<number>(firstView));
    await page.close();
    page = await open(file);
  }
  const { work, paint, painted } = await page.evaluate<{ [name: string]: number[] }>(moves);
  const both = work!.map((time, i) => time + paint![i]!);
  console.log(
    `${regions} regions x ${indicators} indicators, ${count} listed: slider to list laid out ${median(work!)} ms, and repainted ${median(both)} ms (with the wait for the next tick of the screen ${median(painted!)} ms; medians of ${both.length}); first view ${median(opened)} ms (median of ${OPENINGS}, slowest ${Math.round(Math.max(...opened))})`,
  );
  await page.close();
}
await browser.close();
rmSync(folder, { recursive: true });
