import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extendRecipe, startRecipe } from "../../src/shared/recipe.js";
import { version } from "../../src/shared/version.js";

describe("a recipe", () => {
  it("begins with the package, its version and the framework", () => {
    const { version: released } = JSON.parse(
      readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
    );
    expect(version).toBe(released);
    expect(startRecipe("own")).toEqual({ package: "reference-regions", version, framework: "own", plan: {} });
  });

  it("grows by one stage at a time, and the earlier one stays as it was", () => {
    const first = extendRecipe(startRecipe("own"), "prepare", { impute: "none" });
    const second = extendRecipe(first, "weigh", { scheme: "equal" });
    expect(Object.keys(first.plan)).toEqual(["prepare"]);
    expect(second.plan).toEqual({ prepare: { impute: "none" }, weigh: { scheme: "equal" } });
  });
});
