/** Tells whether a hyphen at the end of a line is the word's own or was only put there to break it. */
export class Hyphens {
  readonly #words: ReadonlySet<string>

  /** `lines`: all of the text, which shows how it writes its words elsewhere. */
  constructor(lines: readonly string[]) {
    const words = new Set<string>()
    for (const line of lines)
      for (const word of line.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [])
        words.add(word.toLowerCase())
    this.#words = words
  }

  /** What joins a line to the next: nothing, a space, or nothing once its hyphen is dropped. */
  between(before: string, line: string): "join" | "drop" | "space" {
    if (/\u00ad$/.test(before)) return "drop"
    const start = /(\p{L}+)-$/u.exec(before.slice(-100))?.[1]
    const end = /^\p{L}+/u.exec(line)?.[0]
    if (start === undefined || end === undefined)
      return /\p{L}[/–—]$/u.test(before) ? "join" : "space"
    if (/^\p{Lu}/u.test(end)) return "join"
    if (this.#words.has(`${start}-${end}`.toLowerCase())) return "join"
    return "drop"
  }
}
