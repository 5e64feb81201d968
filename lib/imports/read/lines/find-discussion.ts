import { headsBareHeading } from "../agenda/bare-groups"
import { isBareHeading } from "../agenda/bare-headings"
import { isTitleOfReport } from "../likelihood"
import type { PlacedLine } from "./placed-line"

/** A report without agenda and numbers: its discussion begins with a heading, a bullet, or behind the opening. */
export function findDiscussion(placed: readonly PlacedLine[]): void {
  beginInTitle(placed)
  const opening = placed.filter(({ part, head }) => part === "opening" && !head)
  const lines = opening.map(({ line }) => line)
  const headed = lines.findIndex(
    (line, at) =>
      isBareHeading(line, lines[at + 1]) || headsBareHeading(line, lines[at + 1], lines[at + 2]),
  )
  const second = lines.findIndex((line, at) => (at > 0 ? line.gap : line.bullet))
  const from = headed >= 0 ? headed : second
  if (from >= 0) for (const each of opening.slice(from)) each.part = "discussion"
}

/** "Evening prayer" right above the first sentence, and "Formation" above that, are no lines of the title. */
function beginInTitle(placed: readonly PlacedLine[]): void {
  const first = placed.findIndex(({ part }) => part !== "title")
  const [above, head, text] = [placed[first - 2], placed[first - 1], placed[first]]
  if (first < 3 || text?.part !== "opening" || text.line.gap || !above || !head) return
  if (!headsBareHeading(above.line, head.line, text.line)) return
  if (
    [above, head].some(({ line }) => /\d/.test(line.words.text) || isTitleOfReport(line.words.text))
  )
    return
  for (const each of [above, head]) each.part = "opening"
}
