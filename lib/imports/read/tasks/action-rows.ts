import type { Who } from "../people/who"
import { type Cell, cellsOf, isRow, isRule } from "../text/table"
import { type Days, dayAt, dueIn } from "../times/due-in"
import { type Assignee, anyAssigneeIn, assigneeIn, dayIn, NO_DAY } from "./assignee"
import { doersBeside, tellWhose } from "./doers-in-rows"
import { isOnlyPeople, namedIn, peopleIn } from "./owners"
import {
  areDeeds,
  type Columns,
  columnOfTasks,
  columnsByLook,
  columnsIn,
  isAgenda,
  known,
} from "./task-columns"
import { type Recorded, recordsIn } from "./task-fields"
import { isClosed, isState } from "./task-state"
import { taskBefore, taskIn } from "./task-text"

export type ActionRow = {
  from: number
  to: number
  owners: string[]
  due: string | null
  /** The table says that there is no day: "ASAP". */
  undated: boolean
}

/** Reads actions that are set as a table, row by row; columns are found by their head, in any order. */
export class ActionTable {
  #columns: Columns | null = null
  /** What the rows of records say that are not read yet. */
  #records: (Recorded | "skip")[] = []

  constructor(
    readonly who: Who,
    readonly days: Days,
  ) {}

  /** Whether a row of prose above is over, so that the next one names its columns anew. */
  end(): void {
    this.#columns = null
    this.#records = []
  }

  /**
   * Whether a table of actions begins with a row, wherever that stands: "head" where the row names the
   * columns, "row" where those are told by the looks of `below`, the rows of the table from this one on.
   */
  opens(text: string, below: readonly string[]): "head" | "row" | null {
    const cells = cellsOf(text)
    if (!cells) return null
    this.#records = recordsIn(below, this.who, this.days) ?? []
    if (this.#records.length > 0) return "row"
    const head = columnsIn(cells) ?? columnOfTasks(cells)
    const rows = rowsIn(below)
    if (head && isAgenda(head, cells, rows)) return null
    if (head?.text !== undefined && (head.owner ?? head.due) !== undefined) {
      // Columns apart by spaces alone have to be those of actions beyond doubt.
      const sure = head.due ?? (known(head) === cells.length ? head.status : undefined)
      if (isRow(text) || (head.owner !== undefined && sure !== undefined)) {
        this.#columns = this.#filled(head, below)
        return "head"
      }
    }
    if (
      head?.text !== undefined &&
      isRow(text) &&
      tellWhose(rows, head.text, this.who, this.days)
    ) {
      this.#columns = head
      return "head"
    }
    if (rows.length < FEWEST_ROWS) return null
    const look = columnsByLook(rows.slice(1), this.who, this.days)
    if (look.text === undefined || look.owner === undefined) return null
    const told = look.status ?? (areDeeds(rows.slice(1), look.text) ? look.due : undefined)
    if (told === undefined) return null
    this.#columns = head ? merged(head, look) : look
    return head || this.#isHead(cells, look) ? "head" : "row"
  }

  /** Columns by their heads, and those whose heads say nothing by the looks of their cells. */
  #filled(head: Columns, below: readonly string[]): Columns {
    const all = head.text !== undefined && head.owner !== undefined && head.due !== undefined
    if (all) return head
    const rows = rowsIn(below)
    const columns = merged(head, columnsByLook(rows.slice(1), this.who, this.days))
    // "Area | Next step": beside "Ana orders the rope" an area is nobody.
    const isArea =
      head.text !== undefined &&
      head.owner === undefined &&
      tellWhose(rows, head.text, this.who, this.days)
    if (isArea) delete columns.owner
    return columns
  }

  /** Whether a row holds none of what the columns below it hold. */
  #isHead(cells: readonly Cell[], { owner, due, status }: Columns): boolean {
    const at = (column: number | undefined) => cells[column ?? -1]?.text ?? ""
    // "Owner" and "Quién" may be names by their looks: a day or a state tells better.
    if (due !== undefined) return at(due) !== "" && dayIn(at(due), this.days) === null
    if (status !== undefined) return !isState(at(status))
    return assigneeIn(at(owner), this.who, this.days) === null
  }

  /** Whether a line without mark or number stands right above the head of such a table. */
  static isHeadedBy(title: string, head: string): boolean {
    const cells = title.length <= 60 && !/[.!?;,]$/.test(title) ? cellsOf(head) : null
    const columns = cells && cellsOf(title) === null ? columnsIn(cells) : null
    return columns?.text !== undefined && columns.owner !== undefined && columns.due !== undefined
  }

  get isOpen(): boolean {
    return this.#columns !== null || this.#records.length > 0
  }

  /**
   * The action of a row; "skip" for head and rule and for what is done, null for a line that is no row.
   * `below`: the rows of the table from this one on, where it is the first of them. `isNumbered`: the number
   * in its first column was taken for that of an entry of a list.
   */
  read(text: string, below: readonly string[] = [], isNumbered = false): ActionRow | "skip" | null {
    if (this.#records.length === 0 && below.length > 1 && !this.#columns)
      this.#records = recordsIn(below, this.who, this.days) ?? []
    const record = this.#records.shift()
    if (record) return record === "skip" ? record : { ...record, undated: false }
    const own = cellsOf(text) ?? (this.#columns ? cellsOf(text, 2) : null)
    const isShort = isNumbered && own !== null && this.#columns?.number === 0
    const cells = isShort ? [{ from: 0, to: 0, text: "" }, ...own] : own
    const spaced = cells !== null && !isRow(text) && !this.#columns && !columnsIn(cells)
    if (!cells || (spaced && !this.#tells(cells))) return null
    if (isRule(text)) return "skip"
    const [only] = cells
    if (only && cells.length === 1) {
      if (HEAD_ALONE.test(only.text)) return "skip"
      const alone = taskIn(text.slice(0, only.to), only.from, this.who, this.days)
      return alone && { ...alone, undated: false }
    }
    if (!this.#columns) {
      const head = columnsIn(cells)
      if (head) this.#columns = this.#filled(head, below)
      else if (isRow(text) && this.opens(text, below) === "head") return "skip"
      if (head) return "skip"
    }
    const columns = this.#columns ?? this.#guess(cells)
    if (!this.#columns && columns.owner === undefined && this.#isPast(cells, columns)) return "skip"
    const task = cells[columns.text ?? -1] ?? this.#widest(cells, columns)
    const status = cells[columns.status ?? -1]?.text ?? ""
    const when = cells[columns.due ?? -1]?.text.trim() ?? ""
    if (!task || !/[\p{L}\d]/u.test(task.text) || isClosed(status) || isClosed(when)) return "skip"
    if (columns.owner === undefined) {
      // "| 118 | Order the lamp (Ana) |": whose it is, beside what is to be done.
      const front = text.slice(0, task.to)
      const named = taskIn(front, task.from, this.who, this.days)
      const told = named?.owners.every((name) => this.who.knows(name))
        ? named
        : taskBefore(front, task.from, this.who, this.days)
      const day = dayAt(when, this.days, "")
      if (told) return { ...told, due: told.due ?? day, undated: false }
    }
    const { owners: named, due } = this.#assigned(cells[columns.owner ?? -1]?.text ?? "")
    const owners =
      columns.owner === undefined ? doersBeside(task.text, when, this.who, this.days) : named
    const helpers = this.#assigned(cells[columns.helper ?? -1]?.text ?? "").owners
    const beside = assigneeIn(when, this.who, this.days)?.due
    const day = dayAt(when, this.days, "") ?? due ?? beside ?? null
    return {
      from: task.from,
      to: task.to,
      owners: [...owners, ...helpers],
      // "In progress, new deadline 20 May" is later than the day of the column.
      due: (isState(status) ? dueIn(status, this.days) : null) ?? day,
      undated: NO_DAY.test(when),
    }
  }

  /** "| 2019-03-08 | The port has not answered. |": what was said of a task at an earlier meeting, or at this one. */
  #isPast(cells: readonly Cell[], { due }: Columns): boolean {
    const day = due === 0 ? dayAt(cells[0]?.text ?? "", this.days, "") : null
    return day !== null && this.days.meeting !== null && day <= this.days.meeting
  }

  /** Who stands in a cell for owners, and perhaps by when: people, or whatever else its column names. */
  #assigned(said: string): Assignee {
    if (!this.#columns) return { owners: peopleIn(said, this.who), due: null }
    return (
      anyAssigneeIn(said, this.who, this.days) ?? { owners: namedIn(said, this.who), due: null }
    )
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
      else if (text.length <= 80 && peopleIn(text, this.who).length > 0) {
        const isNext = !isOnlyPeople(cells[columns.owner ?? index]?.text ?? "", this.who)
        if (columns.owner === undefined || (isNext && isOnlyPeople(text, this.who)))
          columns.owner = index
      }
    }
    // "| 119 | Compare the list with Ana's |": where nothing else is left, it is what is to be done.
    const owner = cells[columns.owner ?? -1]?.text
    if (owner && known(columns) === cells.length && !isOnlyPeople(owner, this.who))
      delete columns.owner
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

const FEWEST_ROWS = 2
/** "Action item", "Action items continued": the head of a table of one column. */
const HEAD_ALONE =
  /^(?:actions?|tasks?|to-?dos?)(?: (?:items?|points?|list))?(?: \(?(?:continued|cont\.?)\)?)?$/i

/** The cells of the rows of a table, without its rules. */
function rowsIn(below: readonly string[]): Cell[][] {
  return below.flatMap((text) => (isRule(text) ? [] : [cellsOf(text) ?? []]))
}

/** Columns by their heads, and the others by their looks. */
function merged(head: Columns, look: Columns): Columns {
  const taken = new Set(Object.values(head))
  const others = Object.entries(look).filter(([, column]) => !taken.has(column))
  return { ...Object.fromEntries(others), ...head }
}
