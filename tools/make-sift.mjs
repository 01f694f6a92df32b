// Turns src/space/nearest/sift.wat into the bytes that src/space/nearest/sift-code.ts holds: `node tools/make-sift.mjs` writes that file. A test holds
// the two against each other.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import makeWabt from "wabt";

const at = (path) => fileURLToPath(new URL(`../src/space/nearest/${path}`, import.meta.url));

export async function compileSift() {
  const wabt = await makeWabt();
  const module = wabt.parseWat("sift.wat", readFileSync(at("sift.wat"), "utf8"), { simd: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  return Buffer.from(buffer).toString("base64");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const code = await compileSift();
  writeFileSync(
    at("sift-code.ts"),
    `/** sift.wat as WebAssembly, in base64. Made by tools/make-sift.mjs. */\nexport const siftCode =\n  "${code}";\n`,
  );
}
