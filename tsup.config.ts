import { copyFile, mkdir, readdir } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";
import { explorerPage } from "./tools/explorer-page.js";
import { smallMatrix, symmetricOnly, withoutSideEffects } from "./tools/lean-packages.js";
import { collectLicences } from "./tools/licences.js";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

const explorerEntry = { explorer: "src/explorer/index.ts" };

const entries = {
  index: "src/index.ts",
  report: "src/report/index.ts",
  chart: "src/chart/index.ts",
  eurostat: "src/eurostat/index.ts",
  schemas: "src/schemas/index.ts",
};

const library: Options = {
  entry: entries,
  format: ["esm", "cjs"],
  // What entries share stands once in either format: an error of one entry is an instance of the class that another exports.
  splitting: true,
  target: "es2022",
  dts: { entry: { ...entries, ...explorerEntry } },
  treeshake: true,
  // Inside the build: zod and ml-matrix, whose packages take 45 and 25 ms to load at every start, while the build holds only what is used;
  // ml-kmeans, which is an ES module alone and could not be required.
  noExternal: ["ml-kmeans", "ml-matrix", "zod"],
  // The entry of ml-matrix is CommonJS and stays whole; of its sources only the eigenvalue decomposition is taken.
  esbuildOptions(options) {
    // Cyrillic as it is, not as \\u escapes.
    options.charset = "utf8";
    options.alias = { "ml-matrix": "./node_modules/ml-matrix/src/index.js" };
  },
  esbuildPlugins: [
    withoutSideEffects(/^(ml-spectra-processing|fft\.js)$/),
    smallMatrix,
    symmetricOnly,
    collectLicences as Plugin,
  ],
  external: ["#csv-parse"],
  // The schemas also as they are, for other languages.
  async onSuccess() {
    const files = (await readdir("src/schemas")).filter((file) => file.endsWith(".json"));
    await mkdir("dist/schemas", { recursive: true });
    for (const file of files) await copyFile(`src/schemas/${file}`, `dist/schemas/${file}`);
  },
};

/** The core as another file of the build: `./index.js`, or `./index.cjs` beside CommonJS. */
const besideCore: Plugin = {
  name: "beside-core",
  setup(build) {
    const path = build.initialOptions.format === "cjs" ? "./index.cjs" : "./index.js";
    build.onResolve({ filter: /^\.\.\/index\.js$/ }, () => ({ path, external: true }));
  },
};

/** The explorer on its own: the code of its page is a text in it, and the rest of the library carries nothing for it. */
const explorer: Options = {
  entry: explorerEntry,
  format: ["esm", "cjs"],
  target: "es2022",
  esbuildOptions(options) {
    options.charset = "utf8";
  },
  esbuildPlugins: [explorerPage as Plugin, besideCore, collectLicences as Plugin],
};

/** csv-parse for browsers: 6 kB less (gzipped) than the copy that it brings for them. */
const csvForBrowsers: Options = {
  entry: { "csv-for-browsers": "tools/csv-for-browsers.mjs" },
  format: ["esm"],
  target: "es2022",
  noExternal: [/./],
  inject: ["tools/small-buffer.mjs"],
  esbuildPlugins: [collectLicences as Plugin],
};

// The examples import the package by its own name, as a user would, and are shipped beside it.
const examples: Options = {
  entry: ["examples/*.ts"],
  outDir: "dist/examples",
  format: ["esm"],
  target: "node20",
  external: ["reference-regions", "echarts"],
  // Without this the `paths` of tsconfig.json would bundle the sources into the examples.
  tsconfig: "examples/tsconfig.json",
};

/** The backend: its server and its worker thread; it is run from the repository, and not shipped. */
const backend: Options = {
  ...examples,
  entry: { main: "examples/backend/main.ts", worker: "examples/backend/worker.ts" },
  outDir: "dist/backend",
  external: ["reference-regions", "fastify", "ajv", "node-sqlite3-wasm"],
};

const builds: ReturnType<typeof defineConfig> = defineConfig([
  library,
  explorer,
  csvForBrowsers,
  examples,
  backend,
]);

export default builds;
