const rules: Intl.PluralRules = /* @__PURE__ */ new Intl.PluralRules("ru");

/** A number with the form of the noun that it takes: 1 регион, 2 региона, 5 регионов. */
export function count(n: number, one: string, few: string, many: string): string {
  return `${n} ${{ one, few }[rules.select(n) as "one" | "few"] ?? many}`;
}
