import { en } from "./en.js";
import { ru } from "./ru.js";
import type { Words } from "./words.js";

/** The languages of the page, by their codes. */
export const catalogues: { readonly [language in "en" | "ru"]: Words } = { en, ru };
