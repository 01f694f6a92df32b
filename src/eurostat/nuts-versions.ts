/** The versions of NUTS by the year that names them. */
export const nutsVersions = ["2003", "2006", "2010", "2013", "2016", "2021", "2024"] as const;

/**
 * Codes of levels 1 and 2 that not every version has: the first version that has them, the last, and the codes. A code that is not named
 * here says nothing of its version. Codes of level 3 begin with that of their region of level 2, and are judged by it.
 */
const TELLING: readonly (readonly [first: string, last: string, codes: string])[] = [
  ["2003", "2003", "BG1 BG2 DEE1 DEE2 DEE3 DK00 RO0 SE0 SI00 UKM1 UKM4"],
  ["2003", "2006", "DE41 DE42 DED1 DED3 FI13 FI18 FI1A GR ITD ITE UKD2 UKD5"],
  ["2003", "2010", "FR9 UKI1 UKI2"],
  ["2003", "2013", "FR2 FR3 FR4 FR5 FR6 FR7 FR8 HU10 IE01 IE02 LT00 PL1 PL3 UKM2 UKM3"],
  ["2003", "2016", "NO01 NO03 NO04 NO05"],
  ["2003", "2021", "NL31 NL33 PT16 PT17 PT18"],
  ["2006", "2010", "SI01 SI02"],
  ["2006", "2024", "BG3 BG4 DEE0 DK01 DK02 DK03 DK04 DK05 RO1 RO2 RO3 RO4 SE1 SE2 SE3 UKM5 UKM6"],
  ["2010", "2010", "EL1 EL2"],
  ["2010", "2016", "HR04"],
  ["2010", "2024", "DE40 DED4 DED5 EL3 EL4 FI1B FI1C FI1D HR0 ITH ITI UKD6 UKD7"],
  ["2013", "2013", "FRA"],
  ["2013", "2024", "EL5 EL6 SI03 SI04 UKI3 UKI4 UKI5 UKI6 UKI7"],
  [
    "2016",
    "2024",
    "FRB FRC FRD FRE FRF FRG FRH FRI FRJ FRK FRL FRM FRY HU11 HU12 IE04 IE05 IE06 LT01 LT02 PL7 PL8 PL9 UKM7 UKM8 UKM9",
  ],
  ["2021", "2024", "HR02 HR05 HR06 NO08 NO09 NO0A NO0B"],
  ["2024", "2024", "NL35 NL36 PT19 PT1A PT1B PT1C PT1D"],
];

const spans: ReadonlyMap<string, readonly [string, string]> = new Map(
  TELLING.flatMap(([first, last, codes]) => codes.split(" ").map((code) => [code, [first, last]] as const)),
);

/** The versions of NUTS in which a code may stand, as far as its beginning tells. */
export function versionsOf(code: string): string[] {
  let first = "";
  let last = "9999";
  for (let length = 2; length <= code.length; length++) {
    const span = spans.get(code.slice(0, length));
    if (span === undefined) continue;
    if (span[0] > first) first = span[0];
    if (span[1] < last) last = span[1];
  }
  return nutsVersions.filter((version) => version >= first && version <= last);
}

/** The countries whose regions have codes of this form: members, EFTA, candidates, and the United Kingdom. */
const COUNTRIES: ReadonlySet<string> = new Set(
  "AL AT BA BE BG CH CY CZ DE DK EE EL ES FI FR GE HR HU IE IS IT LI LT LU LV MD ME MK MT NL NO PL PT RO RS SE SI SK TR UA UK XK".split(
    " ",
  ),
);

/** Codes of ISO 3166 that Eurostat writes otherwise. */
const OTHERWISE: { readonly [iso: string]: string } = { GR: "EL", GB: "UK" };

/** What the form of a code says; `null` for what has no such form: aggregates (`EU27_2020`), other countries, other codes. */
export interface NutsForm {
  readonly country: string;
  readonly level: 0 | 1 | 2 | 3;
  /** The code as Eurostat writes it, where it begins with `GR` or `GB`. */
  readonly correction: string | null;
}

/** Takes a code apart: two letters for the country, then a letter or digit a level. */
export function nutsForm(code: string): NutsForm | null {
  if (!/^[A-Z]{2}[0-9A-Z]{0,3}$/.test(code)) return null;
  const given = code.slice(0, 2);
  const country = OTHERWISE[given] ?? given;
  if (!COUNTRIES.has(country)) return null;
  const correction = country === given ? null : country + code.slice(2);
  return { country, level: (code.length - 2) as 0 | 1 | 2 | 3, correction };
}
