import { readEntry } from "../people/entry"
import { peopleHeading } from "../roll/people-heading"
import { segmentsOf, shareOfNames } from "../roll/roll-names"
import { tableOfPeople } from "../roll/roll-table"
import type { Line } from "../text/shape"
import { cellsOf } from "../text/table"

/** What a line can announce: the part of the report that begins with it. */
export type Landmark =
  | "agenda"
  | "discussion"
  | "decisions"
  | "actions"
  | "next"
  | "participants"
  | "regrets"
  | "annex"

/** `rest` is the index in the line's words where what it announces begins on the same line. */
export type Announced = { landmark: Landmark; rest: number | null }

const TAIL = "\\s*(?:\\([^()]{0,40}\\))?\\s*[:.]?"
const ANNEX = "(?:annex(?:e|ure)?|appendix|attachment)(?:\\s+(?:\\d{1,2}|[a-z]|[ivx]{1,4}))?"
const NEXT =
  "(?:(?:proposed |tentative |suggested )?dates?(?:(?:,| and|,? &) (?:time|place|venue))* (?:of|for) )?(?:our |the )?(?:next|upcoming|forthcoming|following|future) (?:[\\p{L}-]+ ){0,3}(?:one|time|council|board|committee|forum|congress|convention|summit|get-together|chapter|moot|retro(?:spective)?|sabha|diet|round|meet-?up|meeting|call|session|interim|stand-?up|sync|check-?in|catch-?up|workshop|review|plenary|sitting|assembly|teleconference|telecon|gathering|hui|night|conference)s?(?: (?:date|time|schedule)s?(?: and time)?)?|(?:date de la |fecha de la )?(?:prochaine?s? (?:rencontres?|réunions?|séances?|sessions?|appels?|assemblées?|rendez-vous|ateliers?|conseil(?: d['’]\\p{L}+| municipal)?|comité(?: de \\p{L}+)?|bureau)|próxim[ao]s? (?:reuniones|sesiones|reuniões|sessões|reunión|sesión|reunião|sessão|cita|encuentro|asamblea|assembleia|junta|llamada)|nächste[rs]? (?:\\p{L}*sitzung|treffen|termin|besprechung|call|versammlung)|prossima riunione|volgende vergadering)"

const ALONE: readonly [Landmark, RegExp][] = [
  [
    "agenda",
    new RegExp(
      `^(?:(?:the |our |draft |proposed |provisional |meeting |adopted |approved |annotated |today's )*agenda(?: items?| points?| topics?)?(?: (?:of|for) (?:the|this|today's) (?:meeting|call|session|sitting|day))?(?:,? (?:as )?(?:sent(?: out)?|circulated|printed|published|proposed|revised|amended|adopted|approved|agreed|accepted))?|contents|topics?(?: (?:for|of|under) discussion| to discuss)?|(?:what |things |items? |points? )?to (?:talk about|discuss|cover)(?: today| tonight)?|(?:items?|points?) (?:for|to) discuss(?:ion)?|items? on the agenda|what we (?:(?:planned|plan|wanted|want|meant|are going|will|would like)(?: to)? (?:to )?)?(?:talk about|discuss|cover)|what(?:[’']s| is) on(?: the agenda)?|(?:plan|programme|outline) (?:of|for) (?:the )?(?:call|meeting|day|evening|session)|running order|order of (?:business|the day)|(?:projet d['’])?ordre du jour|(?:geplante )?tagesordnung(?:spunkte)?|traktanden(?:liste)?|ordem de trabalhos|dagsorden|sakliste|sakslista|porządek obrad|orden del d(?:í|i)a|ordem do dia|pauta|ordine del giorno|temario|dagord(?:en|ning)?)${TAIL.replace("40", "80")}$`,
      "i",
    ),
  ],
  [
    "discussion",
    new RegExp(
      `^(?:what (?:we|was) (?:talked about|discussed|said|did)|points?(?: that were)? (?:discussed|raised)|points? of discussion|items? discussed|(?:summary of (?:the )?|main |key )?discussions?(?: points| summary| items| notes)?|summary of (?:the )?(?:proceedings|meeting|call)|(?:main|key) points|proceedings|deliberations|notes|meeting notes|(?:meeting )?minutes|summary|diskussion(?:en)?|beratung|verlauf(?: der sitzung)?|délibérations|débats|temas tratados|asuntos tratados|puntos tratados|assuntos tratados|desarrollo(?: de la (?:reunión|sesión))?|deliberaciones)${TAIL}$`,
      "i",
    ),
  ],
  [
    "decisions",
    new RegExp(
      `^(?:(?:[\\p{L}-]+ ){0,2}(?:summary|list|review|record|recap) of )?(?:the )?(?:key |main )?(?:decisions?|resolutions?|agreements?|conclusions and decisions|decisions and conclusions|agreed points|points agreed|conclusions?(?:\\s?(?:\\/|&|and)\\s?(?:recommendations?|resolutions?|decisions?))?|(?:decisions?|resolutions?)\\s?(?:\\/|&)\\s?conclusions?|décisions?|beschl(?:u|ü)ss(?:e)?|acuerdos|decisiones|decisões|decisioni)(?: (?:taken|made|reached|adopted|prises))?(?: (?:of|at|by) the (?:\\p{L}+ ){0,3}(?:meeting|call|session|group|committee|plenary|assembly))?${TAIL}$`,
      "iu",
    ),
  ],
  [
    "actions",
    new RegExp(
      `^(?:summary of |list of )?(?:the )?(?:key |main |open |new |agreed |remaining )?(?:action (?:items?|points?|list)|actions?(?: agreed| arising| required| to take| decided| assigned| outstanding)?|what we take (?:home|away)|takeaways?|next steps|follow[- ]?ups?(?: actions?| items?)?|to[- ]?dos?(?: list)?|(?:tasks?|jobs|assignments|commitments)(?: agreed| arising| assigned| set| outstanding| entrusted| given| distributed| handed out| for (?:all|members|the next (?:meeting|time)))?|(?:actions?|tasks?|follow[- ]?ups?|to[- ]?dos?)(?: items?| points?)? (?:log|register|table|tracker|list|schedule|plan|sheet|summary|grid|record|matrix|overview|board)s?|still to (?:be done|do)|(?:things|matters|items|points|work|jobs|tasks|business|what (?:is|needs|has)) (?:(?:still )?to be done|to do|for action|for attention|for follow[- ]?up|requiring action|arising for action|in hand)|(?:for|requiring) action|to be done|points? d['’]action|actions à (?:mener|suivre)|tâches|(?:jobs|homework|tasks|to[- ]?dos?|errands|chores|duties|assignments|promises|work)(?: (?:from|for|after|out of|until|till|before|by) (?:the |this |our |last )?[a-z'’]{2,12}(?: [a-z]{2,12}){0,2})?|who (?:does|has to do|will do|is doing|did) what|measures(?: agreed)?|things to do|assignments(?: table)?|undertakings|matters to be attended to|actions? taken ?(?:\\/|and|or) ?to be taken|(?:jobs|things|work) to do|aufgaben(?:liste)?|offene (?:punkte|aufgaben)|maßnahmen|tareas(?: pendientes)?|acciones|compromisos|tarefas|acciones acordadas|suites à donner|(?:tableau|liste) des (?:suites|actions)(?: à (?:donner|mener))?|relevé d['’]actions)(?: and (?:next steps|action items|owners|deadlines|responsibilities)|,? by (?:person|owner|name|member|assignee|organi[sz]ation|date|day|deadline|due date))?(?: (?:of|from|at) (?:the|this|today[’']s|tonight[’']s) (?:meeting|call|session|evening))?${TAIL}$`,
      "i",
    ),
  ],
  [
    "next",
    new RegExp(
      `^(?:${NEXT}|donm|(?:up |when )?next|until next time|when (?:(?:do|will|shall) )?we (?:(?:will|shall) )?(?:meet|talk|speak|gather)(?: again| next)?\\??|see you (?:again|next time))${TAIL}$`,
      "iu",
    ),
  ],
  ["annex", new RegExp(`^${ANNEX}\\s*(?:[:.–—-].{0,100})?$`, "i")],
]

const INLINE: readonly [Landmark, RegExp][] = [
  ["agenda", /^(?:draft |proposed )?agenda\s{0,4}[:–—]\s{1,8}(?!https?:)(?=\S)/i],
  [
    "next",
    new RegExp(`^(?:${NEXT})\\s*(?:\\([^()]{0,40}\\)\\s*)?(?::|\\s[–—-]\\s)\\s*(?=\\S)`, "iu"),
  ],
  ["next", /^(?:DONM|D\.O\.N\.M\.?)\s*[:–-]\s*(?=\S)/],
  [
    "next",
    /^next\s?:\s*(?=(?:\p{L}{3,9},? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?[ ./–-]\p{L}?|(?:19|20)\d\d-|\p{L}{3,9} \d))/iu,
  ],
  ["next", /^[Nn]ext [A-Z]{2,5}\s*:\s*(?=.{0,40}\d)/],
  [
    "next",
    /^next (?!steps?|deadlines?|issues?|newsletters?|releases?|updates?|reports?|payments?|items?|topics?|versions?|milestones?|actions?|tasks?|editions?|audits?|publications?|invoices?|deliver|election)(?:\p{L}[\p{L}-]{1,14} ?){1,3}\s?:\s*(?=(?:\p{L}{3,9},? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?[ ./–-]|(?:19|20)\d\d-|\p{L}{3,9} \d))/iu,
  ],
  [
    "next",
    new RegExp(
      `^(?:${NEXT})\\s+(?:on\\s+)?(?=\\d{1,2}\\b|20\\d\\d-|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\b)`,
      "iu",
    ),
  ],
]

/** "# Resolved", "## What was agreed": above a list, where a title says no more. */
const DONE = /^(?:what (?:was|we|we have) )?(?:resolved|decided|agreed|voted)(?: on)?\s?:?$/i

/** "| Name | Office | Attendance |", "Forum      Participant". */
const COLUMNS = /^\||\S\s{3,}\S/

/** The part of a report that a line announces, null for an ordinary line. */
export function landmarkOf(line: Line): Announced | null {
  if (line.marker && leadsToPeople(line)) return { landmark: "participants", rest: null }
  if (line.marker || line.place || /^(?:sub-?)?topic\s*:/i.test(line.whole.text.slice(0, 12)))
    return null
  const row = line.names === undefined ? rowOf(line) : null
  if (row) return row
  const barred = line.bullet ? null : NEXT_BEFORE_BAR.exec(line.words.text.slice(0, 160))
  if (barred) return { landmark: "next", rest: barred[0].length }
  if (line.names !== undefined) return { landmark: "participants", rest: 0 }
  if (line.people) {
    const otherwise = line.people === "away" ? "regrets" : "participants"
    return { landmark: peopleHeading(`${line.words.text}:`)?.list ?? otherwise, rest: null }
  }
  const text = line.words.text.slice(0, 200)
  // "Forum      Participant" names columns, however much it sounds like a heading.
  if (!line.bullet && !line.label && COLUMNS.test(text) && tableOfPeople(text))
    return { landmark: "participants", rest: 0 }
  const list = peopleHeading(line.label ? `${text}:` : text)
  const people = list && line.label ? { list: list.list, rest: null } : list
  // A bullet may be the label of a list, and a table's own head says that people follow.
  const named =
    people && (!list?.weak || line.label || people.rest === null || namesIn(text, people.rest))
  // A row of a list goes on with it, whatever those in it are called.
  if (line.listed && people?.list !== "regrets") return null
  if (people && named && (!line.bullet || people.rest !== null || text.endsWith(":")))
    return { landmark: people.list, rest: people.rest }
  if (line.bullet) return null
  if (line.level > 0 && DONE.test(text)) return { landmark: "decisions", rest: null }
  if (tableOfPeople(text)) return { landmark: "participants", rest: 0 }
  return announced(text, line.words.text.length) ?? inOtherLanguage(text, line.words.text.length)
}

/** "2. The following took part:" among numbered paragraphs. */
function leadsToPeople({ words: { text }, level }: Line): boolean {
  if (level > 0 || text.length > 120 || !text.endsWith(":")) return false
  const list = peopleHeading(text)
  return list?.rest === null && list.list === "participants" && !list.weak
}

const NEXT_ROW = new RegExp(`^(?:${NEXT})\\s*:?$`, "iu")
/** "Next meeting | Tuesday 4 June | 14:00": a bar in the place of the colon. */
const NEXT_BEFORE_BAR = new RegExp(`^(?:${NEXT})\\s?\\|\\s*(?=[^|]*\\d)`, "iu")

/** "| Present | Ana Lind, Ben Okoro |": a row of two cells is a label and what stands behind it. */
function rowOf(line: Line): Announced | null {
  const text = line.words.text
  if (line.bullet || line.level > 0 || !text.startsWith("|")) return null
  const cells = cellsOf(text) ?? []
  const [label, value] = cells.filter((cell) => cell.text !== "")
  if (!label || !value || cells.length > 3 || label.text.length > 60) return null
  if (cells.length === 2 && NEXT_ROW.test(label.text) && /\d/.test(value.text))
    return { landmark: "next", rest: value.from }
  const people = peopleHeading(`${label.text.replace(/:$/, "")}: x`)
  return people && namesIn(text.slice(0, value.to), value.from)
    ? { landmark: people.list, rest: value.from }
    : null
}

/** Whether people stand behind a label, rather than what they said. */
function namesIn(text: string, from: number): boolean {
  const behind = segmentsOf(text.slice(from))
  return (
    shareOfNames(behind, true) >= 0.5 || readEntry(text.slice(from))?.name.includes(" ") === true
  )
}

/** "Annex A - Agenda": the agenda as it was printed, behind everything. */
export const annexesAgenda = (text: string) =>
  text.length <= 120 && announcesAgenda(ANNEXED.exec(text)?.[1] ?? "")
const ANNEXED = new RegExp(`^${ANNEX}\\s*[:.–—-]\\s{0,4}(\\S.{0,80})$`, "i")

function announced(text: string, length: number): Announced | null {
  if (length <= 120) {
    if (annexesAgenda(text)) return { landmark: "agenda", rest: null }
    for (const [landmark, pattern] of ALONE) {
      if (pattern.test(text)) return { landmark, rest: null }
    }
  }
  for (const [landmark, pattern] of INLINE) {
    const match = pattern.exec(text)
    if (match) return { landmark, rest: match[0].length }
  }
  return null
}

/** "Ordre du jour / Agenda": what the label says on the other side of the stroke. */
function inOtherLanguage(text: string, length: number): Announced | null {
  const other = /^[^:/]{3,50}\s\/\s/.exec(text)?.[0] ?? ""
  const stroke = other.length
  // "Follow-up from last meeting / discussions" is one title in one language.
  if (stroke === 0 || /\s(?:from|of the|for the|and|last)\s/i.test(other)) return null
  const found = announced(text.slice(stroke), length - stroke)
  return found && { ...found, rest: found.rest === null ? null : found.rest + stroke }
}

/** "Next triage" above "2024-06-17. Ifeoma leads.": whatever it is called, its day stands below. */
export function headsNextDay(line: Line, below: Line): boolean {
  const { text } = line.words
  if (!/^next\s/i.test(line.whole.text) || text.length > 50 || !line.gap) return false
  const together = `${text.replace(/:$/, "")}: ${below.words.text.slice(0, 60)}`
  return INLINE.some(([landmark, pattern]) => landmark === "next" && pattern.test(together))
}

/** Whether a label says that the agenda stands behind it. */
export function announcesAgenda(label: string): boolean {
  return [label, label.replace(/^[^/]{3,50}\s\/\s/, "")].some((text) => ALONE[0]?.[1].test(text))
}

/** Whether a title says that the item is on the next meeting. */
export function announcesNext(title: string): boolean {
  return ALONE.some(([landmark, pattern]) => landmark === "next" && pattern.test(title))
}

/** Whether a sentence leads into the agenda: it speaks of one and ends with a colon. */
export function leadsToAgenda(text: string): boolean {
  const said = text.slice(-240)
  if (!/\bagenda\b/i.test(said)) return false
  return (
    /:["”]?$/.test(said.trimEnd()) || /\b(?:points|items|as follows|below)\.$/.test(said.trimEnd())
  )
}
