import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { checkFramework, checkOptions } from "../../src/shared/check.js";
import { FrameworkError, OptionsError } from "../../src/shared/errors.js";
import { errorOf, messagesOf } from "../support/problems.js";

const problems = (schema: z.ZodMiniType, value: unknown) =>
  messagesOf(() => checkOptions(z.strictObject({ value: schema }), { value }, "call"));

describe("each kind of wrong value is said in plain words", () => {
  it.each<[string, z.ZodMiniType, unknown, string]>([
    ["a number that is a text", z.number(), "5", 'a number, got "5".'],
    ["a number that is missing", z.number(), undefined, "a number, got nothing."],
    ["a number that is not finite", z.number(), Number.POSITIVE_INFINITY, "a finite number, got Infinity."],
    ["a number that is NaN", z.number(), Number.NaN, "a finite number, got NaN."],
    ["a whole number with a part", z.int(), 1.5, "a whole number, got 1.5."],
    ["a number that is a bigint", z.number(), 1n, "a number, got 1n."],
    ["a number below its minimum", z.number().check(z.minimum(0)), -1, "a number of at least 0, got -1."],
    ["a number above its maximum", z.number().check(z.maximum(1)), 2, "a number of at most 1, got 2."],
    ["a number at an open end", z.number().check(z.positive()), 0, "a number of more than 0, got 0."],
    ["a number at an open top", z.number().check(z.lt(1)), 1, "a number of less than 1, got 1."],
    ["a text that is a number", z.string(), 5, "a text, got 5."],
    ["a text that is empty", z.string().check(z.minLength(1)), "", 'a text of at least 1 character, got "".'],
    [
      "a text that is long",
      z.string().check(z.maxLength(2)),
      "abc",
      'a text of at most 2 characters, got "abc".',
    ],
    ["a switch", z.boolean(), "yes", 'true or false, got "yes".'],
    ["a list that is an object", z.array(z.string()), { a: 1 }, 'a list, got {"a":1}.'],
    [
      "a list that is empty",
      z.array(z.string()).check(z.minLength(1)),
      [],
      "a list of at least 1 entry, got [].",
    ],
    ["a pair that is a number", z.tuple([z.number(), z.number()]), 5, "a list of two, got 5."],
    ["an object that is null", z.strictObject({}), null, "an object, got null."],
    ["a record that is a list", z.record(z.string(), z.number()), [1], "an object, got [1]."],
    ["a literal", z.literal(1), 2, "1, got 2."],
    ["a choice", z.enum(["rank", "robust"]), 5, 'one of "rank", "robust", got 5.'],
    [
      "a misspelt choice",
      z.enum(["rank", "robust"]),
      "robbust",
      'one of "rank", "robust", got "robbust". Did you mean "robust"?',
    ],
    [
      "a format with words of its own",
      z.string().check(z.regex(/^a$/, "the letter a")),
      "b",
      'the letter a, got "b".',
    ],
  ])("%s", (_, schema, value, sentence) => {
    expect(problems(schema, value)).toEqual([`call.value: expected ${sentence}`]);
  });

  it("a check of its own keeps its message", () => {
    const even = z.number().check(z.refine((n) => n % 2 === 0, "expected an even number, got an odd one."));
    expect(problems(even, 3)).toEqual(["call.value: expected an even number, got an odd one."]);
  });
});

describe("unknown keys", () => {
  const schema = z.strictObject({ count: z.optional(z.number()), country: z.optional(z.string()) });

  it("are answered with the nearest known key", () => {
    expect(problems(schema, { cuont: 1 })).toEqual([
      'call.value: unknown key "cuont". Did you mean "count"?',
    ]);
  });

  it("are to be removed where none is near", () => {
    expect(problems(schema, { colour: 1, x: 2 })).toEqual([
      'call.value: unknown keys "colour", "x". Remove or rename.',
    ]);
  });

  it("include an own __proto__, wherever it stands, and once", () => {
    const proto = JSON.parse('{"__proto__":1}');
    expect(problems(schema, proto)).toEqual(['call.value: unknown key "__proto__". Remove or rename.']);
    expect(problems(schema, { ...proto, colour: 1 })).toEqual([
      'call.value: unknown key "__proto__". Remove or rename.',
      'call.value: unknown key "colour". Remove or rename.',
    ]);
    expect(problems(z.array(z.record(z.string(), z.number())), [{}, proto])).toEqual([
      'call.value[1]: unknown key "__proto__". Remove or rename.',
    ]);
  });

  it("do not send a circular value round for ever", () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    expect(problems(z.number(), circular)).toEqual(["call.value: expected a number, got [object Object]."]);
  });
});

describe("a choice of shapes", () => {
  const impute = z.union([
    z.enum(["none", "median"]),
    z.strictObject({ method: z.literal("nearest"), neighbours: z.optional(z.int().check(z.minimum(1))) }),
    z.strictObject({ method: z.literal("group-median"), by: z.optional(z.string()) }),
  ]);

  it("is answered with all that would have been allowed when none was meant", () => {
    expect(problems(impute, "mean")).toEqual([
      'call.value: expected one of "none", "median" or an object, got "mean". Did you mean "median"?',
    ]);
    expect(problems(impute, 5)).toEqual([
      'call.value: expected one of "none", "median" or an object, got 5.',
    ]);
  });

  it("is answered with the problems of the shape that was meant", () => {
    expect(problems(impute, { method: "nearest", neighbours: 0 })).toEqual([
      "call.value.neighbours: expected a number of at least 1, got 0.",
    ]);
    expect(problems(impute, { method: "nearest", neighbour: 5 })).toEqual([
      'call.value: unknown key "neighbour". Did you mean "neighbours"?',
    ]);
    expect(problems(impute, { method: "group-median", by: 5 })).toEqual([
      "call.value.by: expected a text, got 5.",
    ]);
  });
});

describe("checkOptions", () => {
  const schema = z.strictObject({ count: z._default(z.int(), 20), name: z.optional(z.string()) });

  it("fills in defaults, for undefined and null options too", () => {
    for (const options of [undefined, null, {}])
      expect(checkOptions(schema, options, "f")).toEqual({ count: 20 });
  });

  it("leaves out what is given as undefined, so that JSON changes nothing", () => {
    const checked = checkOptions(schema, { count: undefined, name: undefined }, "f");
    expect(Object.keys(checked)).toEqual(["count"]);
  });

  it("throws one OptionsError with all problems, each with its path", () => {
    const error = errorOf(() => checkOptions(schema, { count: "x", name: 5 }, "f"));
    expect(error).toBeInstanceOf(OptionsError);
    expect(error.issues).toEqual([
      { code: "invalid-option", path: "f.count", message: 'f.count: expected a number, got "x".' },
      { code: "invalid-option", path: "f.name", message: "f.name: expected a text, got 5." },
    ]);
  });

  it("names lists by position", () => {
    const list = z.strictObject({ pairs: z.array(z.tuple([z.number(), z.number()])) });
    expect(
      messagesOf(() =>
        checkOptions(
          list,
          {
            pairs: [
              [1, 2],
              [1, "2"],
            ],
          },
          "f",
        ),
      ),
    ).toEqual(['f.pairs[1][1]: expected a number, got "2".']);
  });
});

describe("checkFramework", () => {
  it("throws a FrameworkError whose paths begin in the document", () => {
    const error = errorOf(() => checkFramework(z.strictObject({ id: z.string() }), { id: 5 }));
    expect(error).toBeInstanceOf(FrameworkError);
    expect(error.issues).toEqual([
      { code: "invalid-framework", path: "id", message: "id: expected a text, got 5." },
    ]);
  });
});
