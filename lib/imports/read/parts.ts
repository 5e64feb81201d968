import { squeezed } from "@/lib/check/words"
import { AgendaReader } from "./agenda-lines"
import { type Announced, type Landmark, landmarkOf, leadsToAgenda } from "./landmarks"
import { ListedSoFar } from "./listed"
import { isPageMark, paragraphFrom } from "./paragraph"
import { tableOfPeople } from "./roll-table"
import type { Line } from "./shape"

export type LinePart =
  | "title"
  | "opening"
  | "agenda"
  | "discussion"
  | "next"
  | "participants"
  | "regrets"
  | "closing"

/** A line and the part it stands in. `head`: what it announces; `rest`: where that begins within it. */
export type PlacedLine = {
  line: Line
  part: LinePart
  head: Landmark | null
  rest: number | null
  /** Under a heading such as "Decisions" or "Action items". */
  under: "decisions" | "actions" | null
}

/** Finds the parts of a report by the lines that announce them and by the look of what follows. */
export class Layout {
  readonly placed: PlacedLine[] = []
  agenda = new AgendaReader()
  readonly #titles = new Set<string>()
  #part: LinePart = "title"
  #under: PlacedLine["under"] = null
  #discussed = false
  #list: ListedSoFar | null = null

  constructor(lines: readonly Line[]) {
    for (const [index, line] of lines.entries()) {
      if (isPageMark(line) && this.#part !== "agenda") {
        this.#place(line, this.#part)
        continue
      }
      const isTopic = this.#titles.has(squeezed(line.words.text))
      const announced = isTopic ? null : landmarkOf(line)
      if (announced && this.#welcomes(announced.landmark, line)) this.#announce(line, announced)
      else this.#continue(line, isTopic && (line.marker !== null || !line.bullet), lines, index)
    }
    if (this.#isNoAgenda()) {
      for (const each of this.placed)
        if (each.part === "agenda" && !each.head) each.part = "discussion"
      this.agenda = new AgendaReader()
    }
  }

  /** One entry alone whose numbering the discussion goes on with is the first heading of it. */
  #isNoAgenda(): boolean {
    const [entry, second] = this.agenda.entries
    const marker = entry?.lines[0]?.marker
    if (!entry || second || !marker) return false
    const next = marker.form === "number" ? String(Number(marker.text) + 1) : null
    return this.placed.some(({ part, line }) => part === "discussion" && line.marker?.text === next)
  }

  #place(line: Line, part: LinePart, head: Landmark | null = null, rest: number | null = null) {
    this.#part = part
    if (part === "discussion") this.#discussed = true
    this.placed.push({ line, part, head, rest, under: head ? null : this.#under })
  }

  /** "Minutes" or "Summary" above the first sentence belongs to the title. */
  #welcomes(landmark: Landmark, line: Line): boolean {
    // A table of people announces a list where no heading did.
    if (landmark === "participants" && tableOfPeople(line.words.text)) return this.#list === null
    if (landmark === "discussion") return this.#part !== "title" && this.#part !== "discussion"
    if (landmark === "agenda") return this.agenda.entries.length === 0 && !this.#discussed
    return true
  }

  #announce(line: Line, { landmark, rest }: Announced) {
    if (landmark === "decisions" || landmark === "actions") {
      this.#under = landmark
      const outside = this.#discussed && this.#part !== "discussion"
      this.#place(line, outside ? "closing" : "discussion", landmark)
    } else {
      this.#under = null
      if (landmark === "participants" || landmark === "regrets")
        this.#list = new ListedSoFar(line, rest !== null)
      this.#place(line, landmark === "annex" ? "closing" : landmark, landmark, rest)
    }
  }

  #continue(line: Line, topic: boolean, lines: readonly Line[], index: number) {
    if (topic || line.level > 0) this.#under = null
    if (this.#part === "agenda") this.#inAgenda(line)
    else if (this.#part === "title" || this.#part === "opening") this.#early(line, lines, index)
    else if (topic || this.#part === "discussion") this.#place(line, "discussion")
    else if (this.#part === "closing") this.#place(line, "closing")
    else if (this.#part === "next" && this.#isStillNext(line)) this.#place(line, "next")
    else if (this.#part !== "next" && this.#isStillListed(line, lines[index + 1]))
      this.#place(line, this.#part)
    else if (this.#discussed) this.#place(line, "closing")
    else {
      // A list that stood in front of everything is over; the report only begins here.
      this.#part = "opening"
      this.#early(line, lines, index)
    }
  }

  #inAgenda(line: Line) {
    const { entries } = this.agenda
    if (entries.length === 0 && isSentence(line, line.words.text)) {
      // A sentence between the heading and the first entry leads in; the agenda is still to come.
      this.#place(line, "opening")
      this.#part = "agenda"
    } else if (this.agenda.take(line)) {
      if (entries.at(-1)?.lines.length === 1) this.#titles.add(squeezed(line.words.text))
      this.#place(line, "agenda")
    } else this.#place(line, "discussion")
  }

  #early(line: Line, lines: readonly Line[], index: number) {
    const before = this.placed.at(-1)
    const listed = line.marker !== null || line.bullet
    const first = line.marker !== null && /^(?:1|1\.1|[aAiI])$/.test(line.marker.text)
    const led = before !== undefined && leadsToAgenda(before.line.whole.text)
    const begins = listed && (led || (first && returnsLater(lines, index)))
    if (begins && this.agenda.entries.length === 0 && this.agenda.take(line)) {
      this.#titles.add(squeezed(line.words.text))
      this.#place(line, "agenda")
    } else if (first || (this.#part === "opening" && line.level > 0)) {
      this.#place(line, "discussion")
    } else {
      this.#place(
        line,
        this.#part === "title" && !isSentence(line, paragraphFrom(lines, index))
          ? "title"
          : "opening",
      )
    }
  }

  #isStillListed(line: Line, next: Line | undefined): boolean {
    return this.#list?.take(line, this.placed.at(-1)?.line, next) ?? false
  }

  #isStillNext(line: Line): boolean {
    const before = this.placed.at(-1)
    if (line.level > 0) return false
    return !line.gap || (before?.head === "next" && before.rest === null)
  }
}

function isSentence(line: Line, text: string): boolean {
  if (line.level > 0 || /^[\p{L} /-]{3,30}:\s/u.test(text.slice(0, 40))) return false
  if (text.length >= 160) return true
  // "We met and talked." is a sentence, "7 October 2021 at 1 p.m." the end of a title.
  if (text.length < 40) return /\p{Ll}{2}[.!]$/u.test(text) && text.split(/\s+/).length >= 4
  return /[.!?:]["”)]?$/.test(text) || /\b(?:was|were|took place|met on)\b/.test(text)
}

/** Whether the numbering that begins here begins once more further down with the same words. */
function returnsLater(lines: readonly Line[], index: number): boolean {
  const start = lines[index]
  const key = squeezed(start?.words.text ?? "")
  if (!start || key === "") return false
  return lines
    .slice(index + 2)
    .some(
      (line) =>
        (line.marker?.text === start.marker?.text || line.level > 0) &&
        squeezed(line.words.text).startsWith(key),
    )
}
