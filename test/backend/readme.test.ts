import { exec } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Server } from "../../examples/backend/server.js";
import { openServer } from "../support/backend.js";
import { readBlocks } from "../support/read-markdown.js";
import { listen } from "../support/sockets.js";

const commands = readBlocks(readFileSync("README.md", "utf8"))
  .filter(({ language, code, output }) => language === "sh" && code.startsWith("curl ") && output !== null)
  .map((block) => [`line ${block.line}`, block] as const);

describe("the curl lines of the README print what it says", () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = await openServer();
    port = await listen(server.app);
  });
  afterAll(() => server.app.close());

  test("there are three", () => {
    expect(commands).toHaveLength(3);
  });

  test.for(commands)("%s", async ([, { code, output }]) => {
    // The address of the README is the one at which `npm run example:backend` listens.
    expect(code).toContain("localhost:3000/");
    const here = code.replace("localhost:3000", `127.0.0.1:${port}`);
    expect(await printed(here)).toBe(output!.trimEnd());
  });
});

/** What a command prints, as one sees it (CSV ends its lines with \\r\\n); the server answers from this process, so that nothing may wait for it. */
function printed(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    exec(command, (error, out) => (error ? reject(error) : resolve(out.replaceAll("\r\n", "\n").trimEnd())));
  });
}
