import { AgendaSoFar } from "../agenda/agenda-so-far"
import { opensAgenda } from "../agenda/agenda-table"
import { isAgendaList, titlesFrom } from "../agenda/lists-in-front"
import { listsHeadings, opensTightList } from "../agenda/lists-within"
import { numberedSections } from "../agenda/numbered-sections"
import { beginsCount, returnsLater, startsAnew } from "../agenda/numbering"
import { isNoAgenda, readOutline } from "../agenda/outline"
import { callsItems } from "../agenda/several-labels"
import { ListedSoFar } from "../roll/listed"
import { listInFront } from "../roll/names-in-front"
import { tableOfPeople } from "../roll/roll-table"
import { standsApart } from "../roll/stands-apart"
import { isPageMark, paragraphFrom } from "../text/paragraph"
import type { Line } from "../text/shape"
import { findDiscussion } from "./find-discussion"
import { framesItems, headsCount, isLateAgenda, leadsIn } from "./frames"
import { type Announced, type Landmark, landmarkOf, leadsToAgenda } from "./landmarks"
import { isListed, isSentence, isSettledAgenda } from "./line-looks"
import {
  closesFrontMatter,
  headsSection,
  isOnMinutes,
  isSectionWithText,
  isTorn,
  landmarkAbove,
  opensDiscussion,
  resumes,
  standsAbovePerson,
} from "./line-signs"
import { titlesMail } from "./mail-titles"
import { goesOnWithNext, isInFront, type LinePart, type PlacedLine, reopen } from "./placed-line"
import { findRunningHeads } from "./running-heads"
import { UnderHeading } from "./under-heading"

/** So many lists behind a sentence on the agenda are looked at. */
const MOST_LED = 5
type Lines = ReadonlySet<Line> | undefined
/** Finds the parts of a report by the lines that announce them and by the look of what follows. */
export class Layout {
  readonly placed: PlacedLine[] = []
  readonly agenda = new AgendaSoFar()
  #part: LinePart = "title"
  readonly #under = new UnderHeading()
  #next: Line | undefined
  #discussed = false
  #list: ListedSoFar | null = null
  #led = 0
  /** "2. The following took part:" is one of the paragraphs, which go on behind it. */
  #amongParagraphs = false
  readonly #spine: ReadonlySet<Line>

  /**
   * `spine`: the lines that are known to begin the items; none where those are still to be found. `list`: those
   * that are known to be the agenda.
   */
  constructor(
    lines: readonly Line[],
    { spine = new Set(), list = new Set() }: { spine?: Lines; list?: Lines } = {},
  ) {
    this.#spine = spine
    const heads = findRunningHeads(lines)
    const sections = numberedSections(lines)
    const [first] = list
    for (const [index, line] of lines.entries()) {
      this.#next = lines[index + 1]
      if (heads.has(line) || (this.#part !== "agenda" && isPageMark(line, lines[index - 1]))) {
        const [part, under] = [this.#part, this.#under.kind]
        this.placed.push({ line, part, head: null, rest: null, under, page: true })
        continue
      }
      if (spine.has(line)) {
        this.#under.end()
        this.#place(line, "discussion")
        continue
      }
      if (line === first && this.agenda.entries.length > 0) this.#dropAgenda()
      if (list.has(line) && this.agenda.take(line)) {
        this.#place(line, "agenda")
        continue
      }
      const isTopic = this.agenda.comesAgain(line) || isOnMinutes(line, this.#next)
      const within = this.#isPeople() && (this.#list?.inline ? "behind a label" : "below a heading")
      const found = isTopic
        ? null
        : (landmarkOf(sections.has(line) ? { ...line, marker: null } : line) ??
          landmarkAbove(lines, index, { discussed: this.#discussed, within, part: this.#part }) ??
          (this.#list === null && this.#part !== "agenda" ? listInFront(lines, index) : null))
      const torn = found?.rest === null && isTorn(line, lines[index - 1])
      const frames = /^(?:actions|decisions)$/.test(found?.landmark ?? "")
      const announced = torn || (frames && framesItems(this.placed, this.#next)) ? null : found
      // Behind the tasks of the last meeting an agenda counts where its titles come again.
      const late = announced?.landmark === "agenda" && isLateAgenda(lines, index)
      // "Notes" below the tasks, which stood in front: none of what follows is one of them.
      if (announced?.landmark === "discussion" && announced.rest === null && line.gap)
        this.#under.end()
      if (announced && this.#welcomes(announced.landmark, line, late))
        this.#announce(line, announced)
      else this.#continue(line, isTopic && (line.marker !== null || !line.bullet), lines, index)
    }
    if (spine.size > 0 || list.size > 0) return
    this.agenda.reader = readOutline(this.placed) ?? this.agenda.reader
    if (isNoAgenda(this.agenda.reader, this.placed)) this.#dropAgenda()
    if (!this.placed.some(({ part, head, under }) => part === "discussion" && !head && !under))
      findDiscussion(this.placed)
  }

  readonly #isPeople = () => this.#part === "participants" || this.#part === "regrets"
  #place(line: Line, part: LinePart, head: Landmark | null = null, rest: number | null = null) {
    this.#part = part
    if (part === "discussion") this.#discussed = true
    if (!head && this.#under.isOverAt(line, this.#next, this.placed)) this.#under.end()
    const under = line.task ? "actions" : line.outcome ? "decisions" : this.#under.kind
    this.placed.push({ line, part, head, rest, under: head ? null : under, page: false })
  }

  /** "Minutes" or "Summary" above the first sentence belongs to the title. */
  #welcomes(landmark: Landmark, line: Line, late: boolean): boolean {
    // A table of people announces a list where no heading did.
    if (landmark === "participants" && tableOfPeople(line.words.text))
      return this.#list === null || (this.#list.inline && line.gap)
    if (landmark === "discussion")
      return !/^(?:title|discussion)$/.test(this.#part) && !standsAbovePerson(line, this.#next)
    if (landmark === "agenda" && this.agenda.entries.length > 0 && !isSettledAgenda(line))
      return false
    if (landmark === "agenda")
      return late || !this.#discussed || (this.#next !== undefined && opensAgenda(this.#next))
    return true
  }

  #announce(line: Line, { landmark, rest }: Announced) {
    if (landmark === "decisions" || landmark === "actions") {
      this.#under.begin(landmark, line, this.placed.length + 1)
      const outside = this.#discussed && this.#part !== "discussion"
      this.#place(line, outside ? "closing" : "discussion", landmark)
    } else {
      this.#under.end()
      if (landmark === "agenda") this.agenda.begin(line)
      if (landmark === "participants" || landmark === "regrets")
        this.#list = new ListedSoFar(line, rest !== null)
      this.#amongParagraphs ||= line.marker !== null && landmark === "participants"
      this.#place(line, landmark === "annex" ? "closing" : landmark, landmark, rest)
    }
  }

  #continue(line: Line, topic: boolean, lines: readonly Line[], index: number) {
    const isList = this.#isPeople()
    if (this.#under.endsBefore(line, topic, this.placed)) this.#under.end()
    if (this.#part === "agenda") this.#inAgenda(line, lines, index)
    else if (this.#part === "title" || this.#part === "opening") this.#early(line, lines, index)
    else if (this.#part === "discussion" && !this.#under.kind && this.#isAgendaWithin(lines, index))
      this.#place(line, "agenda")
    else if (topic || this.#part === "discussion") this.#place(line, "discussion")
    else if (isList && line.level > 0 && this.#isStillListed(line, lines[index + 1]))
      this.#place(line, this.#part)
    else if (this.#discussed && this.agenda.entries.length === 0 && resumes(this.placed, line)) {
      reopen(this.placed)
      this.#place(line, "discussion")
    } else if (this.#part === "closing") this.#place(line, "closing")
    else if (this.#part === "next" && goesOnWithNext(this.placed, line)) this.#place(line, "next")
    else if (this.#part !== "next" && this.#isStillListed(line, lines[index + 1]))
      this.#place(line, this.#part)
    else if (this.#discussed)
      this.#place(
        line,
        this.#amongParagraphs || isInFront(this.placed, lines) ? "discussion" : "closing",
      )
    else {
      this.#part = "opening" // A list in front of everything is over; the report only begins here.
      this.#early(line, lines, index)
    }
  }

  /** What looked like an agenda is a heading of the discussion. */
  #dropAgenda() {
    for (const each of this.placed)
      if (each.part === "agenda" && !each.head) each.part = "discussion"
    this.agenda.drop()
  }

  /** "4. The agenda was adopted. It read:" among numbered paragraphs, and the first entry of it. */
  #isAgendaWithin(lines: readonly Line[], index: number): boolean {
    const [line, before] = [lines[index], this.placed.at(-1)?.line]
    if (this.agenda.entries.length > 1 || !line || !before) return false
    const tight = opensTightList(lines, index) && this.#led++ < MOST_LED
    const printed = tight && listsHeadings(lines, index)
    if (!printed && (this.agenda.entries.length > 0 || !leadsToAgenda(before.whole.text)))
      return false
    if (this.agenda.entries.length > 0) this.#dropAgenda()
    const named = /^(?:agenda )?item \d/i.test(line.whole.text.slice(0, 20))
    if (!named && !printed) {
      if (!isListed(line) || this.#led++ > MOST_LED) return false
      if (!returnsLater(lines, index) && titlesFrom(lines, index).length === 0) return false
    }
    return this.agenda.take(line)
  }

  #inAgenda(line: Line, lines: readonly Line[], index: number) {
    const { entries } = this.agenda
    // "## Minutes of the last call" behind the entries below "## Agenda": a section beside it.
    if (entries.length > 0 && line.level > 0 && line.level <= this.agenda.level)
      return this.#place(line, "discussion")
    if (entries.length > 0 ? this.agenda.reader.endsBefore(line) : isSectionWithText(lines, index))
      return this.#place(line, "discussion")
    if (leadsIn(lines, index, this.agenda.reader.lastOfTop)) {
      // A sentence between the heading and the first entry leads in; the agenda is still to come.
      this.#place(line, "opening")
      this.#part = "agenda"
    } else if (this.agenda.take(line)) this.#place(line, "agenda")
    else this.#place(line, closesFrontMatter(line, lines[0]) ? "opening" : "discussion")
  }

  #early(line: Line, lines: readonly Line[], index: number) {
    const listed = line.marker !== null || line.bullet
    const first = beginsCount(lines, index)
    const led = leadsToAgenda(this.placed.at(-1)?.line.whole.text ?? "")
    const begins =
      opensAgenda(line) ||
      (listed && (led || (first && (returnsLater(lines, index) || isAgendaList(lines, index)))))
    if (begins && this.agenda.entries.length === 0 && this.agenda.take(line)) {
      this.#place(line, "agenda")
    } else if (this.#part === "opening" && !this.#discussed && titlesMail(lines, index)) {
      this.#part = "title"
      this.#place(line, "title")
    } else if (
      this.#spine.size === 0 &&
      (first ||
        (this.agenda.entries.length > 0 && callsItems(line)) ||
        opensDiscussion(line, lines[index + 1], this.#part) ||
        headsSection(lines, index) ||
        headsCount(lines, index))
    ) {
      this.#place(line, "discussion")
    } else {
      const stays = this.#part === "title" && !isSentence(line, paragraphFrom(lines, index))
      this.#place(line, stays ? "title" : "opening")
    }
  }

  #isStillListed(line: Line, next: Line | undefined): boolean {
    const last = this.placed.at(-1)
    const before = last?.line
    // Names behind their label are one paragraph; a list that is numbered anew is another list.
    if (line.gap && last?.rest !== null && last?.head && !standsApart(last, line, next))
      return false
    if (line.gap && line.marker && before?.marker && startsAnew(before.marker, line.marker))
      return false
    return this.#list?.take(line, before, next) ?? false
  }
}
