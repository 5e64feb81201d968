import { flatItems } from "../agenda/agenda"
import { titleKeyOf } from "../agenda/agenda-lines"
import { printedIn } from "../spine/printed"
import { raise } from "../spine/raised"
import { spinesIn } from "../spine/spines"
import type { Line } from "../text/shape"
import type { Locator } from "../text/source"
import { carries, filled, listedIn } from "./carries"
import { completed } from "./completed"
import { laidOut, type Structure } from "./laid-out"

/** Below this an agenda carries so little of what is told that another is looked for. */
const WEAK = 0.5
const CLEARLY = 0.1
/** A series with such a score is one of items for certain. */
const GOOD = 0.7
/** Of a printed list so many entries have to come again: others are lists of something else. */
const MOST_FILLED = 0.6
const FEWEST_AGAIN = 2
/** So much less may be carried where a list is all that stands on an item. */
const WHOLE = 0.4
/** So much of the lists of people has to be left by whatever is taken instead. */
const MOST_LISTED = 0.75

/**
 * Finds the parts of a report and its items: by what announces them, and where such an agenda carries little
 * of the text, by the lines that carry it best, whatever they look like.
 */
export function structureOf(lines: readonly Line[], locate: Locator): Structure {
  const announced = laidOut(lines, locate)
  const carried = carries(announced)
  const listed = listedIn(announced) * MOST_LISTED
  const lists = isCarried(announced, carried) ? [] : printedIn(lines)
  for (const list of announced.isListed ? [] : lists) {
    if (!comesAgain(list, announced)) continue
    const structure = laidOut(lines, locate, { list })
    if (listedIn(structure) >= listed && filled(structure) >= MOST_FILLED) return structure
  }
  let best = { structure: announced, carried: carried + CLEARLY }
  for (const list of lists) {
    const structure = laidOut(lines, locate, { list })
    if (listedIn(structure) < listed || filled(structure) < MOST_FILLED) continue
    const other = carries(structure) + (isWholeItem(list, announced) ? WHOLE : 0)
    if (other > best.carried) best = { structure, carried: other }
  }
  if (carried >= WEAK) {
    if (best.structure !== announced) return best.structure
    return completed(announced, carried, lines, locate) ?? announced
  }
  for (const spine of spinesIn(lines)) {
    const raised = raise(lines, spine)
    const structure = laidOut(raised.lines, locate, { spine: raised.heads })
    if (listedIn(structure) < listed) continue
    const other = carries(structure) * Math.min(1, spine.score / GOOD)
    if (other > best.carried) best = { structure, carried: other }
  }
  return best.structure
}

/** Whether the titles that were found without a printed agenda are mostly those of a list in front of them. */
function comesAgain(list: ReadonlySet<Line>, { agenda }: Structure): boolean {
  const titles = new Set(flatItems(agenda).map(({ title }) => titleKeyOf(title)))
  const again = [...list].filter(({ words }) => titles.has(titleKeyOf(words.text))).length
  return again >= FEWEST_AGAIN && again >= list.size * MOST_FILLED
}

/** Whether a list is all that stands on what was taken for an item, as "Today's list" above the agenda. */
function isWholeItem(list: ReadonlySet<Line>, { placed, discussion }: Structure): boolean {
  const isHead = (at: number) => {
    const line = placed[at]?.line
    return line !== undefined && (discussion.assigned.get(line)?.heading ?? 0) > 0
  }
  const first = placed.findIndex(({ line }) => list.has(line))
  // "2. Lamps" above a list is an item, and the list what was said on it.
  if (placed[first - 1]?.line.marker) return false
  return isHead(first - 1) && isHead(placed.findLastIndex(({ line }) => list.has(line)) + 1)
}

/** Whether a printed agenda comes again below: no other list is asked then. */
function isCarried(announced: Structure, carried: number): boolean {
  return announced.isListed && (carried >= WEAK || filled(announced) >= MOST_FILLED)
}
