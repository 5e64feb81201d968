import { CsvError, type Info, parse } from "csv-parse/sync"
import { email as emailSchema } from "@/lib/accounts/input"
import { longestName, type StakeholderGroup, tidyName } from "@/lib/people/model"
import { now } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import type { MemberRole } from "../model"
import { type Column, readHeads, readRole, readStakeholder } from "./columns"

/** Bytes and lines that a list may have. */
export const largestList = 256 * 1024
export const longestList = 500

/** Something on a line that was not understood, or that keeps the line from being read at all. */
export type Remark = {
  key: "noName" | "badEmail" | "tooManyCells" | "unknownRole" | "unknownStakeholder" | "unknownDate"
  value: string
}

/** One line of a list of members. Null and "" stand for what it does not say. */
export type ListLine = {
  line: number
  name: string
  email: string | null
  organisation: string
  capacity: string
  stakeholderGroup: StakeholderGroup | null
  role: MemberRole | null
  /** `YYYY-MM-DD` */
  since: string | null
  remarks: Remark[]
  readable: boolean
}

/** A list as text. Refuses what is too large, not UTF-8, or no text at all. */
export function decodeList(bytes: Uint8Array): string {
  if (bytes.length > largestList)
    throw new Refusal("invalid", "members.csv.tooBig", { kilobytes: largestList / 1024 })
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    if (!text.includes("\0")) return text
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  throw new Refusal("invalid", "members.csv.encoding")
}

/**
 * Reads a list: columns by their heads in English or French, cells apart by commas, semicolons or tabs.
 * Refuses what is no such list; a line that cannot be read says so and keeps nobody else out.
 */
export function readList(text: string): { lines: ListLine[]; unknownHeads: string[] } {
  if (text.length > largestList)
    throw new Refusal("invalid", "members.csv.tooBig", { kilobytes: largestList / 1024 })
  const [head, ...records] = parseCells(text.replace(/\r\n?/g, "\n").replace(/^\ufeff/, ""))
  if (!head || records.length === 0) throw new Refusal("invalid", "members.csv.empty")
  const columns = readHeads(head.cells)
  if (!columns.includes("name") && !columns.includes("family"))
    throw new Refusal("invalid", "members.csv.noName", {
      heads: head.cells.join(", ").slice(0, 200),
    })
  if (records.length > longestList)
    throw new Refusal("invalid", "members.csv.tooLong", { lines: longestList })
  return {
    lines: records.map(({ cells, line }) => readLine(columns, cells, line)),
    unknownHeads: head.cells.filter((cell, at) => columns[at] === null && cell !== ""),
  }
}

function parseCells(text: string): { cells: string[]; line: number }[] {
  const first = text.split("\n", 1)[0] ?? ""
  const count = (sign: string) => first.split(sign).length
  const delimiter = [",", ";", "\t"].reduce((best, sign) =>
    count(sign) > count(best) ? sign : best,
  )
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as { record: string[]; info: Info }[]
    return records.map(({ record, info }) => ({ cells: record.map(plainCell), line: info.lines }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Refusal("invalid", "members.csv.quotes", { line: Number(error.lines ?? 1) })
  }
}

/** A cell as it was meant: our own lists put an apostrophe before what a spreadsheet would compute. */
function plainCell(cell: string): string {
  return tidyName(cell.replace(/^'(?=[=+\-@\t\r|])/, "")).slice(0, 1000)
}

function readLine(columns: (Column | null)[], cells: string[], line: number): ListLine {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ""
  const remarks: Remark[] = []
  const remark = (key: Remark["key"], value: string) => {
    remarks.push({ key, value: value.slice(0, 100) })
    return null
  }
  const name = (cell("name") || `${cell("given")} ${cell("family")}`.trim()).slice(0, longestName)
  const mail = emailSchema.safeParse(cell("email"))
  if (name === "") remark("noName", "")
  if (cells.length > columns.length) remark("tooManyCells", cells.slice(columns.length).join(", "))
  if (cell("email") !== "" && !mail.success) remark("badEmail", cell("email"))
  const readable = remarks.length === 0
  const [role, stakeholder, since] = [cell("role"), cell("stakeholderGroup"), cell("since")]
  return {
    line,
    name,
    email: mail.success ? mail.data : null,
    organisation: cell("organisation").slice(0, 200),
    capacity: cell("capacity").slice(0, 200),
    role: role === "" ? null : (readRole(role) ?? remark("unknownRole", role)),
    stakeholderGroup:
      stakeholder === ""
        ? null
        : (readStakeholder(stakeholder) ?? remark("unknownStakeholder", stakeholder)),
    since: since === "" ? null : (readDay(since) ?? remark("unknownDate", since)),
    remarks,
    readable,
  }
}

/** `2021-07-01`, `1/7/2021`, `01.07.2021` (day first), not in the future. */
function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text)
  const european = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  const [year, month, day] = iso ? iso.slice(1) : european ? european.slice(1).reverse() : []
  if (!year || !month || !day) return null
  const said = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  const instant = new Date(`${said}T00:00:00Z`)
  const real = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(said)
  return real && instant <= now() && Number(year) >= 1990 ? said : null
}
