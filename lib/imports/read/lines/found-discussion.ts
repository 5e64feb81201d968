import { isBareHeading } from "../agenda/bare-headings"
import type { PlacedLine } from "./placed-line"

/** A report without agenda and numbers: its discussion begins with a heading, a bullet, or behind the opening. */
export function findDiscussion(placed: readonly PlacedLine[]): void {
  const opening = placed.filter(({ part, head }) => part === "opening" && !head)
  const lines = opening.map(({ line }) => line)
  const headed = lines.findIndex((line, index) => isBareHeading(line, lines[index + 1]))
  const second = lines.findIndex((line, at) => (at > 0 ? line.gap : line.bullet))
  const from = headed >= 0 ? headed : second
  if (from >= 0) for (const each of opening.slice(from)) each.part = "discussion"
}
