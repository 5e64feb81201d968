import { buildAgenda } from "../agenda/agenda"
import { titleKeyOf } from "../agenda/agenda-lines"
import { inferAgenda } from "../agenda/inferred-agenda"
import { Topics } from "../agenda/topics"
import { withUnlisted } from "../agenda/unlisted"
import { assignDiscussion } from "../coverage/assign-discussion"
import type { Discussion } from "../coverage/assigned"
import { Layout } from "../lines/parts"
import type { PlacedLine } from "../lines/placed-line"
import type { ReadItem } from "../model"
import type { Line } from "../text/shape"
import type { Locator } from "../text/source"

/** The parts of a report, its items, and which lines are on which. `isListed`: it prints an agenda. */
export type Structure = {
  placed: PlacedLine[]
  agenda: ReadItem[]
  isListed: boolean
  discussion: Discussion
}

/**
 * The structure that the lines announce; with a `spine`, the one whose items those lines begin, and with a
 * `list`, the one whose agenda those are.
 */
export function laidOut(
  lines: readonly Line[],
  locate: Locator,
  { spine, list }: { spine?: ReadonlySet<Line>; list?: ReadonlySet<Line> } = {},
): Structure {
  const {
    placed,
    agenda: { entries },
  } = new Layout(lines, { spine, list })
  const printed =
    !spine ||
    isOf(
      entries.map(({ lines: [line] }) => line),
      spine,
    )
  const isListed = entries.length > 0 && printed
  const agenda = isListed
    ? withUnlisted(buildAgenda(entries, locate), placed, locate)
    : inferAgenda(placed, locate, spine)
  const discussion = assignDiscussion(placed, new Topics(agenda), locate)
  return { placed, agenda, isListed, discussion }
}

/** Whether the entries of a printed agenda are mostly those whose sections a spine begins. */
function isOf(entries: readonly (Line | undefined)[], spine: ReadonlySet<Line>): boolean {
  const heads = new Set([...spine].map(({ words }) => titleKeyOf(words.text)))
  const own = entries.filter((line) => line && heads.has(titleKeyOf(line.words.text)))
  return own.length * 2 >= Math.max(entries.length, 1)
}
