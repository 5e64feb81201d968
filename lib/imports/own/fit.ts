import type { Finding, FindingValues } from "@/lib/check/model"

const nowhere = { line: null, from: null, to: null, item: null }
/** So much of a text that was cut is shown, in characters. */
const shown = 60

/** Makes values fit their limits, and tells of each that it had to cut, once. */
export class Fit {
  readonly #found = new Map<string, Finding>()

  get findings(): Finding[] {
    return [...this.#found.values()]
  }

  /** The beginning of a text, never half a character. */
  text(text: string, most: number): string {
    if (text.length <= most) return text
    this.#tell(`${most} ${text}`, { what: "text", text: `${beginning(text, shown)}…`, most })
    return beginning(text, most)
  }

  /** The first entries of a list. */
  list<Entry>(entries: readonly Entry[], most: number): readonly Entry[] {
    if (entries.length <= most) return entries
    const left = entries.length - most
    this.#tell(`list ${most} ${left}`, { what: "list", most, count: left })
    return entries.slice(0, most)
  }

  #tell(key: string, values: FindingValues): void {
    this.#found.set(key, { rule: "cut-short", severity: "warning", place: nowhere, values })
  }
}

const beginning = (text: string, most: number): string =>
  text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, "")
