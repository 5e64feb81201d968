import type { Line } from "../text/shape"
import { isListed } from "./line-looks"
import { isLabelOfMore, isNextItem, namesOnly } from "./line-signs"
import type { PlacedLine } from "./placed-line"

const DRAWN = /^[-=_*~–—]{5,}$/
/** So many lines above the heading of a list are looked at. */
const MOST_ABOVE = 40

function isTitleInBold({ gap, bullet, marker, whole: { text, marks } }: Line): boolean {
  if (!gap || bullet || marker || text.length > 80 || /[.:;,!]$/.test(text)) return false
  return marks.some(({ kind, from, to }) => kind === "bold" && from === 0 && to >= text.length)
}

/** The list of decisions or tasks that lines stand in: from its heading on until something ends it. */
export class UnderHeading {
  kind: PlacedLine["under"] = null
  /** Where its first entry stands among the lines that are placed. */
  #from = 0
  /** How deep its heading stands, 0 when it is none of Markdown. */
  #level = 0

  begin(kind: "decisions" | "actions", heading: Line, from: number): void {
    this.kind = kind
    this.#level = heading.level
    this.#from = from
  }

  end(): void {
    this.kind = null
  }

  /** "### Ana Lind" below "## Actions": what follows is hers to do. */
  holds(line: Line): boolean {
    return this.kind === "actions" && line.level > this.#level && this.#level > 0
  }

  /** A heading, the title of an item or its number ends the list. */
  endsBefore(line: Line, isTopic: boolean, placed: readonly PlacedLine[]): boolean {
    if (this.holds(line)) return false
    if (isTopic || line.level > 0 || this.#isDrawn(line, placed)) return true
    return this.kind !== null && (isNextItem(placed, line) || this.#isTitleInBold(line, placed))
  }

  /** A line drawn across the page ends a list; right below a heading it underlines that, unless it is a contents' last. */
  #isDrawn(line: Line, placed: readonly PlacedLine[]): boolean {
    const isUnderline = placed.length === this.#from && !placed.at(-2)?.head
    return this.kind !== null && line.gap && !isUnderline && DRAWN.test(line.whole.text)
  }

  /** "**Threat model**" below "#### Decision", where such a line stood above it too: the next matter. */
  #isTitleInBold(line: Line, placed: readonly PlacedLine[]): boolean {
    if (this.#level === 0 || !isTitleInBold(line)) return false
    const above = placed.slice(Math.max(0, this.#from - MOST_ABOVE), Math.max(0, this.#from - 1))
    return above.some((each) => each.part === "discussion" && isTitleInBold(each.line))
  }

  /** Prose behind a list of decisions or actions is no entry of it. */
  isOverAt(line: Line, next: Line | undefined, placed: readonly PlacedLine[]): boolean {
    const before = placed.at(-1)
    if (!line.gap || isListed(line) || !before?.under || before.head) return false
    if (this.#level > 0 && line.level > this.#level) return false
    if (isLabelOfMore(line, next) || namesOnly(line)) return false
    const entry = placed[this.#from]
    const listed = isListed(before.line) || (entry !== undefined && isListed(entry.line))
    return entry !== undefined && (listed || !before.line.gap)
  }
}
