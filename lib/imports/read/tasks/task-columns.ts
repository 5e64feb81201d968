import type { Who } from "../people/who"
import { type Cell, cellsOf, columnsOf } from "../text/table"
import type { Days } from "../times/due-in"
import { assigneeIn, dayIn } from "./assignee"
import { VERB } from "./commitment-words"
import { isState } from "./task-state"

const COLUMNS = {
  number:
    /^(?:#|§|minutes?(?: (?:no|ref)\.?)?|n[o°º]\.?|nr\.?|s[nr]\.?|number|id|ref\.?|item (?:no\.?|#))$/i,
  owner:
    /^(?:owners?|who|persons?(?:\/s|\(s\))? (?:in charge|responsible)|in charge|(?:to be )?done by|action (?:holder|owner)|pic|champions?|focal points?|for action|doers?|volunteers?|mandated|resp|responsible(?: (?:person|party|body|officer|member))?s?|responsibility|assigned(?: to)?|assignees?|leads?|by whom|persons?|names?|action(?:ed)? by|encargad[oa]s?|zuständig|wer|qui|quién|responsables?|pilotes?|porteurs?|référente?s?|à la charge de|verantwortlich)$/i,
  helper:
    /^(?:co-?leads?|co-?owners?|support(?:ed by)?|supporting|assist(?:ed by|ing)?|with|backup|helpers?|together with|second(?:ed)?|deputy)$/i,
  due: /^(?:time ?frame|finish(?: by)?|(?:to be )?(?:completed|finished|ready)(?: by)?|due(?: date| by| on)?|deadlines?|before|prior to|(?:date )?expected|latest|by(?: when)?|when|until|target(?: date)?|dates?|completion(?: date)?|plazo|fecha|bis(?: wann)?|time limit|term|not later than|prazo|timelines?|timeframe|échéances?|quand|délais?|cuándo|frist|termin)$/i,
  status:
    /^(?:status|state|done\??|progress|comments?|notes?|remarks?|priority|état|estado|statut|stand)$/i,
  text: /^(?:(?:what is |what['’]s )?to be done|(?:(?:will|shall) do|does|to do) what|works?|dut(?:y|ies)|homework|assignments?|chores?|promises?|agreed actions?|actions?(?: items?| points?| required| agreed)?|tasks?|what|descriptions?|to[- ]?dos?|items?|follow[- ]?ups?|next steps?|tâches?|quoi|commitments?|measures?|jobs?|matters?|activit(?:y|ies)|issues?|tareas?|tarefas?|aufgaben?|was|undertakings?|deliverables?|compromisos?|acci(?:ón|ones)|acuerdos?)$/i,
}
/** What a field of a task is: whose, by when, what. */
export type FieldKind = "owner" | "due" | "text" | "status" | "number"
const FIELDS = ["number", "owner", "due", "status", "text"] as const

/** What a label in front of one field says that it is; null for any other. */
export function kindOfField(label: string): FieldKind | null {
  if (label.length > 24 || ABOUT.test(label)) return null
  return FIELDS.find((kind) => COLUMNS[kind].test(label)) ?? null
}

/** What may be done by its name, and is only referred to beside a column that says what is to be done. */
const ABOUT = /^(?:items?|matters?|issues?|activit(?:y|ies))$/i
const MINUTES =
  /^(?:min(?:ute)?s?\.?|time(?: \(min\.?\))?|(?:est\.? )?duration|length|allotted(?: time)?)$/i
/** Where the columns of a table of tasks stand, by what they hold. */
export type Columns = Partial<Record<keyof typeof COLUMNS | "about", number>>

/** Whether a line is the head of a table of actions: what is to be done, and by whom or when. */
export function headsActions(text: string): boolean {
  const cells = cellsOf(text, 2)
  const columns = cells && cells.length >= 3 ? columnsIn(cells) : null
  return (
    columns?.text !== undefined && columns.owner !== undefined && known(columns) === cells?.length
  )
}

/** What the columns hold; in "Item | What | Who" the item is only what it is about. */
export function columnsIn(cells: readonly Cell[]): Columns | null {
  const columns: Columns | null = columnsOf(cells, COLUMNS)
  const about = columns?.text
  // "Item | Lead | Min.": how long each takes, in an agenda.
  const isAgenda = about !== undefined && ABOUT.test(cells[about]?.text ?? "")
  if (isAgenda && columns?.due === undefined && cells.some(({ text }) => MINUTES.test(text)))
    return null
  if (!columns || about === undefined || !ABOUT.test(cells[about]?.text ?? "")) return columns
  const text = cells.findIndex(({ text: said }) => COLUMNS.text.test(said) && !ABOUT.test(said))
  return text < 0 || Object.values(columns).includes(text) ? columns : { ...columns, about, text }
}

/** "Item | Lead": whether a head names nothing but items and whose they are, and no cell says what is to be done. */
export const isAgenda = (
  { text, due, status }: Columns,
  cells: readonly Cell[],
  rows: readonly (readonly Cell[])[],
) =>
  text !== undefined &&
  ABOUT.test(cells[text]?.text ?? "") &&
  (due ?? status) === undefined &&
  !areDeeds(rows.slice(1), text)

/** "Topic | Noted | To do": the one column of a table that holds tasks beyond doubt. */
export function columnOfTasks(cells: readonly Cell[]): Columns | null {
  const at = cells.findIndex(({ text }) => SURE.test(text))
  return at > 0 ? { text: at } : null
}
const SURE = /^(?:to[- ]?dos?|actions?(?: items?| points?)?|tasks?|next steps?|follow[- ]?ups?)$/i

export const known = (columns: Columns) => Object.keys(columns).length

/** "A-07", "26-1", "AP17.2", "TB/22/076a": what a task is called. */
const CODE = /^#?(?=[^\d]{0,6}\d)[\p{L}\d]{1,8}(?:[ ./-][\p{L}\d]{1,6}){0,3}\.?$/u
const DEED = new RegExp(`^(?:to\\s)?${VERB}\\s`, "iu")
const FEWEST_WORDS = 2

/**
 * What the columns of a table hold by the look of their cells, whatever their heads are called: people, a
 * day, what became of it, and in the widest what is to be done.
 */
export function columnsByLook(rows: readonly (readonly Cell[])[], who: Who, days: Days): Columns {
  const columns: Columns = {}
  let widest = 0
  const width = Math.max(0, ...rows.map((row) => row.length))
  for (let at = 0; at < width; at++) {
    const cells = rows.flatMap((row) => row[at]?.text || [])
    const share = (is: (text: string) => boolean) => cells.filter(is).length / cells.length
    if (cells.length === 0) continue
    // "12/1" in the first column is what a task is called, "12 May" is a day there too.
    const isDay = (text: string) =>
      text.length <= 40 &&
      (at > 0 || !CODE.test(text) || /\p{L}{3}/u.test(text)) &&
      dayIn(text, days) !== null
    if (share((text) => text.length <= 60 && isState(text)) >= 0.8) columns.status ??= at
    else if (share(isDay) >= 0.6) columns.due ??= at
    else if (share((text) => CODE.test(text)) >= 0.8) columns.number ??= at
    else if (share((text) => namesSomebody(text, who, days)) >= 0.6) columns.owner ??= at
    else {
      const words = cells.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / cells.length
      if (words < FEWEST_WORDS || words <= widest) continue
      widest = words
      columns.text = at
    }
  }
  return columns
}

/** Whether most cells of a column begin with what somebody is to do: "Ask the port", "write to both". */
export function areDeeds(rows: readonly (readonly Cell[])[], column: number): boolean {
  const cells = rows.flatMap((row) => row[column]?.text || [])
  return cells.filter((text) => DEED.test(text.slice(0, 40))).length * 2 > cells.length
}

/** Whether a cell is people or bodies: a single word that nothing is known of may be anything. */
function namesSomebody(text: string, who: Who, days: Days): boolean {
  const owners = assigneeIn(text, who, days)?.owners ?? []
  return owners.some((name) => name.includes(" ") || who.knows(name) || !who.isComplete)
}
