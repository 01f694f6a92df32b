/** A share in percent, to one decimal where it has one. */
export function percent(share: number): string {
  return `${Math.round(1000 * share) / 10} %`;
}
