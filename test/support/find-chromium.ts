import { accessSync, constants } from "node:fs";

/** The browser of the browser tests: Debian's Chromium; `CHROMIUM` names another. */
export const chromiumPath: string = process.env.CHROMIUM || "/usr/bin/chromium";

/** Fails where there is no browser, before anything is built for it. */
export default function setup(): void {
  try {
    accessSync(chromiumPath, constants.X_OK);
  } catch {
    throw new Error(
      `The browser tests need Chromium, and ${chromiumPath} cannot be run: install it (on Debian and Ubuntu "apt-get install --no-install-recommends chromium"), or name another with CHROMIUM=/path/to/chromium.`,
    );
  }
}
