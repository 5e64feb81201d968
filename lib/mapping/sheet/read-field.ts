import { citationIn } from "../cells/citation"
import { cellInputs } from "../input"
import { latestToday } from "../lines"
import type { CellField, CellValues } from "../model"
import { plain } from "../other-words"
import { readActivities } from "./activity-lines"
import { readDay } from "./days"
import { areaCalled, type SheetLine } from "./lines"
import type { Standing } from "./model"
import { readRichText } from "./rich-text"
import type { Doubt, ProblemKey } from "./status"
import { allWords } from "./texts"
import { type ReadColumn, readScope, readStatus } from "./words"

/** What a cell of a line holds, where it can be taken, with what is doubtful and what is wrong. */
export type ReadField = {
  value: CellValues[CellField] | null
  readable: boolean
  doubts: Doubt[]
  /** Whether the cell says that nothing shall stand there. */
  empties: boolean
}

/** The columns of any table that make up a cell. */
export const columnsRead: Record<CellField, readonly ReadColumn[]> = {
  area: ["area"],
  suggests: ["suggests"],
  citation: ["citation", "mandate", "paragraph"],
  activities: ["activities"],
  synergies: ["synergies"],
  scope: ["scope", "reason"],
  responsible: ["responsible"],
  status: ["status"],
  confirmed: ["confirmed"],
}

const problems: Record<string, ProblemKey> = {
  "field.tooLong": "tooLong",
  "mapping.linkForm": "link",
  "mapping.unstorable": "unstorable",
  "mapping.tooManyActivities": "tooMany",
}
const isProblem = new Set<string>(Object.values(problems))
/** Whether it keeps its row out, rather than asking for a look. */
export const keepsOut = ({ key }: Doubt): boolean =>
  isProblem.has(key) || key === "nothing" || key === "notFitting"

/** What no cell can hold, in characters, whatever it says; it is not read. */
const longestText = 60_000

/** Reads one cell of a line. `now` is the row as it stands, where it is one of the table. */
export function readField(
  field: CellField,
  line: SheetLine,
  now: CellValues | null,
  standing: Standing,
): ReadField {
  const doubts: Doubt[] = line.formulas
    .filter((column) => columnsRead[field].includes(column))
    .map((column) => ({ key: "formula", value: line.texts[column] ?? "" }))
  const text = columnsRead[field].map((column) => line.texts[column] ?? "").join("")
  const empties = text === ""
  const unread = { value: null, readable: false, doubts, empties }
  if (text.length > longestText) return { ...unread, doubts: [{ key: "tooLong", value: "" }] }
  const value = valueIn(field, line, now, standing, doubts)
  if (/\[…\d+\]$/.test(text)) return { ...unread, doubts: [{ key: "cut", value: "" }] }
  if (value === undefined) return unread
  const read = cellInputs[field].safeParse(value)
  if (read.success) return { value: read.data, readable: true, doubts, empties }
  const [issue] = read.error.issues
  const path = issue?.path ?? []
  const at = path.reduce<unknown>((inner, step) => Object(inner)[step], value)
  const key = problems[issue?.message ?? ""] ?? "notFitting"
  doubts.push({ key, value: typeof at === "string" ? at.slice(0, 80) : "" })
  return unread
}

/** The value before it is looked at; undefined, and a doubt, where the words say none. */
function valueIn(
  field: CellField,
  { texts }: SheetLine,
  now: CellValues | null,
  standing: Standing,
  doubts: Doubt[],
): unknown {
  const doubt = (key: Doubt["key"], value: string) => {
    doubts.push({ key, value: value.slice(0, 200) })
    return undefined
  }
  const said = texts[columnsRead[field][0] ?? "number"] ?? ""
  switch (field) {
    case "area":
      return areaCalled(said, standing.areas)?.id ?? doubt("area", said)
    case "suggests":
      return said
    case "citation": {
      const { mandate = "", paragraph = "" } = texts
      if (said) return citationIn(said, standing.mandate)
      return { mandate: mandate || (paragraph && standing.mandate), paragraph }
    }
    case "activities": {
      const { kind = "", years = "", link = "", body = "" } = texts
      const read = readActivities(
        said,
        { kind, years, link, body },
        { now: now?.activities ?? [], kinds: allWords.map((words) => words.kind) },
      )
      doubts.push(...read.doubts.filter(({ key }) => key !== "tooMany"))
      return read.activities
    }
    case "synergies":
      return readRichText(said, standing.people)
    case "scope":
      return scopeIn(texts, now, standing, doubt)
    case "responsible": {
      if (said === "") return null
      const named = standing.people.filter(
        ({ name, member }) => member && plain(name) === plain(said),
      )
      if (named.length > 1) return doubt("samePerson", said)
      return named[0]?.id ?? doubt("person", said)
    }
    case "status":
      return said === "" ? "open" : (readStatus(said) ?? doubt("status", said))
    case "confirmed": {
      if (said === "") return null
      const day = readDay(said)
      if (day && day.day > latestToday()) return doubt("dayAhead", said)
      if (day?.doubt) doubts.push(day.doubt)
      return day?.day ?? doubt("day", said)
    }
  }
}

function scopeIn(
  { scope: said, reason }: SheetLine["texts"],
  now: CellValues | null,
  { mayDecide }: Standing,
  doubt: (key: Doubt["key"], value: string) => undefined,
): unknown {
  const before = now?.scope ?? { scope: "proposed", reason: "" }
  const scope = said === undefined ? before.scope : said === "" ? "proposed" : readScope(said)
  if (!scope) return doubt("scope", said ?? "")
  const kept = scope === before.scope ? before.reason : ""
  const why = reason ?? kept
  if (scope === before.scope && why === before.reason) return { scope, reason: why }
  if (!mayDecide) return doubt("mayNotDecide", said || (reason ?? ""))
  if (scope !== "proposed" && why === "") return doubt("scopeReason", said ?? "")
  return { scope, reason: why }
}
