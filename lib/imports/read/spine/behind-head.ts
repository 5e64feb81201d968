import { isTitleOfReport, namesMeeting } from "../likelihood"
import { landmarkOf } from "../lines/landmarks"
import type { Line } from "../text/shape"
import type { Member } from "./member"
import { SAYS, wordsIn } from "./title-like"

/** A meeting begins with these, whatever stands below. */
const BEGINS =
  /\b(?:call(?:ed)? to order|roll|opening|welcome|introductions?|apologies|adoption|approval|agenda)\b/i
/** So few words are no sentence, though one of them may be a verb: "Who was there". */
const FEW = 6

/**
 * The members of a series without those at its front that belong to the head of the report: the name of the body
 * in the look of the items, with nothing below it but when it met and who was there.
 */
export function behindHead(members: readonly Member[], lines: readonly Line[]): Member[] {
  const first = members.findIndex(({ at, line, title, whole }, index) => {
    const next = members[index + 1]
    // What stands behind a title on its line is told on it.
    if (!next || !whole || line.marker || BEGINS.test(title)) return true
    const below = lines[at + 1]
    // The body, and right below it which of its meetings that was.
    if (below && !below.gap && !below.marker && namesMeeting(below.words.text)) return false
    return !isOfHead(lines.slice(at + 1, next.at))
  })
  return members.slice(Math.max(0, first))
}

function isOfHead(below: readonly Line[]): boolean {
  const told = below.filter(({ words }) => words.text !== "")
  const others = told.filter((line) => !isInHead(line))
  if (others.some(({ words: { text } }) => wordsIn(text) > FEW && SAYS.test(text))) return false
  return told.length === 0 || others.length < told.length
}

function isInHead(line: Line): boolean {
  const landmark = landmarkOf(line)?.landmark
  if (landmark) return /^(?:participants|regrets)$/.test(landmark)
  return !line.bullet && (isTitleOfReport(line.words.text) || namesMeeting(line.words.text))
}
