/** What becomes of flagged figures, by flag. */
export interface FlagChoices {
  readonly [flag: string]: "keep" | "drop";
}

/**
 * Whether a flag is one that is left out. A key means a whole flag (`"bp"`, `"p@C"`), a letter before the `@`, or a status of
 * confidentiality behind it (`"@D"`, or `"D"`). `c` and `C` mean "confidential" however a file writes it, `c` or `@C`. No other small
 * letter reaches behind the `@`: there `D` means secondary confidentiality, while the flag `d` means a definition that differs.
 */
export function dropsFlag(choices: FlagChoices, flag: string | null): boolean {
  if (flag === null) return false;
  const [letters = "", status = ""] = flag.split("@");
  const statuses = [...status.toUpperCase()];
  const isConfidential = letters.includes("c") || statuses.includes("C");
  const keys = [
    flag,
    ...letters,
    ...statuses,
    ...statuses.map((letter) => `@${letter}`),
    ...(isConfidential ? ["c", "C"] : []),
  ];
  return keys.some((key) => Object.hasOwn(choices, key) && choices[key] === "drop");
}
