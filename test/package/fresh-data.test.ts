import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { structural } from "../../src/eurostat/frameworks/structural.js";
import { cubesOf, tablesOf } from "../support/eurostat-cubes.js";
import { serveEurostat, steps } from "../support/eurostat-server.js";
import { runNode } from "../support/run-in-project.js";

const example = "node_modules/reference-regions/dist/examples/fresh-data.js";
const geos = ["AT11", "AT21", "AT22", "ES11", "ES12", "ES21", "ES22", "FRI1", "ITC1", "ITC4", "PL21", "SE11"];
const home = mkdtempSync(join(tmpdir(), "fresh-data-"));
const folder = join(home, "files");

beforeAll(() => {
  mkdirSync(folder);
  for (const [dataset, tsv] of Object.entries(cubesOf(structural, geos, [2021, 2022]))) {
    // Half of them packed, as Eurostat sends them.
    if (dataset < "lfst") writeFileSync(join(folder, `${dataset}.tsv.gz`), gzipSync(tsv));
    else writeFileSync(join(folder, `${dataset}.tsv`), tsv);
  }
});
afterAll(() => rmSync(home, { recursive: true }));

test("the shipped example makes a table of files in a folder, and finds reference regions in it", () => {
  const printed = runNode([example, "ITC4", "--count", "5", "--folder", folder]);
  expect(printed).toMatch(/: 12 regions, 43 indicators\nStructural figures: 420 of 420 \(100 %\)\n/);
  expect(printed).toMatch(/^pop_density +100 % {2}2022$/m);
  expect(printed).toMatch(/^Reference regions of ITC4 \(ITC4\)\nData: .+, figures of 2022\n/m);
  expect(printed.match(/^ +\d {2}[A-Z]{2}[A-Z0-9]{2} /gm)).toHaveLength(5);
  expect(printed).toMatch(/^gdp_pps_hab +\d+\.?\d* {2}2022 .*PPS per inhabitant$/m);
  expect(printed).toMatch(/^- European Quality of Government Index \(eqi\): .*https:/m);
});

test("the shipped example goes on without a file that is missing, and says which indicators that costs", () => {
  rmSync(join(folder, "htec_emp_reg2.tsv.gz"));
  const printed = runNode([example, "--folder", folder, "--year", "2021"]);
  expect(printed).toMatch(
    /^Without 2 indicators, for there is no file of htec_emp_reg2: emp_hightech_manufacturing, emp_hightech_services$/m,
  );
  expect(printed).toMatch(/: 12 regions, 41 indicators\n/);
  expect(printed).toMatch(/^pop_density +100 % {2}2021$/m);
});

test("the shipped example downloads, and the next time only asks whether what it has still holds", async () => {
  const server = await serveEurostat(tablesOf(cubesOf(structural, geos, [2021, 2022])), {
    always: steps.marked('"1"'),
  });
  const args = [example, "--count", "5", "--base-url", server.baseUrl, "--cache", join(home, "replies")];
  const run = () => promisify(execFile)(process.execPath, args, { cwd: inject("project") });
  const [first, second] = [await run(), await run()];
  await server.close();
  expect(first.stdout).toMatch(/: 12 regions, 43 indicators\nStructural figures: 420 of 420 \(100 %\)\n/);
  expect(first.stdout).toMatch(/^Reference regions of Name of ES21 \(ES21\)$/m);
  expect(second.stdout).toBe(first.stdout);
  const known = server.requests.map(({ headers }) => headers["if-none-match"]);
  expect(known).toEqual([...Array(18).fill(undefined), ...Array(18).fill('"1"')]);
});

test("the shipped example says what failed without a network, and how to go on", async () => {
  const args = [example, "--base-url", await closedPort(), "--retries", "0", "--cache", join(home, "cache")];
  const run = () => runNode(args);
  expect(run).toThrow(
    /ended with 1:\nEurostat did not give 17 of 17 data sets\.\n- demo_r_pjanaggr3: expected data /,
  );
  expect(run).toThrow(/\n {2}The same \(network\): demo_r_d3dens, .*, demo_r_mlifexp\n/);
  expect(run).toThrow(/\n {4}demo_r_pjanaggr3\.tsv\.gz {2}https:\/\/.*\/demo_r_pjanaggr3\?format=TSV/);
  expect(run).toThrow(/npm run example:fresh -- --folder FOLDER/);
});

/** An address at which nobody listens: a server took a free port, and left it. */
function closedPort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  return new Promise((resolve) => {
    server.on("listening", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(`http://127.0.0.1:${port}`));
    });
  });
}

test("the shipped example names the data sets whose codes are others now, and does without them on request", () => {
  const tsv = cubesOf(structural, geos, [2022]).trng_lfse_04!.replaceAll("Y25-64", "Y25-65");
  writeFileSync(join(folder, "trng_lfse_04.tsv"), tsv);
  const args = [example, "--folder", folder];
  expect(() => runNode(args)).toThrow(
    /got "Y25-64"\. Did you mean "Y25-65"\?[\s\S]*--without trng_lfse_04$/m,
  );
  expect(runNode([...args, "--without", "trng_lfse_04"])).toMatch(/: 12 regions, 40 indicators\n/);
});

test("the shipped example says so where a folder has no file of any data set", () => {
  expect(() => runNode([example, "--folder", home])).toThrow(/ended with 1:\nNo file of a data set in /);
});
