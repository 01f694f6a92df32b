import { schemas } from "reference-regions/schemas";
import { describe, expect, it } from "vitest";
import type { DocumentName } from "../../tools/document-schemas.js";
import { damages, placesOf, validator } from "../support/schema-damage.js";
import { samples } from "./documents.js";

const names = Object.keys(schemas) as DocumentName[];

/** Notes and recipes have members that only some kinds of results use. */
const ofAllResults = /^#\/\$defs\/(?:Note|Recipe)\b/;
const reachedBy: Set<string>[] = [];

describe.each(names)("the schema of %s", (name) => {
  const schema = schemas[name];
  const fits = validator(schema);
  const seen = new Set<string>();
  reachedBy.push(seen);
  const damaged = samples[name].flatMap((sample) => damages(schema, sample, seen));

  it("accepts what the library makes", () => {
    expect(samples[name].length).toBeGreaterThan(1);
    expect(samples[name].filter((sample) => !fits(sample))).toEqual([]);
  });

  it("refuses it without a required member, and with a value of another type at any place", () => {
    expect(damaged.length).toBeGreaterThan(10);
    const passed = damaged.filter(({ document }) => fits(document));
    expect(passed.map(({ place, how }) => `${place} ${how}`)).toEqual([]);
  });

  it("has no place that these documents do not reach", () => {
    const all = placesOf(schema).all.filter((place) => !ofAllResults.test(place));
    expect(all.filter((place) => !seen.has(place))).toEqual([]);
  });

  it("leaves nothing open but what a note says, and what a call was given", () => {
    const open = placesOf(schema).open.map((place) => place.slice(place.indexOf("/") + 1));
    const meant = [
      "$defs/Note/additionalProperties",
      "$defs/Recipe/properties/plan/additionalProperties",
      "$defs/Recipe/properties/call/properties/options",
    ];
    expect(open.filter((place) => !meant.includes(place))).toEqual([]);
  });
});

it("what notes and recipes can say is reached in one document or another", () => {
  const all = names.flatMap((name) => placesOf(schemas[name]).all);
  const unreached = all.filter((place) => !reachedBy.some((seen) => seen.has(place)));
  expect(unreached.filter((place) => ofAllResults.test(place))).toEqual([]);
});
