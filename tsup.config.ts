import { resolve } from "node:path";
import { defineConfig, type Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Packages that do not say that loading them does nothing: ml-kmeans takes two sums from one, and would bring a Fourier transform along. */
function withoutSideEffects(filter: RegExp): Plugin {
  return {
    name: "without-side-effects",
    setup(build) {
      build.onResolve({ filter }, async ({ path, pluginData, ...rest }) => {
        if (pluginData === "resolved") return;
        const found = await build.resolve(path, { ...rest, pluginData: "resolved" });
        return { ...found, sideEffects: false };
      });
    },
  };
}

/** ml-matrix is taken for its eigenvalue decomposition, which needs little of the matrix class that it comes with; ml-kmeans, as we call it, needs none. */
const smallMatrix: Plugin = {
  name: "small-matrix",
  setup(build) {
    const path = resolve("tools/small-matrix.mjs");
    build.onResolve({ filter: /^ml-matrix$|\/(matrix|WrapperMatrix2D)$/ }, ({ importer }) =>
      /\/ml-matrix\/src\/dc\/evd\.js$|\/ml-kmeans\//.test(importer) ? { path } : null,
    );
  },
};

const library: Options = {
  entry: {
    index: "src/index.ts",
    report: "src/report/index.ts",
    chart: "src/chart/index.ts",
    eurostat: "src/eurostat/index.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  dts: true,
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
  esbuildPlugins: [withoutSideEffects(/^(ml-spectra-processing|fft\.js)$/), smallMatrix],
  external: ["#csv-parse"],
};

/** csv-parse for browsers: 6 kB less (gzipped) than the copy that it brings for them. */
const csvForBrowsers: Options = {
  entry: { "csv-for-browsers": "tools/csv-for-browsers.mjs" },
  format: ["esm"],
  target: "es2022",
  noExternal: [/./],
  inject: ["tools/small-buffer.mjs"],
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

const builds: ReturnType<typeof defineConfig> = defineConfig([library, csvForBrowsers, examples]);

export default builds;
