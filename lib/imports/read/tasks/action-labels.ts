import { squeezed } from "@/lib/check/words"
import { isSeveral, markOfAction } from "../decisions/outcome-labels"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import { isDeed } from "./action-groups"
import { VERB } from "./commitment-words"
import { ownLabel } from "./own-labels"
import { isOnlyPeople } from "./owners"

/** What is to be done, behind whose it is: "Owner: Ana Lind", then "Task: …". */
export const WHAT = /^(?:tasks?|actions?|what|to[- ]?do|summary|description|subject)\s*:\s*/i
export const DUE_LABEL =
  /^(?:due|deadline|by when|when|until|not later|term|time|target|frist|plazo|prazo|échéance|délai)/i
/** The heading of what was taken on at an earlier meeting. */
const REVIEWS =
  /\b(?:previous|last|earlier|past|old|prior)\b.{0,30}\b(?:actions?|tasks?|to-?dos?|meeting|call|session|time|week|month|sync)\b|\b(?:actions?|tasks?|to-?dos?|points?|items?|jobs)\b.{0,20}\b(?:from|of|since) (?:the )?(?:(?:previous|last|earlier|past|prior)\b|(?!(?:this|today|tonight)\b)(?:\p{L}+ )?(?:meeting|call|session)\b)|\bfollow-?ups? (?:from|of|on|to)\b|^matters arising|^(?:open |old )?(?:action|task|to-?do)s?(?: items?| points?| list)? review\b|^review of (?:the )?(?:\p{Ll}+ )?(?:actions?|tasks?|to-?dos?)\b|^last (?:time|week|month)|\b(?:dernière|précédente?|derni[eè]res?) (?:fois|réunion|séance|rencontre|appel)|\b(?:última|anterior|pasada) (?:reunión|vez|sesión|reunião|sessão)|\b(?:reunión|sesión|reunião|sessão) (?:anterior|pasada|passada)|\bletzte[nrs]? (?:mal|sitzung|treffen|besprechung)|\b(?:left|carried|brought) (?:over|forward)\b|\bstill open\b/iu
/** The heading of tasks that are done: "Closed actions", "Actions completed". */
const CLOSED_ONES =
  /^(?:recently )?(?:closed|completed?|done|finished|discharged|resolved|cancelled|withdrawn) (?:action|task|to-?do|follow-?up|point|item|job)s?\b|^(?:action|task|to-?do|follow-?up|job)s?(?: items?| points?)? (?:closed|completed|done|finished|discharged|cancelled|withdrawn)\b|^(?:closed|completed|done|finished)\W*$/i
/** The heading of an item on actions. */
const ON_ACTIONS =
  /\baction (?:items?|points?|list|log)\b|^actions\b|^(?:things |what is |jobs |tasks )?to[- ]?do\b/i

/** What a heading says of the tasks below it: that they are of an earlier meeting, done, or given here. */
export const saysOfTasks = (heading: string) => ({
  reviews: REVIEWS.test(heading),
  closed: CLOSED_ONES.test(heading),
  onActions: ON_ACTIONS.test(heading),
})

/** "Done:", "Closed actions": a line that says the same of the list below it. */
export const headsClosed = (line: string) =>
  CLOSED_ONES.test(line.slice(0, 60)) && (/:$/.test(line) || /^[^.;,]{4,30}$/.test(line))
/** ": completed.", "– done, 212 answers" behind what was to be done. */
const DONE_BEHIND =
  /(?::|\s[–—-])\s*(?:is |was |now |has been )?(?:done|completed?|closed|finished|discharged|carried out|dropped)\b[^.;:]{0,60}[.)]?$/i

/** "Publish the list. Closed. It is on the page.": where earlier tasks are gone through. */
const CLOSED = /\s(?:Closed|Done|Completed|Finished|Discharged|Dropped)\.(?:\s|$)/

/** Whether an entry only tells that something is done: ticked below such a heading, or said behind it. */
export function isDone({ block, rich }: FinishedBlock, reviews: boolean): boolean {
  if (reviews && block.marker !== null && /\[[xX]\]/.test(block.marker)) return true
  if (reviews && CLOSED.test(rich.text.slice(0, 400))) return true
  return rich.text.length <= 300 && DONE_BEHIND.test(rich.text.slice(-120))
}

/** "Chairman ..............": a line to sign on; "Send the list ......... Ana" leads to whose it is. */
const SIGNATURE = /[._…]{8}/
/** "Ana: send the list ......... 5 May": what she is to do, and by when. */
const LEADS_ON = /^[^:._…]{2,60}:\s\p{Ll}[^…]{2,200}[._…]{8}\s?\S/u
export const isSignature = (text: string) =>
  SIGNATURE.test(text) && !LEADS_ON.test(text) && !isDeed(text.replace(/^[\d/.-]+\p{Ll}?\s+/u, ""))
/** Whose what stands above it is. */
export const OWNER_LABEL =
  /^(?:action(?:ed)? by|(?:action|task) owner|for action by|to be done by|responsib|owner|assign|(?:persons? )?in charge|action holder|zuständig|verantwortlich|encargad|pilote|who|by whom|lead)/i
/** "Dashboard: https://…", "was not reached.": what is no task by its looks, wherever it stands. */
export const NO_TASK =
  /^(?:[^:]{1,40}:\s?)?<?https?:\/\/\S+$|^(?:was|were|is|are|has)\s|^[Ss]ee (?:also )?(?:above|below|item|minute|(?:[A-Z]{1,3}[ -]?)?\d|[A-Z]\d)/
export const NONE = /^\(?(?:none|nil|n\/a|no (?:new )?actions?[^.]{0,40})\W*$/i

/** An action as it compares with its repetition: without the day behind it. */
export const keyOf = (text: string) =>
  squeezed(text.replace(/(?:\s[–—-]|[,;])?\s\(?(?:due|by|deadline)\b.{0,40}$/i, ""))

/** The whole of a paragraph, or the last of its sentences where it has several. */
export function wholeOf({ rich }: FinishedBlock) {
  const last = findSentences(rich.text).at(-1)
  return {
    from: last?.from ?? 0,
    to: last?.to ?? rich.text.length,
    due: null,
    how: "read" as const,
  }
}

/** "Action Ana Lind, Ben Okoro: write to both": whose an action is, in front of the colon without a word between. */
const NAMED_ACTION =
  /^[*[\s]{0,4}(?:(?:ACTION|Action|AI|AP|TASK|Task|To[- ][Dd]o|TODO)(?:\s?#?\d{1,3}(?:[./-][\p{L}\d]{1,3})?)?[,:]?|(?:Assigned|Task|Job|Given|Over) (?:to|for))\s(\p{Lu}[\p{L}\p{M}.'’-]{0,24}(?:(?:,\s|\s(?:and|&|\+)\s|\s?\/\s?|\s)[\p{L}\p{M}.'’-]{1,24}){0,9})(?::[*]{0,2}|\][:*]{0,2})\s+/u

/** "Action Ben to write": the same without a colon, where it says what they are to do. */
const ACTION_TO = new RegExp(
  `^[*\\s]{0,4}(?:Action|Task|AI|AP)[*]{0,2}\\s(?=(\\p{Lu}[^.:;!?]{1,60}?)\\s(?:to|will)\\s${VERB}\\b)`,
  "u",
)
/** "Still to do:", "Actions arising:": what the entries below are. */
const LIST_BELOW =
  /(?:^|[.!?]\s)(?:(?:still|left|things|what is left|what remains|remaining|agreed|new) )?(?:to[- ]?dos?|to be done|next steps?|tasks?|jobs|actions?(?: items?| points?)?)(?: [^.:!?]{2,40})?:$/i

/** "III. Tasks entrusted", "Action points", "Tasks from B": the same in a line of its own. */
const HEAD_OF_LIST =
  /^(?:(?:\d{1,2}|[IVX]{1,4})[.)]\s)?(?:still )?(?:to[- ]?dos?|next steps?|tasks?|jobs|actions?(?: items?| points?)?)(?: (?:agreed|arising|entrusted|given|assigned|from)(?: [\p{L}\d.'’]{1,14}){0,4}| for all)?$/iu
const LETTERED = /^\(?[a1]\)\s/
/** The whole of a paragraph that is such a line right above a list. */
export function headOfList(blocks: readonly FinishedBlock[], at: number): RegExpExecArray | null {
  const [each, next] = [blocks[at], blocks[at + 1]]
  if (each?.block.kind !== "paragraph" || each.rich.text.length > 60 || !next) return null
  const text = each.rich.text
  const isAbove = next.block.kind !== "paragraph" || LETTERED.test(next.rich.text.slice(0, 6))
  return isAbove && HEAD_OF_LIST.test(text) && !REVIEWS.test(text) ? /^.*$/s.exec(text) : null
}

/**
 * What stands in front of a task and says that it is one: the whole text where the tasks stand below it.
 * `isComing`: the line above said whose it is.
 */
export function labelIn(
  text: string,
  who: Who,
  labels: ReadonlySet<string>,
  isComing: boolean,
): RegExpExecArray | null {
  // "[ACTION Ben] Send it": the bracket closes behind whose it is.
  const mark = (text.startsWith("[") ? namedAction(text, who) : null) ?? markOfAction(text)
  // Each of its sentences has its own.
  if (mark && isSeveral(text, mark[0].length)) return null
  if (LIST_BELOW.test(text.slice(-80))) return /^.*$/s.exec(text)
  return (
    mark ?? namedAction(text, who) ?? ownLabel(text, labels) ?? (isComing ? WHAT.exec(text) : null)
  )
}

/** The label of an action with the people whose it is; null where what stands there is nobody. */
export function namedAction(text: string, who: Who): RegExpExecArray | null {
  const front = text.slice(0, 160)
  const bare = ACTION_TO.exec(front)
  if (bare?.[1] && isOnlyPeople(bare[1], who)) return bare
  const label = NAMED_ACTION.exec(front)
  return label?.[1] && isOnlyPeople(label[1], who) ? label : null
}
