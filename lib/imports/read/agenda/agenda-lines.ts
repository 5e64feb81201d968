import { squeezed } from "@/lib/check/words"
import { romanValue } from "../text/ordinals"
import { sliceRich } from "../text/rich"
import { type Line, type Marker, shapeOf } from "../text/shape"
import { AgendaTable } from "./agenda-table"
import { bareTitle } from "./agenda-title"

/** One entry of an agenda: its lines, and whether it has a mark of its own or is a bare line. */
export type AgendaEntry = {
  lines: Line[]
  style: string
  indent: number
  presenter: string | null
  minutes: number | null
  /** What a column of the agenda says became of it. */
  outcome?: string
}

/** No agenda is longer; what goes on beyond is a list of something else. */
const MOST = 200

/** How a line is marked: two lines of one style and indent are on one level. */
export function styleOf(line: Line): string {
  const box = line.bullet ? "bullet " : ""
  if (!line.marker) return box || (line.level > 0 ? `heading${line.level}` : "bare")
  const { form, text } = line.marker
  const upper = form === "letter" && text === text.toUpperCase() ? " upper" : ""
  return `${box}${form}${upper}`
}

/** The number that a marker stands for when the one before it stood for `previous`. */
export function markerValue(marker: Marker, previous: number): number {
  if (marker.form === "number") return Number(marker.text)
  if (marker.form === "dotted") return Number(marker.text.split(".").at(-1))
  const letter = letterValue(marker.text)
  if (marker.form === "label" || marker.text.length === 1) {
    const roman = marker.form === "letter" ? romanValue(marker.text) : null
    if (letter === previous + 1 || roman === null) return letter
    return roman === previous + 1 ? roman : letter
  }
  return romanValue(marker.text) ?? letter
}

function letterValue(text: string): number {
  return text.slice(-1).toLowerCase().charCodeAt(0) - 96
}

/** "09:45  B. Minimum wage": the number stands behind the hour. */
function withoutHour(line: Line): Line {
  const hour = line.marker
    ? null
    : /^\d{1,2}[:.h]\d{2}(?:\s?[-–—]\s?\d{1,2}[:.h]\d{2})?\s{1,6}(?=[A-Z\d]{1,4}[.)]\s)/.exec(
        line.words.text.slice(0, 40),
      )
  if (!hour) return line
  const shaped = shapeOf(line, sliceRich(line.words, hour[0].length))
  return shaped.marker ? { ...line, marker: shaped.marker, words: shaped.words } : line
}

const OF_ITEMS = /^summary of (?:the )?(?:action|decision|resolution)(?: item)?s?$/i

/** Collects the lines of an agenda one by one and tells where it ends. */
export class AgendaReader {
  readonly entries: AgendaEntry[] = []
  readonly #titles = new Set<string>()
  /** The titles below the last item of the top. */
  readonly #below = new Set<string>()
  readonly #table = new AgendaTable()
  #top = 0
  /** The last numeral in capitals and in small letters, as "ii." stands below "II.". */
  readonly #romans = { upper: 0, lower: 0 }
  #letter = 0
  /** How far in the last letter stands. */
  #in = 0

  /** Takes a line into the agenda; false when the agenda ended before it. */
  take(written: Line): boolean {
    const line = withoutHour(written)
    // "Summary of action items" in a table of contents is what became of the others.
    if (OF_ITEMS.test(line.words.text) && this.entries.length > 1) return true
    const row = this.#table.read(line, this.entries.length === 0)
    if (row === "skip") return true
    if (row) return this.#add(row.line, `row ${styleOf(row.line)}`, row)
    if (this.#table.begun) return false
    const first = this.entries[0]
    const last = this.entries.at(-1)
    const style = this.#styleOf(line)
    if (!line.marker && !line.bullet && this.#goesOn(line, last)) {
      last?.lines.push(line)
      return true
    }
    if (first && line.level > 0 && (first.lines[0]?.level ?? 0) === 0) return false
    if (first && this.#repeats(line)) return false
    // The first number once more begins the discussion.
    const again = first?.lines[0]?.marker?.text === line.marker?.text && line.marker !== null
    if (first && again && line.indent < first.indent + 2) return false
    // "1. Ana opened the meeting." behind an agenda without numbers, or with others, tells what was said.
    const told = line.marker && line.gap && /[.!?]$/.test(line.words.text.slice(-2))
    const other = !first?.lines[0]?.marker || style !== first.style
    if (first && told && other && line.words.text.split(/\s+/, 10).length > 9) return false
    if (style === "bare" && !this.#isBareEntry(line, first)) return false
    return !isProse(line) && this.#add(line, style)
  }

  /** "III. Consideration of the items" further out than the entries, and counted otherwise: a section of the report. */
  endsBefore(line: Line): boolean {
    const [first] = this.entries
    if (!first || !line.gap || !line.marker) return false
    return styleOf(line) !== first.style && line.indent + 2 <= first.indent
  }

  /** The title of the entry taken last, as the heading of its section may repeat it. */
  get lastTitle(): string {
    return titleKeyOf(this.entries.at(-1)?.lines[0]?.words.text ?? "")
  }

  /** The last entry as far out as the first. */
  get lastOfTop(): Line | undefined {
    const [first] = this.entries
    return this.entries.findLast(
      ({ style, indent }) => style === first?.style && indent < first.indent + 2,
    )?.lines[0]
  }

  #add(
    line: Line,
    style: string,
    { presenter = null, minutes = null, outcome = "" }: Partial<AgendaEntry> = {},
  ): boolean {
    const first = this.entries[0]
    if (this.entries.length >= MOST) return false
    // "Minutes" is a title too, though the minutes of a meeting are called so.
    const key = titleKeyOf(line.words.text) || (line.marker ? squeezed(line.words.text) : "")
    const isTop =
      !first ||
      (style === first.style &&
        dotsIn(line) === dotsIn(first.lines[0]) &&
        line.indent < first.indent + 2)
    // "a. Discussion" may stand below more items than one.
    const again = !isTop && line.marker !== null && !line.gap && !this.#below.has(key)
    if (key === "" || (this.#titles.has(key) && !again)) return false
    if (isTop) this.#below.clear()
    else this.#below.add(key)
    // "C.7.1" behind "B.11.2" counts within another chapter.
    if (isTop && line.marker && !/^[A-Z]\./.test(line.marker.text)) {
      const value = markerValue(line.marker, this.#top)
      if (value <= this.#top && !(value === 0 && !first)) return false
      this.#top = value
    }
    this.#titles.add(key)
    this.entries.push({ lines: [line], style, indent: line.indent, presenter, minutes, outcome })
    return true
  }

  /** "V." is the fifth after "IV.", and a letter after "U.". */
  #styleOf(line: Line): string {
    const style = styleOf(line)
    const { marker } = line
    if (marker?.form !== "letter") return style
    const roman = romanValue(marker.text)
    const letter = marker.text.length === 1 ? letterValue(marker.text) : null
    const kind = marker.text === marker.text.toUpperCase() ? "upper" : "lower"
    const last = this.#romans[kind]
    const goesOn = roman !== null && (roman === last + 1 || roman === 1)
    // "(i)" behind "(h)" and as far in goes on with the letters, whatever stood below "(f)".
    const next = letter === this.#letter + 1 && roman !== last + 1 && line.indent < this.#in + 2
    if (goesOn && !next && (letter === null || last > 0 || letter !== this.#letter + 1)) {
      this.#romans[kind] = roman
      return style.replace("letter", "roman")
    }
    if (roman !== null && letter === null) this.#romans[kind] = roman
    this.#letter = letterValue(marker.text)
    this.#in = line.indent
    return letter === null ? style.replace("letter", "roman") : style
  }

  /** "* **Roof**: Ana reported …" behind an agenda with the item "Roof" is what was said on it. */
  #repeats({ words: { text, marks } }: Line): boolean {
    const bold = marks.find(({ kind, from }) => kind === "bold" && from === 0)?.to
    const front = bold ?? /^[^:]{3,100}(?=:\s)/.exec(text)?.[0].length ?? text.length
    return front < text.length - 1 && this.#titles.has(titleKeyOf(text.slice(0, front)))
  }

  /** A line that carries on the title before it: wrapped, or torn by a page break. */
  #goesOn(line: Line, last: AgendaEntry | undefined): boolean {
    const before = last?.lines.at(-1)
    if (!last || !before || line.level > 0) return false
    const text = line.words.text
    // The heading of the first section repeats a title.
    if (line.gap && this.#titles.has(titleKeyOf(text))) return false
    // "ad II." alone is the heading of a section.
    if (line.gap && /^(?:ad|zu|re|on) (?:\p{L}+ )?(?:\d{1,2}|[IVX]{1,5})[.:)]?$/u.test(text))
      return false
    if (/^\p{Ll}/u.test(text)) return !/[.!?:;]$/.test(before.words.text)
    if (line.gap || last.style === "bare") return false
    return line.indent > last.indent || before.to - before.from >= 60
  }

  #isBareEntry(line: Line, first: AgendaEntry | undefined): boolean {
    if (line.words.text.length > 120 || /[.!?]$/.test(line.words.text)) return false
    return !first || first.style === "bare" || line.topic === true
  }
}

/** "118.5.1" stands below "118.5", though both are numbered so. */
const dotsIn = (line: Line | undefined) =>
  line?.marker?.form === "dotted" ? line.marker.text.split(".").length : 0

/** A title as it compares with the headings of the discussion: without minutes and presenter. */
export function titleKeyOf(text: string): string {
  const { from, to } = bareTitle(text)
  return squeezed(text.slice(from, to))
}

function isProse(line: Line): boolean {
  return line.words.text.length > 300
}
