import { textIn } from "reference-regions";
import { describe, expect, it } from "vitest";

describe("textIn", () => {
  const text = { ru: "Татарстан", en: "Tatarstan", tt: "Татарстан (тат.)" };

  it.each([
    ["a text in every language", "Piemonte", "ru", "Piemonte"],
    ["the language asked for", text, "tt", "Татарстан (тат.)"],
    ["English where the language is missing", text, "de", "Tatarstan"],
    ["the first language given where English is missing too", { ru: "Казань", tt: "Казан" }, "de", "Казань"],
    ["nothing where there is nothing", {}, "en", ""],
    ["an empty text as it stands", { en: "x", ru: "" }, "ru", ""],
  ])("answers with %s", (_, given, language, expected) => {
    expect(textIn(given, language)).toBe(expected);
  });

  it("answers in English unless asked otherwise", () => {
    expect(textIn(text)).toBe("Tatarstan");
  });

  it.each(["constructor", "toString", "__proto__"])("takes %s for a language that is missing", (language) => {
    expect(textIn(text, language)).toBe("Tatarstan");
  });
});
