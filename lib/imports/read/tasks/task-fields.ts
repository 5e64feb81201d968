import type { Who } from "../people/who"
import { type Cell, cellsOf, isRule } from "../text/table"
import { type Days, dayAt, dueIn } from "../times/due-in"
import { isDeed } from "./action-groups"
import { assigneeIn } from "./assignee"
import { isOnlyPeople, namedIn } from "./owners"
import { type FieldKind, kindOfField } from "./task-columns"

/** A stretch of a text that stands behind a label. */
type Value = { from: number; to: number; text: string }
type Fields = Partial<Record<FieldKind, Value>>
/** What a record of fields says is to be done. */
export type Recorded = { from: number; to: number; owners: string[]; due: string | null }

/** "Who: ", ". By when? ", " | Task: ": a label at the beginning of a text, or behind a field. */
const LABEL =
  /(?<=^|[.;|,/]\s{1,3}|\s{2,4})(\p{L}[\p{L}’']{1,20}(?: [\p{L}’']{1,20}){0,3}?)\.?\s?[:?]\s{1,4}(?=\S)/gu
const LONGEST = 600
const ITEM = /^(?:items?|matter)$/i

/** "who Ana what ring the port when 3 May": the questions without a colon, in bold perhaps. */
const SMALL = /^who\s(.{2,80}?)\s+what\s(.{2,300}?)\s+(?:by )?when\s(.{2,40})$/i

/** The tasks of a paragraph that tells them by their fields: "Who: Ana. What: ring the port. When: 3 May." */
export function recordsWithin(text: string, who: Who, days: Days): Recorded[] {
  const small = SMALL.exec(text.slice(0, LONGEST))
  if (small) {
    const at = (group: number, from: number): Value => {
      const said = small[group] ?? ""
      const begin = text.indexOf(said, from)
      return { from: begin, to: begin + said.length, text: said }
    }
    const owner = at(1, 3)
    const what = at(2, owner.to + 5)
    const record = recordOf({ owner, text: what, due: at(3, what.to + 5) }, who, days)
    return record ? [record] : []
  }
  if (text.length > LONGEST || !/[:?]\s.{2,400}:\s/.test(text)) return []
  const labels = [...text.matchAll(LABEL)].flatMap(({ index, 0: { length }, 1: label = "" }) => {
    // "Owner: Ana | Item: ring the port": beside whose it is, an item is what is to be done.
    const kind = kindOfField(label) ?? (ITEM.test(label) ? "text" : null)
    return kind ? [{ kind, index, from: index + length }] : []
  })
  const [first] = labels
  if (first?.index !== 0 || !labels.some(({ kind }) => kind === "owner")) return []
  const all: Fields[] = []
  for (const [at, { kind, from }] of labels.entries()) {
    // The field that comes first begins each record.
    if (kind === first.kind) all.push({})
    const fields = all.at(-1)
    if (!fields || fields[kind]) return []
    const end = labels[at + 1]?.index ?? text.length
    const said = text.slice(from, end).replace(/[\s;,|/]+$/, "")
    fields[kind] = { from, to: from + said.length, text: said }
  }
  const records = all.map((fields) =>
    recordOf({ ...fields, ...(fields.text ? {} : parted(fields.owner, who)) }, who, days),
  )
  return records.every((record) => record !== null) ? records : []
}

/** "Ana Lind. Ring the port": what is to be done behind whose it is, without a label of its own. */
function parted(owner: Value | undefined, who: Who): Fields {
  const stop = owner?.text.search(/(?<=\p{L}{3})\.\s+\p{Lu}/u) ?? -1
  if (!owner || stop < 0 || !isOnlyPeople(owner.text.slice(0, stop), who)) return {}
  const text = owner.text.slice(stop + 1).trimStart()
  if (!isDeed(text)) return {}
  return {
    owner: { ...owner, to: owner.from + stop, text: owner.text.slice(0, stop) },
    text: { from: owner.to - text.length, to: owner.to, text },
  }
}

/**
 * The tasks of a table whose rows are fields: "| Who | Ana |", then "| What | Ring the port |". One answer
 * for each row: its task where it says what is to be done, else "skip"; null where the rows are no records.
 */
export function recordsIn(
  table: readonly string[],
  who: Who,
  days: Days,
): (Recorded | "skip")[] | null {
  const rows = table.filter((row) => !isRule(row))
  const answers: (Recorded | "skip")[] = rows.map(() => "skip")
  let fields: Fields = {}
  let said = -1
  const close = () => {
    const record = said >= 0 ? recordOf(fields, who, days) : null
    if (record) answers[said] = record
    fields = {}
    said = -1
    return record !== null
  }
  for (const [at, row] of rows.entries()) {
    const field = fieldOf(cellsOf(row) ?? [])
    if (!field) return null
    if (fields[field.kind] && !close()) return null
    fields[field.kind] = field.value
    if (field.kind === "text") said = at
  }
  return close() ? answers : null
}

function fieldOf(cells: readonly Cell[]): { kind: FieldKind; value: Value } | null {
  const [label, value, ...others] = cells.filter(({ text }) => text !== "")
  // "Task:   ring the port" is a line that is read by itself.
  const kind = label ? kindOfField(label.text) : null
  if (!kind || !value || others.length > 0 || kindOfField(value.text)) return null
  return { kind, value }
}

function recordOf({ text, owner, due }: Fields, who: Who, days: Days): Recorded | null {
  if (!text || !owner) return null
  const people = owner.text.replace(/\.$/, "")
  const told = assigneeIn(people, who, days) ?? { owners: namedIn(people, who), due: null }
  if (told.owners.length === 0) return null
  const when = due?.text.replace(/\.$/, "") ?? ""
  const day = when ? (dayAt(when, days, "") ?? dueIn(`by ${when}`, days)) : null
  return { from: text.from, to: text.to, owners: told.owners, due: day ?? told.due }
}
