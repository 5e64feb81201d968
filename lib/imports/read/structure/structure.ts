import { printedIn } from "../spine/printed"
import { raise } from "../spine/raised"
import { spinesIn } from "../spine/spines"
import type { Line } from "../text/shape"
import type { Locator } from "../text/source"
import { carries, listedIn } from "./carries"
import { completed } from "./completed"
import { laidOut, type Structure } from "./laid-out"

/** Below this an agenda carries so little of what is told that another is looked for. */
const WEAK = 0.5
const CLEARLY = 0.1
/** A series with such a score is one of items for certain. */
const GOOD = 0.7
/** So much of the lists of people has to be left by whatever is taken instead. */
const MOST_LISTED = 0.75

/**
 * Finds the parts of a report and its items: by what announces them, and where such an agenda carries little
 * of the text, by the lines that carry it best, whatever they look like.
 */
export function structureOf(lines: readonly Line[], locate: Locator): Structure {
  const announced = laidOut(lines, locate)
  const carried = carries(announced)
  if (carried >= WEAK) return completed(announced, carried, lines, locate) ?? announced
  const listed = listedIn(announced) * MOST_LISTED
  let best = { structure: announced, carried: carried + CLEARLY }
  for (const list of printedIn(lines)) {
    const structure = laidOut(lines, locate, { list })
    if (listedIn(structure) < listed) continue
    const other = carries(structure)
    if (other > best.carried) best = { structure, carried: other }
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
