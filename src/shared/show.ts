const LONGEST = 80;

/** A value as a message shows it: as JSON where it has one, cut when it is long. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "function") return "a function";
  if (typeof value === "string") return JSON.stringify(cut(value));
  if (typeof value === "bigint") return `${value}n`;
  return cut(typeof value === "object" ? objectText(value) : String(value));
}

function objectText(value: object | null): string {
  const kind = Object.prototype.toString.call(value);
  try {
    return JSON.stringify(value) ?? kind;
  } catch {
    return kind;
  }
}

/** A text as a message has room for it. */
export function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
}
