import { isBody } from "../people/bodies"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import { isOnlyNextMeeting } from "../times/next-meeting"
import { NO_TASK } from "./action-labels"
import { isOnlyPeople, peopleIn } from "./owners"
import { tellsOfAll } from "./task-state"

/** "Previous post", "Tagged: minutes, board": what a website puts below a page. */
const FURNITURE =
  /^(?:previous|next|older|newer) (?:post|page|article|entry)s?\b|^(?:tagged|tags|posted in|filed under|categories|share this)\b/i

/** "None from this item", "Ben: nothing for now", "no action", "yes" behind "Action required:". */
const NOTHING =
  /^(?:[^:]{1,40}:\s)?(?:none|nil|nothing|no(?: (?:new|further|other))? (?:actions?|tasks?)|n\/?a|not applicable|yes|no)(?: (?:from|for|at|on|to|under|new|this|required|needed|arising|needed|now|yet|further)\b[^.;:]{0,30})?[\s.;!]*$/iu
/** "Mara has brought it already": said of what is done. */
const ALREADY = /\b(?:has|have|had|was|were|is|are)\b[^.;:]{2,60}\balready\W*$/i
/** "Ben was asked to ring the port, and did.", "… and has done so since." */
const DID =
  /\band (?:\p{L}{2,4} )?(?:did|(?:has|have|had) (?:since )?done)(?: so| it)?(?: since)?\W*$/iu

/** "discussed  [x] held over": boxes of a form, one behind the other. */
const FORM = /\s\[[ xX]?\]\s/
/** "Fees (Ana, 15')": how long an item of an agenda takes. */
const LASTS = /\([^()]{0,40}\b\d{1,3}\s?(?:['’′]|min(?:ute)?s?)\)\W*$/
/** "Motion carried unanimously." behind "Action taken:". */
const VERDICT =
  /^(?:the )?motions? (?:was |were )?(?:carried|passe[sd]|failed|lost|defeated|withdrawn)\b/i

/** "The Bureau will meet on 27 September at 14:00.": when others meet; "to draft it" behind it would be a task. */
const MEETS =
  /^(?:The|Our|Both|All) [\p{L} -]{2,60}? (?:will|shall) (?:next |then )?(?:meet|convene|gather|sit|assemble)(?: again| next| online)? (?:on|at|in) (?=[^.;]{0,40}\d)(?!.{0,200}\s(?:to|and)\s\p{Ll})/u

/** Whether what stands among tasks is none by its words: people, or when one meets again. */
export function tellsNoTask(text: string, who: Who): boolean {
  if (
    FURNITURE.test(text) ||
    VERDICT.test(text) ||
    MEETS.test(text) ||
    FORM.test(text) ||
    tellsOfAll(text) ||
    LASTS.test(text.slice(-60)) ||
    DID.test(text.slice(-40)) ||
    (NO_TASK.test(text) && !/\sto\s/.test(text))
  )
    return true
  const [first] = findSentences(text)
  if (isOnlyNextMeeting(text.slice(0, first?.to).replace(/\s+(:?)/g, (_, colon) => colon || " ")))
    return true
  if (text.length <= 90 && (NOTHING.test(text) || ALREADY.test(text))) return true
  // "HN: Hoa Nguyen (hoa.n)", ticked in a list of who was there.
  if (text.length > 60 || isBody(text) || !isOnlyPeople(text, who)) return false
  const people = peopleIn(text, who)
  return people.length > 0 && people.every((name) => name.includes(" "))
}

/** Whether a report ticks what is done and leaves open what is not: what is ticked is no task of its own then. */
export function ticksWhatIsDone(blocks: readonly FinishedBlock[]): boolean {
  const boxes = blocks.flatMap(({ block }) =>
    block.marker ? (/\[([ xX])\]/.exec(block.marker)?.[1] ?? []) : [],
  )
  return boxes.includes(" ") && boxes.some((box) => box !== " ")
}

/** Whether an entry below the heading of earlier tasks has a report on it below, deeper than itself. */
export function isReviewed(blocks: readonly FinishedBlock[], index: number): boolean {
  const [own, next] = [blocks[index]?.block, blocks[index + 1]?.block]
  if (own?.kind !== "bullet" && own?.kind !== "ordered") return false
  return next?.kind === "bullet" && next.depth > own.depth && own.depth === 0
}
