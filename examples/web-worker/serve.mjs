// Reference regions in a Web Worker: bundles the page and its worker for the browser and serves them with the bundled data.
//
//   npm run example:web-worker -- [--port N]

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const data = (name) => new URL(import.meta.resolve(`reference-regions/fixtures/eu-nuts2/${name}`));

const { outputFiles } = await build({
  entryPoints: [here("page.ts"), here("worker.ts")],
  bundle: true,
  minify: true,
  write: false,
  outdir: here("."),
  platform: "browser",
  format: "esm",
  target: "es2022",
  // The package as a user has it installed.
  tsconfigRaw: {},
});
const bundled = (name) => outputFiles.find(({ path }) => path.endsWith(name)).contents;

const files = {
  "/": ["text/html", readFileSync(here("index.html"))],
  "/page.js": ["text/javascript", bundled("page.js")],
  "/worker.js": ["text/javascript", bundled("worker.js")],
  "/regions.csv": ["text/csv", readFileSync(data("regions.csv"))],
  "/framework.json": ["application/json", readFileSync(data("framework.json"))],
};

const { values } = parseArgs({ options: { port: { type: "string", default: "8080" } } });
const server = createServer(({ url = "" }, reply) => {
  const [type, body] = Object.hasOwn(files, url) ? files[url] : ["text/plain", "Not found."];
  reply
    .writeHead(Object.hasOwn(files, url) ? 200 : 404, { "content-type": `${type}; charset=utf-8` })
    .end(body);
});
server.listen(Number(values.port), "127.0.0.1", () => {
  console.log(`Open http://127.0.0.1:${server.address().port}/ in a browser. Stop with Ctrl+C.`);
});
