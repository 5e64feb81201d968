import { type Cell, cellsOf, isRow, isRule } from "../text/table"

const NUMBER = /^(?:#|n[o°º]\.?|nr\.?|number|id|ref\.?)$/i
const DECISION = /^(?:decisions?|resolutions?|agreements?|decided|text|what|décisions?)$/i
const MOTION = /^(?:motions?|proposals?)$/i
const RESULT = /^(?:decisions?|results?|outcomes?|votes?|status|carried)$/i
const OTHER =
  /^(?:item|agenda item|by|date|votes?|proposed by|moved by|seconded by|moved|mover|proposer|seconded|seconder|for|against|in favou?r|abstain(?:ed|ing)?|abstentions?|abst\.?|yes|no|result|status|topic|subject|points?)$/i

/** Where the rows of a table hold what was decided, and where how it went, if that is told apart. */
export type Columns = { decided: number; result: number | null }

/** The columns of a head in which most cells say what stands below them; null for any other row. */
function columnsIn(cells: readonly Cell[]): (Columns & { known: number }) | null {
  const texts = cells.map(({ text }) => text)
  const motion = texts.findIndex((text) => MOTION.test(text))
  const result = texts.findIndex((text) => RESULT.test(text))
  const decision = texts.findIndex((text) => DECISION.test(text))
  const isMotion = motion >= 0 && result >= 0
  const decided = isMotion ? motion : decision
  const known = texts.filter(
    (text, index) =>
      index === decided || NUMBER.test(text) || OTHER.test(text) || (isMotion && index === result),
  ).length
  return decided < 0 || known < 2 ? null : { decided, result: isMotion ? result : null, known }
}

/** Whether a line is the head of a table of decisions and nothing else. */
export function headsDecisions(text: string): boolean {
  const cells = cellsOf(text, 2)
  return cells !== null && columnsIn(cells)?.known === cells.length
}

const NONE =
  /^(?:none(?: (?:was |were )?(?:taken|made|reached|today|yet|this time))?|nil|n\/a|nothing(?: (?:was|to) [^.]*)?|no decisions?[^.]*)\W*$|\b(?:could|did) not (?:agree|decide|reach)\b/i
/** "None", "Nothing was asked for": no decision where others stand. */
export const isNone = (text: string) => NONE.test(text)
const CARRIED = /^\W*(?:carried|passed|adopted|agreed|approved|accepted|unanimous|yes)\b/i

/** "Rejected, 1–3", beside what was. */
const FELL =
  /^\W*(?:rejected|lost|failed|defeated|withdrawn|not (?:carried|adopted|approved|agreed))\b/i

const LABEL =
  /^(?:decisions?|decided|agreed|agreements?|resolved|resolutions?|beschluss|beschlüsse|décisions?|decisi[oó]n(?:es)?|acuerdos?|decisões|decisão|besluit)\s?:?$/i

/** "| Decision | Hire the barge |": a row of two cells with a label in front; false for any other text. */
export function addLabelled(text: string, add: (from: number, to: number) => void): boolean {
  const [label, decided, ...more] = isRow(text) ? (cellsOf(text) ?? []) : []
  if (!label || !decided || more.some((cell) => cell.text !== "") || !LABEL.test(label.text))
    return false
  // "| Decisions | Actions |" is the head of a table.
  if (!decided.text.includes(" ")) return false
  if (!NONE.test(decided.text)) add(decided.from, decided.to)
  return true
}

/** A line of a list of decisions, or the cell of a table that holds the decision. */
export function addRow(
  text: string,
  columns: Columns | null,
  add: (from: number, to: number) => void,
): Columns | null {
  const cells = isRow(text) ? cellsOf(text) : null
  if (!cells) {
    if (!NONE.test(text)) add(0, text.length)
    return null
  }
  if (isRule(text)) return columns
  const head = columnsIn(cells)
  if (head) return head
  const widest = [...cells].sort((a, b) => b.text.length - a.text.length)[0]
  const cell = cells[columns?.decided ?? -1] ?? widest
  const result = columns?.result ?? null
  if (cells.some((each) => each !== cell && FELL.test(each.text))) return columns
  if (cell && (result === null || CARRIED.test(cells[result]?.text ?? ""))) add(cell.from, cell.to)
  return columns
}
