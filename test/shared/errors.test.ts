import { describe, expect, it } from "vitest";
import {
  DataError,
  FrameworkError,
  type Issue,
  issueAt,
  OptionsError,
  optionsError,
  type Place,
  ReferenceRegionsError,
} from "../../src/shared/errors.js";

const issue = (code: string, i = 0): Issue => issueAt(code, { line: i }, "expected a, got b.");

describe("issueAt puts the place in front of the sentence", () => {
  it.each<[Place, string]>([
    [{}, "expected a, got b."],
    [{ line: 17, column: "rd_gerd", region: "ES21" }, "line 17, column rd_gerd (ES21): expected a, got b."],
    [{ row: 3 }, "row 3: expected a, got b."],
    [{ region: "ES21" }, "region ES21: expected a, got b."],
    [{ path: "plan.reference.count" }, "plan.reference.count: expected a, got b."],
    [
      { path: "indicators[0].range", indicator: "age" },
      "indicators[0].range, indicator age: expected a, got b.",
    ],
    [
      { line: 2, column: "value", indicator: "age" },
      "line 2, column value, indicator age: expected a, got b.",
    ],
    [{ line: 2, column: "age", indicator: "age" }, "line 2, column age: expected a, got b."],
  ])("%j", (place, message) => {
    expect(issueAt("some-code", place, "expected a, got b.")).toEqual({
      code: "some-code",
      message,
      ...place,
    });
  });

  it("cuts long names in the message, and keeps them in the place", () => {
    const long = "x".repeat(1000);
    const made = issueAt("c", { column: long, region: long }, "s");
    expect(made.message).toBe(`column ${"x".repeat(77)}... (${"x".repeat(77)}...): s`);
    expect(made.column).toBe(long);
  });
});

describe("an error", () => {
  it("of one issue says its message and has its code", () => {
    const error = new DataError([issue("a", 4)]);
    expect([error.message, error.code]).toEqual(["line 4: expected a, got b.", "a"]);
  });

  it("of several issues has the code that all share, or several-problems", () => {
    expect(new DataError([issue("a"), issue("a")]).code).toBe("a");
    expect(new DataError([issue("a"), issue("b")]).code).toBe("several-problems");
  });

  it.each([20, 21, 100])("shows at most twenty of its issues: %d", (count) => {
    const error = new DataError(Array.from({ length: count }, (_, i) => issue("a", i)));
    const lines = error.message.split("\n");
    expect(lines[0]).toBe(`${count} problems:`);
    expect(lines.filter((line) => line.startsWith("- line"))).toHaveLength(20);
    expect(lines.slice(21)).toEqual(
      count > 20 ? [`- and ${count - 20} more: all are in the error's "issues"`] : [],
    );
    expect(error.issues).toHaveLength(count);
  });

  it.each([
    ["DataError", DataError],
    ["FrameworkError", FrameworkError],
    ["OptionsError", OptionsError],
  ])("%s has its name, its family and its cause", (name, type) => {
    const cause = new Error("below");
    const error = new type([issue("a")], { cause });
    expect(error).toBeInstanceOf(ReferenceRegionsError);
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.cause]).toEqual([name, cause]);
    expect(error.stack).toContain("errors.test");
    expect(String(error)).toBe(`${name}: line 0: expected a, got b.`);
  });

  it("has a JSON form without stack and cause", () => {
    const error = new OptionsError([issue("a")], { cause: new Error("below") });
    expect(JSON.parse(JSON.stringify({ error }))).toEqual({
      error: {
        name: "OptionsError",
        code: "a",
        message: "line 0: expected a, got b.",
        issues: [{ code: "a", line: 0, message: "line 0: expected a, got b." }],
      },
    });
  });
});

describe("optionsError", () => {
  it("is one problem of a call, ready to throw", () => {
    const error = optionsError("bad-count", { path: "count" }, "expected 1, got 0.");
    expect(error).toBeInstanceOf(OptionsError);
    expect(error.issues).toEqual([
      { code: "bad-count", message: "count: expected 1, got 0.", path: "count" },
    ]);
  });
});
