import { plain } from "../other-words"
import type { SheetLine } from "./lines"
import type { Standing } from "./model"
import { comparable } from "./model"
import { columnsRead, readField } from "./read-field"

/** Columns that say more of each activity. */
const beside = ["kind", "years", "link", "body"] as const

/** What a line says of the place that its suggestion has in the mandate; "" where it says nothing. */
const placeOf = ({ texts }: SheetLine) =>
  plain(columnsRead.citation.flatMap((column) => texts[column] || []).join(" "))

/** All that a line says, but for its number. */
export const wordsOfLine = ({ texts }: SheetLine): string =>
  comparable(JSON.stringify({ ...texts, number: "" }))

/** Whether two lines of one suggestion are of one place, as far as both name one. */
export function isSamePlace(one: SheetLine, other: SheetLine): boolean {
  const [here, there] = [placeOf(one), placeOf(other)]
  return here === "" || there === "" || here === there
}

/** Whether a line has activities of its own that can stand beside those of another. */
export const hasActivities = (line: SheetLine, standing: Standing): boolean =>
  (line.texts.activities ?? "").trim() !== "" &&
  readField("activities", line, null, standing).readable

/**
 * A line with the activities of others that are the same row, each with what its own line says of it; the
 * rest is what the first says.
 */
export function gathered(first: SheetLine, more: readonly SheetLine[]): SheetLine {
  if (more.length === 0) return first
  const all = [first, ...more].filter(({ texts }) => (texts.activities ?? "").trim() !== "")
  const columns = (["activities", ...beside] as const).filter((column) => column in first.texts)
  const listed = columns.map((column) => [
    column,
    all.map((line) => linesOf(line, column).join("\n")).join("\n"),
  ])
  return {
    ...first,
    texts: { ...first.texts, ...Object.fromEntries(listed) },
    formulas: [
      ...new Set([
        ...first.formulas,
        ...more.flatMap(({ formulas }) =>
          formulas.filter((one) => columns.some((each) => each === one)),
        ),
      ]),
    ],
  }
}

/** A line for each activity: what is said once is said of all of them. */
function linesOf({ texts }: SheetLine, column: "activities" | (typeof beside)[number]): string[] {
  const activities = (texts.activities ?? "").split("\n").filter((each) => each.trim() !== "")
  if (column === "activities") return activities
  const said = (texts[column] ?? "").split("\n").map((each) => each.trim())
  return said.length === activities.length ? said : activities.map(() => said.join(" ").trim())
}
