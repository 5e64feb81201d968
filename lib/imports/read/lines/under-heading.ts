import type { Line } from "../text/shape"
import { isListed } from "./line-looks"
import { isLabelOfMore, isNextItem, namesOnly } from "./line-signs"
import type { PlacedLine } from "./placed-line"

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
    return isTopic || line.level > 0 || (this.kind !== null && isNextItem(placed, line))
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
