/** The beginning of a long passage, as far as a sentence about it can quote. */
export function shortened(text: string): string {
  return text.length > 140 ? `${text.slice(0, 139).trimEnd()}…` : text
}
