import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { explorerPageForTests } from "./tools/explorer-page.js";

/** Tests of the package as it is installed: they build and pack it first. All others read the sources. */
const packed = ["test/package/**/*.test.ts", "test/docs/pages.test.ts"];

/** Tests of the installed package in a browser: `npm run test:browser`. */
const browser = ["test/browser/**/*.test.ts"];

/** The installed package under other lines of Node: `npm run test:versions`, which fetches them. */
const lines = ["test/versions/**/*.test.ts"];

/** Tests of the example that is a server: they build its threads first. */
const backend = ["test/backend/**/*.test.ts"];

const source = (path: string): string => fileURLToPath(new URL("./", import.meta.url)) + path.slice(2);

/** The package by its own name is the sources as they are now. */
const sources = [
  { find: /^reference-regions$/, replacement: source("./src/index.ts") },
  {
    find: /^reference-regions\/(report|chart|eurostat|schemas)$/,
    replacement: source("./src/$1/index.ts"),
  },
];

const config: ViteUserConfig = defineConfig({
  test: {
    coverage: { include: ["src/**"] },
    projects: [
      {
        plugins: [explorerPageForTests()],
        resolve: { alias: sources },
        test: {
          name: "source",
          include: ["test/**/*.test.ts"],
          exclude: [...packed, ...browser, ...backend, ...lines],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [explorerPageForTests()],
        resolve: {
          alias: [
            ...sources,
            { find: /^reference-regions\/explorer$/, replacement: source("./src/explorer/index.ts") },
          ],
        },
        test: {
          name: "backend",
          include: backend,
          globalSetup: "test/support/build-backend.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "package",
          include: packed,
          globalSetup: "test/support/install-package.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "versions",
          include: lines,
          globalSetup: ["test/support/install-node-versions.ts", "test/support/install-package.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: browser,
          globalSetup: ["test/support/find-chromium.ts", "test/support/install-package.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});

export default config;
