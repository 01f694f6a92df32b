// A TSV of Eurostat's form of 20 MB, read in a process of its own: prints how long reading took (ms), the most memory that the process
// held (MB), and how many observations it made. Run: npm run bench:eurostat
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEurostatTsv } from "reference-regions/eurostat";

const YEARS = 20;
const SIZE = 20_000_000;

function makeTsv(): string {
  const header = ["freq,unit,nace_r2,geo\\TIME_PERIOD"];
  for (let year = 0; year < YEARS; year++) header.push(`${2004 + year} `);
  const rows = [header.join("\t")];
  let length = rows[0]!.length;
  let state = 1;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  for (let i = 0; length < SIZE; i++) {
    const cells = [`A,U${Math.floor(i / 40000)},N${Math.floor(i / 400) % 100},R${i % 400}`];
    for (let year = 0; year < YEARS; year++)
      cells.push(next() < 0.2 ? ": " : `${(next() * 100000).toFixed(2)} ${next() < 0.1 ? "p" : ""}`);
    rows.push(cells.join("\t"));
    length += rows.at(-1)!.length + 1;
  }
  return rows.join("\n");
}

function measure(path: string): void {
  const text = readFileSync(path, "utf8");
  const start = performance.now();
  const { observations } = readEurostatTsv(text);
  const ms = performance.now() - start;
  console.log(
    JSON.stringify({
      megabytesOfText: text.length / 1e6,
      ms: Math.round(ms),
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      observations: observations.length,
    }),
  );
}

const [, script, path] = process.argv;
if (path !== undefined) measure(path);
else {
  const folder = mkdtempSync(join(tmpdir(), "eurostat-"));
  const file = join(folder, "large.tsv");
  writeFileSync(file, makeTsv());
  spawnSync(process.execPath, [script!, file], { stdio: "inherit" });
  rmSync(folder, { recursive: true });
}
