import { buildSpace, findReferenceRegions, prepare, type ReferenceOptions } from "reference-regions";
import { describe, expect, it } from "vitest";
import { makeTable } from "../support/tables.js";

const row = (
  code: string,
  country: string | null,
  lat: number | null,
  lon: number | null,
  kind: string | null,
) => ({
  code,
  country,
  lat,
  lon,
  kind,
});
// One degree of latitude is 111.2 km: BB1 is that far from the target, BB2 three times.
const regions = [
  row("AA1", "AA", 50, 8, "city"),
  row("AA2", "AA", 50, 9, "coast"),
  row("BB1", "BB", 51, 8, "city"),
  row("BB2", "BB", 53, 8, null),
  row("CC1", "CC", null, null, "coast"),
  row("DD1", null, -30, 100, "inland"),
];
const table = makeTable({ x: [0, 1, 2, 3, 4, 5] }, { regions });
const space = buildSpace(prepare(table));

function judge(options: ReferenceOptions) {
  const { regions: listed, excluded, notes } = findReferenceRegions(space, "AA1", options);
  return { listed: listed.map(({ id }) => id), excluded, notes };
}

describe("exclude", () => {
  it("leaves out the own country; a region without country is not in it", () => {
    const { listed, excluded } = judge({ exclude: { sameCountry: true } });
    expect(listed).toEqual(["BB1", "BB2", "CC1", "DD1"]);
    expect(excluded).toEqual([
      { id: "AA2", reason: "same-country", message: "in the target's own country (AA)" },
    ]);
  });

  it("leaves out regions by id", () => {
    const { listed, excluded } = judge({ exclude: { regions: ["BB1", "DD1"] } });
    expect(listed).toEqual(["AA2", "BB2", "CC1"]);
    expect(excluded.map(({ id, reason }) => `${id} ${reason}`)).toEqual(["BB1 listed", "DD1 listed"]);
    expect(excluded[0]!.message).toBe("listed by the caller");
  });

  it("leaves out regions by an attribute with any of the values", () => {
    const { listed, excluded } = judge({ exclude: { attribute: { kind: ["city", "inland"] } } });
    expect(listed).toEqual(["AA2", "BB2", "CC1"]);
    expect(excluded[0]).toEqual({ id: "BB1", reason: "attribute", message: "of kind city or inland" });
  });

  it("leaves out regions within a distance, the limit included", () => {
    expect(judge({ exclude: { withinKilometres: 111 } }).listed).toEqual(["BB1", "BB2", "CC1", "DD1"]);
    expect(judge({ exclude: { withinKilometres: 111.2 } }).listed).toEqual(["BB2", "CC1", "DD1"]);
  });

  it("does not leave out a region whose place is unknown, and says so", () => {
    const { listed, notes } = judge({ exclude: { withinKilometres: 20_100 } });
    expect(listed).toEqual(["CC1"]);
    expect(notes.filter(({ code }) => code === "unknown-place")).toMatchObject([{ regions: ["CC1"] }]);
  });

  it("leaves out a region that fits any key, and gives the first as the reason", () => {
    const { listed, excluded } = judge({ exclude: { sameCountry: true, attribute: { kind: ["coast"] } } });
    expect(listed).toEqual(["BB1", "BB2", "DD1"]);
    expect(excluded.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
      "AA2 same-country",
      "CC1 attribute",
    ]);
  });

  it("with a key set to false asks nothing", () => {
    expect(judge({ exclude: { sameCountry: false, nested: false } }).listed.length).toBe(5);
  });
});

describe("only", () => {
  it("keeps the regions that fit every key, and says which they do not fit", () => {
    const { listed, excluded } = judge({
      only: { attribute: { kind: ["city", "coast"] }, withinKilometres: 120 },
    });
    expect(listed).toEqual(["AA2", "BB1"]);
    expect(excluded).toEqual([
      { id: "BB2", reason: "not-within-kilometres", message: "not within 120 km of the target" },
      {
        id: "CC1",
        reason: "not-within-kilometres",
        message: "of unknown place, so not known to be within 120 km of the target",
      },
      { id: "DD1", reason: "not-within-kilometres", message: "not within 120 km of the target" },
    ]);
  });

  it("leaves out a region whose place is unknown, and says that it is unknown, not that it is far", () => {
    const { excluded, notes } = judge({ only: { withinKilometres: 20_100 } });
    expect(excluded.map(({ id }) => id)).toEqual(["CC1"]);
    const told = [excluded[0]!.message, ...notes.map(({ message }) => message)].join(" ");
    expect(told).toMatch(/unknown|no latitude/);
  });

  it("can ask for the own country", () => {
    expect(judge({ only: { sameCountry: true } }).listed).toEqual(["AA2"]);
  });

  it("yields to exclude", () => {
    const { listed, excluded } = judge({ only: { regions: ["AA2", "BB1"] }, exclude: { regions: ["AA2"] } });
    expect(listed).toEqual(["BB1"]);
    expect(excluded[0]!.reason).toBe("listed");
    expect(excluded[1]!.reason).toBe("not-listed");
  });
});

describe("pin", () => {
  it("lists a region whatever the other options say, at its true rank", () => {
    const options = { exclude: { sameCountry: true }, pin: ["AA2", "DD1"], count: 2, maxDistance: 0.2 };
    const { regions: listed } = findReferenceRegions(space, "AA1", options);
    expect(listed.map(({ id, rank, pinned }) => [id, rank, pinned])).toEqual([
      ["AA2", 1, true],
      ["BB1", 2, false],
      ["DD1", 5, true],
    ]);
  });
});

describe("eligible", () => {
  it("is a test of one's own, or the ids that pass it", () => {
    const own = judge({ eligible: ({ country }) => country === "BB" });
    expect(own.listed).toEqual(["BB1", "BB2"]);
    expect(own.excluded[0]).toEqual({
      id: "AA2",
      reason: "not-eligible",
      message: "not eligible by the caller's own test",
    });
    expect(judge({ eligible: ["BB1", "BB2"] }).listed).toEqual(["BB1", "BB2"]);
  });

  it("is kept as ids in the recipe", () => {
    const { recipe } = findReferenceRegions(space, "AA1", { eligible: ({ country }) => country === "BB" });
    expect(recipe.plan.reference).toMatchObject({ eligible: ["BB1", "BB2"] });
  });
});
