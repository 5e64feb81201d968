import { squeezed } from "@/lib/check/words"
import { leadsToEntries } from "../agenda/inline-agenda"
import { isOfficeAlone } from "../offices/office-label"
import { readEntry } from "../people/entry"
import { isWrapped } from "../text/paragraph"
import type { Line } from "../text/shape"
import {
  columnBehind,
  isBelowLabel,
  isEntry,
  isHeadless,
  isNextPerson,
  namesPerson,
} from "./entry-lines"
import { isCapitals, isDelegation, isGroup } from "./groups-within"
import { peopleHeading } from "./people-heading"
import { segmentsOf, shareOfNames, withoutLabel } from "./roll-names"
import { columnStarts, columnsOf } from "./roll-table"
import { isUnexcused } from "./scene-words"
import { isOfOne } from "./stands-apart"
import { tellsOfAbsence } from "./told-absence"
import { isHouse, isSpacedEntry } from "./under-houses"
import { isWholePerson } from "./whole-person"

/** "Ana called the meeting to order" right below the names. */
const DOES =
  /^(?:\p{Lu}[\p{L}.'’-]{0,24}\s){1,4}(?:called|opened|welcomed|convened|started|began|thanked|chaired|reported|presented)\s/u

/** "Facilitated by Ana Lind", "written by Ben" below the names: whose work it was. */
const DONE_BY = /^\p{L}{3,14}ed (?:and \p{L}{3,14}ed )?by\s|^\p{L}{2,14} by\s/u

/** What is known of a list of people while its lines are found, to tell where it ends. */
export class ListedSoFar {
  #count = 0
  #numbered = false
  #marked = false
  #gapped = false
  #table = false
  /** A line of dashes tells where the columns stand, so that full cells need no gap between them. */
  #ruled = false
  /** Those behind a label stand in paragraphs of their own below it. */
  #apart = false
  /** Every line of the list is a paragraph: houses, and below each of them its people. */
  #spaced = false
  #last = 0
  readonly #names = new Set<string>()
  /** Whether the names begin behind a label, on its line. */
  readonly inline: boolean
  /** One of them alone stands there, so that the others may stand on the lines below. */
  readonly #oneBelow: boolean
  readonly #level: number
  readonly #head: Line
  readonly #away: boolean

  /** `head` announces the list; `inline`: its names begin on the same line. */
  constructor(head: Line, inline: boolean) {
    // A list told by its people alone begins with the first of them.
    this.inline = inline && !isHeadless(head)
    this.#oneBelow = this.inline && isWholePerson(withoutLabel(head.words.text))
    this.#level = head.level
    this.#head = head
    this.#away = peopleHeading(head.words.text)?.list === "regrets"
    this.#table = columnsOf(head.words.text, head.names) !== null
    if (this.inline) this.#nameAll(withoutLabel(head.words.text))
  }

  #nameAll(text: string): void {
    for (const { text: name } of segmentsOf(text.slice(0, 500))) this.#names.add(squeezed(name))
  }

  /** Takes a line into the list if it goes on with it. `before` stands above it, `next` below. */
  take(line: Line, before: Line | undefined, next: Line | undefined): boolean {
    if (this.#count === 0 && !this.inline && isHouse(line.words.text)) this.#spaced = true
    const spaced = this.#spaced && isSpacedEntry(line, before, next)
    if (!spaced && !this.#goesOn(line, before, next)) return false
    const own = line.marker !== null || line.bullet
    if (line.gap && this.#count > 0) this.#gapped = true
    if (own) this.#numbered = true
    if (line.marker) this.#marked = true
    if (columnsOf(line.words.text, line.names)) this.#table = true
    if (this.#table && columnStarts(line.whole.text)) this.#ruled = true
    this.#last = line.marker?.form === "number" ? Number(line.marker.text) : this.#last
    this.#count += 1
    this.#nameAll(line.words.text)
    return true
  }

  #goesOn(line: Line, before: Line | undefined, next: Line | undefined): boolean {
    const text = line.words.text
    if (line.place || line.listed) return true
    if (line.level > 0) {
      const below = this.#level > 0 && line.level > this.#level
      // "### Port" below "## Attendees", and people on plain lines below it.
      if (below && next?.level === 0 && isWholePerson(next.words.text)) return true
      return (below || (this.#level === 0 && isDelegation(line, next))) && isGroup(line, next)
    }
    if (text.startsWith("|") || columnsOf(text)) return true
    if (this.#ruled && !line.gap) return true
    if (this.#table && !line.gap) return /\t|\s{2}/.test(line.whole.text) || /^[-=+\s]+$/.test(text)
    if (this.#endsWithOffice(line, next) || isUnexcused(text.slice(0, 60))) return false
    if (line.gap && this.#count > 0 && (this.#isTurn(text) || leadsToEntries(text))) return false
    const own = line.marker !== null || line.bullet
    // A list below a bullet ends with the next bullet beside it.
    const beside = this.#head.bullet && own && line.indent <= this.#head.indent
    if (beside && !(line.indent === this.#head.indent && isHeadless(this.#head))) return false
    if (this.inline && line.gap && isOfOne(text) && (this.#apart || this.#count === 0)) {
      this.#apart = true
      return true
    }
    if (this.inline && !this.#standsBeside(line) && !this.#carriesInline(line, before, next))
      return false
    if (this.#away && this.#count === 0 && tellsOfAbsence(text)) return true
    if (own) return this.#isOwn(line) || (line.bullet && isBelowLabel(line, before))
    if (this.#standsBeside(line)) return true
    // Every line of the list stands apart, as those of a list of terms do: a label does, too.
    const apart = this.#gapped || this.#count === 0
    if (line.gap && next?.gap && apart && isGroup(line, { ...next, gap: false })) return true
    if (line.gap && this.#count > 0 && !this.#isAfterGap(line, next)) return isGroup(line, next)
    // "Ana Lind, clerk; and", and whoever stands on the next line.
    if (!line.gap && before && /(?:[,;]|[,;]?\sand)$/.test(before.words.text)) return true
    if (isEntry(line)) return true
    if ((this.#numbered || line.gap || this.#count === 0) && isGroup(line, next)) return true
    const wrapped = before !== undefined && isWrapped(before, line)
    // "written by Ana" below the names says whose hand it is.
    const torn = !line.gap && /^(?:\p{Ll}(?!\p{Ll}+ by\s)|\()/u.test(text)
    if (text.length <= 120 && (wrapped || torn)) return true
    // A device or a number to dial among the names of those who joined.
    if (line.gap || text.length > 40 || /[.:!?]$/.test(text) || this.#count === 0) return false
    return next !== undefined && !next.gap && next.level === 0 && isEntry(next)
  }

  /** "Ana Lind: My gauge has shown no rain", "Announced: rain and spiders": what is said begins. */
  #isTurn(text: string): boolean {
    const label = /^[^:;,()]{2,40}:\s+/.exec(text)?.[0]
    if (label === undefined) return false
    const said = text.slice(label.length, 300)
    const names = shareOfNames(segmentsOf(said), true)
    return names < 0.5 && (said.split(/\s+/).length > 4 || this.#names.has(squeezed(label)))
  }

  /** "Ana was in the chair, Ben took the notes": somebody of the list does something. */
  #tellsOfListed(text: string): boolean {
    const [, name] = /^(\p{Lu}[\p{L}’-]{1,20}) \p{Ll}{2,12} /u.exec(text) ?? []
    return name !== undefined && [...this.#names].some((each) => each.startsWith(squeezed(name)))
  }

  /** "Clerk:      Ana Lind" below "Members:    Ben Okoro": a label whose people stand in the same column. */
  #standsBeside(line: Line): boolean {
    const column = columnBehind(this.#head)
    if (this.#away || column === null || column !== columnBehind(line) || line.marker) return false
    const people = line.whole.text.slice(column - line.indent)
    const entry = readEntry(people)
    return entry?.name.includes(" ") === true
  }

  /** "Chair" alone above a name: below those away, or above somebody listed already, it is a label. */
  #endsWithOffice(line: Line, next: Line | undefined): boolean {
    const text = line.words.text
    if (!next || line.marker || line.bullet || !isOfficeAlone(text)) return false
    if (!readEntry(next.words.text)) return false
    return this.#away || this.#names.has(squeezed(next.words.text))
  }

  /** Names behind a heading go on below it only where the line breaks off, or is all names again. */
  #carriesInline(line: Line, before: Line | undefined, next: Line | undefined): boolean {
    if (line.marker || line.bullet) return false
    const text = line.words.text
    if (before && before.words.text.lastIndexOf("(") > before.words.text.lastIndexOf(")"))
      return true
    if (before && /(?:[,;&،、]|\sand)$/.test(before.words.text)) return true
    // "… Ben / Okoro. Regrets: Cem Arslan": the end of a name, and another list behind it.
    if (before && isWrapped(before, line) && /^[^:.]{2,30}\.\s\p{Lu}/u.test(text)) return true
    const label = /^[^:]{2,40}:\s{1,8}/.exec(text)?.[0]
    // "State party: Ana Lind; Ben Okoro" below "Members: …" is another group of those there.
    if (label && !line.gap && !isOfficeAlone(label.trimEnd())) {
      const group = segmentsOf(text.slice(label.length))
      if (group.length >= 2 && shareOfNames(group) === 1) return true
    }
    if (line.gap || label || DOES.test(text) || DONE_BY.test(text)) return false
    if (this.#tellsOfListed(text)) return false
    if (this.#oneBelow && isNextPerson(line, next)) return true
    // "Members:   Ana Lind" with the others set in below her.
    if (line.indent >= this.#head.indent + 4 && namesPerson(line)) return true
    if (before && isWrapped(before, line)) return true
    if (/^[\p{Ll}(]/u.test(text)) return text.length <= 120
    const segments = segmentsOf(text)
    return segments.length >= 2 && shareOfNames(segments) >= 0.75
  }

  /** A number or bullet of its own: out of turn behind a gap it begins something else. */
  #isOwn(line: Line): boolean {
    if (!isEntry(line)) return false
    if (!line.gap || this.#count === 0) return true
    if (!this.#numbered) return false
    // A number behind entries that have none begins something else.
    if (line.marker && !this.#marked) return namesPerson(line)
    if (line.marker?.form !== "number") return true
    // "34  CALL TO ORDER" behind the second of those away.
    if (Number(line.marker.text) > this.#last + 1 && isCapitals(line.words.text)) return false
    if (Number(line.marker.text) === this.#last + 1 || this.#gapped)
      return Number(line.marker.text) > this.#last || namesPerson(line)
    return namesPerson(line)
  }

  /** A line alone behind a gap, with a sentence below it, is the heading of what comes next. */
  #isAfterGap(line: Line, next: Line | undefined): boolean {
    const text = line.words.text
    if (this.#numbered && text.length < 80 && !/[,(;–]/.test(text)) return false
    if (isCapitals(text) && !/[,;(]/.test(text)) return false
    if (/[,;(]|\s[–-]\s/.test(text)) return true
    return this.#gapped || next === undefined || next.level > 0 || isEntry(next)
  }
}
