import type { Row } from "@/lib/mapping/model"
import type { Line } from "./lines"

/** Why a row that an address names is not in the table as it is shown. */
export type Absent = { number: number } & (
  | { why: "retired"; reason: string }
  | { why: "hidden" | "unknown" }
)

/** The line of a row by its number; undefined where none is shown. */
export const lineOfNumber = (lines: readonly Line[], number: number | null): Line | undefined =>
  lines.find((line) => line.kind === "row" && line.row.number === number)

/** Of a row that no line shows. What is not retired is hidden by the filters. */
export function absentOf(number: number, rows: readonly Row[]): Absent {
  const row = rows.find((one) => one.number === number)
  if (!row) return { number, why: "unknown" }
  if (!row.retired) return { number, why: "hidden" }
  return { number, why: "retired", reason: row.retired.reason }
}
