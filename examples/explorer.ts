// Writes the explorer: one HTML file that opens from disk, works without a network, and can be mailed.
//
//   npm run example:explorer -- [--out FILE.html] [--language LANGUAGE] [--plan NAME|FILE.json] [--geometry FILE.geojson]
//                               [--title TITLE] [--data FILE.csv --framework FILE.json]
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { renderExplorer } from "reference-regions/explorer";
import { planOfFlag } from "./shared/plan-of-flag.js";
import { tableOfFlags } from "./shared/table-of-flags.js";

const usage = `Usage: npm run example:explorer -- [options]

--out FILE.html          where to write (default explorer.html)
--language LANGUAGE      in which the page opens: en (default) or ru
--plan NAME|FILE.json    from which it starts: orkestra (default), balanced, or an own plan
--geometry FILE.geojson  outlines of the regions, matched by id
--title TITLE            default: the name of the framework
--data FILE.csv          own table instead of the bundled one, with
--framework FILE.json    the framework that says what its columns mean`;

const { values: flags } = parseArgs({
  options: {
    out: { type: "string", default: "explorer.html" },
    language: { type: "string", default: "en" },
    plan: { type: "string", default: "orkestra" },
    geometry: { type: "string" },
    title: { type: "string" },
    data: { type: "string" },
    framework: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

function main(): void {
  if (flags.help) {
    console.log(usage);
    return;
  }
  const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
  const { table } = tableOfFlags(flags);
  const html = renderExplorer(table, {
    plan: planOfFlag(flags.plan),
    language: flags.language,
    title: flags.title,
    ...(flags.geometry === undefined ? {} : { geometry: readJson(flags.geometry) as Geometry }),
  });
  writeFileSync(flags.out, html);
  const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`;
  console.log(
    `${flags.out}: ${kilobytes(Buffer.byteLength(html))}, ${kilobytes(gzipSync(html).length)} gzipped. Open it in a browser.`,
  );
}

type Geometry = NonNullable<NonNullable<Parameters<typeof renderExplorer>[1]>["geometry"]>;

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
