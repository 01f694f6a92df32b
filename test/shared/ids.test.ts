import { describe, expect, it } from "vitest";
import { byId, byKey, isReservedName, positionsOf } from "../../src/shared/ids.js";

describe("byId", () => {
  it("orders by code units, the same on every machine", () => {
    const ids = ["b", "a", "Z", "ä", "10", "9", "", "a"].map((id) => ({ id }));
    expect(ids.sort(byId).map(({ id }) => id)).toEqual(["", "10", "9", "Z", "a", "a", "b", "ä"]);
  });
});

describe("isReservedName", () => {
  it.each([
    "__proto__",
    "constructor",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "__defineGetter__",
    "prototype",
  ])("holds for %s", (name) => {
    expect(isReservedName(name)).toBe(true);
  });

  it.each(["", "name", "length", "Constructor", "proto", "ES21"])("does not hold for %j", (name) => {
    expect(isReservedName(name)).toBe(false);
  });
});

describe("byKey", () => {
  it("makes an object in the order of the list", () => {
    const made = byKey(
      ["b", "a"],
      (item) => item,
      (item, i) => `${item}${i}`,
    );
    expect(Object.entries(made)).toEqual([
      ["b", "b0"],
      ["a", "a1"],
    ]);
  });

  it("makes every key an own property, whatever its name", () => {
    const made = byKey(
      ["__proto__", "constructor"],
      (item) => item,
      () => 1,
    );
    expect(Object.keys(made)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  });
});

describe("positionsOf", () => {
  const list = [{ id: "A" }, { id: "__proto__" }, { id: "B" }];

  it("knows the position of each id and nothing else", () => {
    const positions = positionsOf(list);
    expect([positions.get("A"), positions.get("__proto__"), positions.get("B")]).toEqual([0, 1, 2]);
    expect(positions.get("constructor")).toBeUndefined();
  });

  it("is made once for a list, and anew for another", () => {
    expect(positionsOf(list)).toBe(positionsOf(list));
    expect(positionsOf([...list])).not.toBe(positionsOf(list));
  });
});
