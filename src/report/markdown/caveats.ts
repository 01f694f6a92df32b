import type { Note } from "../../shared/note.js";
import type { Context } from "./context.js";
import { bullets, plain } from "./write.js";

/** Told in a section of their own. */
const TOLD: readonly string[] = ["low-coverage", "often-enters"];

/** Every note on the way, once. */
export function caveats({ say, format, notes, weights }: Context): string[] {
  const told = new Set([...notes, ...weights.notes].filter(({ code }) => !TOLD.includes(code)).map(sentence));
  return [`## ${say.headings.caveats}`, told.size === 0 ? say.noCaveat : bullets([...told])];

  function sentence(note: Note): string {
    const preset = note.code === "plan" ? say.presets[String(note.plan)] : undefined;
    const own = preset === undefined ? note : { ...note, description: preset };
    return plain(say.notes[note.code]?.(own, format) ?? note.message);
  }
}
