/** A text, or a text per language: `"Basque Country"` or `{ en: "Basque Country", ru: "Страна Басков" }`. */
export type Text = string | { readonly [language: string]: string };

/**
 * The text in one language. A text per language that lacks it answers in English, and where that is missing too in the
 * first language given, so that a reader never meets an empty label.
 *
 * @example
 * ```ts
 * textIn({ en: "Tatarstan", ru: "Татарстан" }, "ru"); // => "Татарстан"
 * textIn("Piemonte", "ru"); // => "Piemonte"
 * ```
 */
export function textIn(text: Text, language = "en"): string {
  if (typeof text === "string") return text;
  const inLanguage = Object.hasOwn(text, language) ? text[language] : undefined;
  return inLanguage ?? text.en ?? Object.values(text)[0] ?? "";
}
