import { squeezed } from "@/lib/check/words"
import type { Line } from "../text/shape"
import { type AgendaEntry, AgendaReader } from "./agenda-lines"
import { titleOf } from "./numbering"

/** A line that is longer heads nothing. */
const LONGEST = 400

/** The agenda as far as it was read, and the titles by which the headings of its items are known. */
export class AgendaSoFar {
  reader = new AgendaReader()
  /** How deep its heading stands, 0 when it is none of Markdown. */
  level = 0
  readonly #titles = new Set<string>()

  get entries(): readonly AgendaEntry[] {
    return this.reader.entries
  }

  /** A heading announces it: what was taken before was an earlier one. */
  begin(heading: Line) {
    this.level = heading.level
    this.drop()
  }

  /** Takes a line into it; false when it ended before that. */
  take(line: Line): boolean {
    const known = this.entries.length
    if (!this.reader.take(line)) return false
    const title = this.entries.length > known ? this.reader.lastTitle : ""
    if (title) this.#titles.add(title)
    return true
  }

  /** Whether a line is one of its titles once more. */
  comesAgain(line: Line): boolean {
    if (line.topic) return true
    const { text } = line.words
    if (this.#titles.size === 0 || text.length > LONGEST) return false
    return this.#titles.has(squeezed(text)) || this.#titles.has(titleOf(line))
  }

  /** What was taken is none. Its titles stay known, as they head the discussion. */
  drop() {
    this.reader = new AgendaReader()
  }
}
