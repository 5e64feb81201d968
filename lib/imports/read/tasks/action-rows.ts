import type { Who } from "../people/who"
import { type Cell, cellsOf, columnsOf, isRow, isRule } from "../text/table"
import { type Days, dayAt } from "../times/due-in"
import { namedIn, peopleIn } from "./owners"

const COLUMNS = {
  number:
    /^(?:#|§|minutes?(?: (?:no|ref)\.?)?|n[o°º]\.?|nr\.?|s[nr]\.?|number|id|ref\.?|item (?:no\.?|#))$/i,
  owner:
    /^(?:owners?|who|persons?(?:\/s|\(s\))? (?:in charge|responsible)|in charge|(?:to be )?done by|pic|champions?|focal points?|for action|doers?|volunteers?|mandated|responsible(?: (?:person|party|body|officer|member))?s?|responsibility|assigned(?: to)?|assignees?|leads?|by whom|persons?|names?|action(?:ed)? by|encargad[oa]s?|zuständig|wer|qui|quién|responsables?|pilotes?|porteurs?|référente?s?|à la charge de|verantwortlich)$/i,
  helper:
    /^(?:co-?leads?|co-?owners?|support(?:ed by)?|supporting|assist(?:ed by|ing)?|with|backup|helpers?|together with|second(?:ed)?|deputy)$/i,
  due: /^(?:time ?frame|finish(?: by)?|(?:to be )?(?:completed|finished|ready)(?: by)?|due(?: date| by| on)?|deadlines?|before|prior to|(?:date )?expected|latest|by(?: when)?|when|until|target(?: date)?|dates?|completion(?: date)?|plazo|fecha|bis(?: wann)?|time limit|term|not later than|prazo|timelines?|timeframe|échéances?|quand|délais?|cuándo|frist|termin)$/i,
  status:
    /^(?:status|state|done\??|progress|comments?|notes?|remarks?|priority|état|estado|statut|stand)$/i,
  text: /^(?:(?:what is |what['’]s )?to be done|(?:(?:will|shall) do|does|to do) what|works?|dut(?:y|ies)|homework|assignments?|chores?|promises?|agreed actions?|actions?(?: items?| points?| required| agreed)?|tasks?|what|descriptions?|to[- ]?dos?|items?|follow[- ]?ups?|next steps?|tâches?|quoi|commitments?|measures?|jobs?|matters?|activit(?:y|ies)|issues?|tareas?|tarefas?|aufgaben?|was|undertakings?|deliverables?|compromisos?|acci(?:ón|ones)|acuerdos?)$/i,
}
/** What the state of a task says where there is nothing left to do. */
const DONE =
  /^(?:done|closed?|completed?|finished|discharged|resolved|cancelled|dropped|implemented|achieved|fulfilled|delivered|actioned|executed|withdrawn|no longer needed|✓|✔|✅|☑|terminée?|faite?|clos|hech[oa]|cumplid[oa]|realizad[oa]|completad[oa]|erledigt|concluíd[oa]|feito)(?![\p{L}-])(?! (?:by|until)\b)/iu
/** What may be done by its name, and is only referred to beside a column that says what is to be done. */
const ABOUT = /^(?:items?|matters?|issues?|activit(?:y|ies))$/i
type Columns = Partial<Record<keyof typeof COLUMNS | "about", number>>
export type ActionRow = { from: number; to: number; owners: string[]; due: string | null }

/** Whether a line is the head of a table of actions: what is to be done, and by whom or when. */
export function headsActions(text: string): boolean {
  const cells = cellsOf(text, 2)
  const columns = cells && cells.length >= 3 ? columnsIn(cells) : null
  return (
    columns?.text !== undefined && columns.owner !== undefined && known(columns) === cells?.length
  )
}

/** What the columns hold; in "Item | What | Who" the item is only what it is about. */
function columnsIn(cells: readonly Cell[]): Columns | null {
  const columns: Columns | null = columnsOf(cells, COLUMNS)
  const about = columns?.text
  if (!columns || about === undefined || !ABOUT.test(cells[about]?.text ?? "")) return columns
  const text = cells.findIndex(({ text: said }) => COLUMNS.text.test(said) && !ABOUT.test(said))
  return text < 0 || Object.values(columns).includes(text) ? columns : { ...columns, about, text }
}

const known = (columns: Columns) => Object.keys(columns).length

/** Reads actions that are set as a table, row by row; columns are found by their head, in any order. */
export class ActionTable {
  #columns: Columns | null = null

  constructor(
    readonly who: Who,
    readonly days: Days,
  ) {}

  /** Whether a row of prose above is over, so that the next one names its columns anew. */
  end(): void {
    this.#columns = null
  }

  /** Whether a row is the head of a table of actions, wherever that stands. */
  opens(text: string): boolean {
    const cells = cellsOf(text)
    const columns = cells ? columnsIn(cells) : null
    if (columns?.text === undefined || (columns.owner ?? columns.due) === undefined) return false
    // Columns apart by spaces alone have to be those of actions beyond doubt.
    const sure = columns.due ?? (known(columns) === cells?.length ? columns.status : undefined)
    if (!isRow(text) && (columns.owner === undefined || sure === undefined)) return false
    this.#columns = columns
    return true
  }

  /** Whether a line without mark or number stands right above the head of such a table. */
  static isHeadedBy(title: string, head: string): boolean {
    const cells = title.length <= 60 && !/[.!?;,]$/.test(title) ? cellsOf(head) : null
    const columns = cells && cellsOf(title) === null ? columnsIn(cells) : null
    return columns?.text !== undefined && columns.owner !== undefined && columns.due !== undefined
  }

  get isOpen(): boolean {
    return this.#columns !== null
  }

  /**
   * The action of a row; "skip" for head and rule, null for a line that is no row. `reviews`: what the
   * last meeting left to do, so that nothing is to be done any more where the row says "done".
   */
  read(text: string, reviews = false): ActionRow | "skip" | null {
    const cells = cellsOf(text) ?? (this.#columns ? cellsOf(text, 2) : null)
    const spaced = cells !== null && !isRow(text) && !this.#columns && !columnsIn(cells)
    if (!cells || (spaced && !this.#tells(cells))) return null
    if (isRule(text)) return "skip"
    if (!this.#columns) {
      this.#columns = columnsIn(cells)
      if (this.#columns) return "skip"
    }
    const columns = this.#columns ?? this.#guess(cells)
    const task = cells[columns.text ?? -1] ?? this.#widest(cells, columns)
    const done = reviews && DONE.test(cells[columns.status ?? -1]?.text ?? "")
    if (!task || task.text === "" || done) return "skip"
    return {
      from: task.from,
      to: task.to,
      owners: [columns.owner, columns.helper].flatMap((at) => this.#ownersAt(cells[at ?? -1])),
      due: dayAt(cells[columns.due ?? -1]?.text ?? "", this.days, ""),
    }
  }

  /** Who stands in a cell for owners: people, or whatever else its column names. */
  #ownersAt(cell: Cell | undefined): string[] {
    const said = cell?.text ?? ""
    return this.#columns ? namedIn(said, this.who) : peopleIn(said, this.who)
  }

  /** Columns apart by spaces, without a head: a person, and a day or nothing but what they are to do. */
  #tells(cells: readonly Cell[]): boolean {
    const { owner, due } = this.#guess(cells)
    return (
      owner !== undefined &&
      (due !== undefined ? cells.length >= 3 : cells.length === 2 && owner === 0)
    )
  }

  /** Columns without a head: who and when are told by their look. */
  #guess(cells: readonly Cell[]): Columns {
    const columns: Columns = {}
    for (const [index, { text }] of cells.entries()) {
      if (/^#?\d{1,3}\.?$/.test(text)) columns.number ??= index
      else if (text.length <= 30 && dayAt(text, this.days, "")) columns.due ??= index
      else if (text.length <= 80 && peopleIn(text, this.who).length > 0) columns.owner ??= index
    }
    return columns
  }

  #widest(cells: readonly Cell[], columns: Columns): Cell | undefined {
    const taken = new Set([
      columns.number,
      columns.owner,
      columns.helper,
      columns.due,
      columns.status,
      columns.about,
    ])
    return cells
      .filter((_, index) => !taken.has(index))
      .sort((a, b) => b.text.length - a.text.length)[0]
  }
}
