import { anyOf, words } from "../text/stems"

/** What became of a task that the report only tells once more. */
export type TaskState = {
  closed: boolean
  /** Where the words stand that say so, in front of the task or behind it. */
  from: number
  to: number
  /** What stands beside them: "until 17 June", "the answer was no". */
  beside: string
}

const CLOSED =
  "done|closed?|completed?|finished|discharged|resolved|cancelled|canceled|dropped|implemented|achieved|fulfilled|delivered|actioned|executed|withdrawn|overtaken|obsolete|abandoned|lapsed|superseded|rejected|no longer needed|✓|✔|✅|☑|terminée?s?|faite?s?|abandonnée?s?|clos|hech[oa]s?|cumplid[oa]s?|realizad[oa]s?|completad[oa]s?|descartad[oa]s?|erledigt|entfällt|concluíd[oa]s?|feit[oa]s?|fatt[oa]"
const OPEN =
  "(?:still |remains )?open|still to (?:do|be done)|reopened|pending|ongoing|on-going|in progress|under ?way|outstanding|overdue|not (?:yet )?(?:done|started|begun)|(?:half|partly|partially) done|carried (?:over|forward)|continue[sd]|to be continued|deferred|abiert[oa]s?|pendientes?|en curso|en cours|ouverte?s?|offen|läuft|in arbeit|abert[oa]s?|em curso|apert[oa]|in corso"
const WORDS = `(?:(${CLOSED})(?! (?:by|until)\\b)|(${OPEN}))(?![\\p{L}-])`
/** "[open] Ana: …", "(done) …" */
const IN_FRONT = new RegExp(`^\\s*[[(]\\s?${WORDS}([^()[\\]]{0,60})[\\])]\\s?:?\\s+`, "iu")
/** "✅ Ana: …", "⏳ Ben: …" */
const SIGN_IN_FRONT = /^\s*(?:([✅☑✔✓])|[⏳⌛🔄🔜🚧🟡⬜🔲◻])\uFE0F?\s{1,3}/u
/** "… (done; the answer was no)", "… [open, due 3 May]" */
const IN_BRACKETS = new RegExp(`\\s*[[(]\\s?${WORDS}([^()[\\]]{0,90})[\\])][.\\s]*$`, "iu")
/** "… to the port. DONE", "… stamps. Done, see 12.", "… the letter. Open; new deadline 30 May." */
const A_SENTENCE = new RegExp(`(?<=[.!;])\\s+${WORDS}([.]?|[.,;:]\\s?[^.!?]{0,90}\\.?)$`, "iu")
/** "Ana    write the letter      open, by 3 May": set apart from the task. */
const APART = new RegExp(`(?:\\s{3,}|\\t)${WORDS}([,;:]?\\s?[^.!?]{0,60}\\.?)$`, "iu")
/** "… the new site – half done, new date 30 May": behind a dash. */
const DASHED = new RegExp(`\\s[–—-]\\s${WORDS}([,;:]\\s[^.!?–—]{0,80}|)[.\\s]*$`, "iu")
const ALONE = new RegExp(`^${WORDS}([.,;:\\s].{0,120})?$`, "iu")
/** A piece of each of these words; and the signs, which no stem can have. */
const mayTell = anyOf(
  words(
    "done|close|complet|finish|discharg|resolved|cancel|dropped|implement|achiev|fulfil|deliver|actioned|execut|withdrawn|overtaken|obsolete|abandon|lapsed|supersed|reject|no longer|termin|fait|clos|hech|cumplid|realizad|descartad|erledigt|entfällt|conclu|feit|fatt|open|to do|to be|pending|ongoing|on-going|in progress|under|outstanding|overdue|not |carried|continu|deferred|abiert|pendient|en curs|en cours|ouvert|offen|läuft|in arbeit|abert|em curso|apert|in corso",
  ),
)
const SIGN = /[✓✔✅☑]/
/** Characters of a task that are looked at for what became of it. */
const LONGEST = 400
const FARTHEST = 140

/** "GS: all closed but one", "most of them are done": how the tasks stand together, and none of them. */
const OF_ALL = new RegExp(
  `^(?:[^:]{1,40}:\\s)?(?:(?:nearly |almost )?all|none|both|most|everything|the (?:rest|others))(?: of (?:them|it|these|those))?,? (?:is |are |was |were |has been |have been )?(?:now )?${WORDS}`,
  "iu",
)
export const tellsOfAll = (text: string) => OF_ALL.test(text.slice(0, 120))

/** What became of a task, where its entry says so; null where it is simply to be done. */
export function stateOf(text: string): TaskState | null {
  // "Still open:" is said of what stands below.
  if (text.length > LONGEST || text.endsWith(":")) return null
  const front = IN_FRONT.exec(text.slice(0, 100))
  if (front)
    return { closed: front[1] !== undefined, from: 0, to: front[0].length, beside: front[3] ?? "" }
  const sign = SIGN_IN_FRONT.exec(text)
  if (sign) return { closed: sign[1] !== undefined, from: 0, to: sign[0].length, beside: "" }
  const start = Math.max(0, text.length - FARTHEST)
  const tail = text.slice(start)
  if (!mayTell(tail) && !SIGN.test(tail)) return null
  const behind =
    IN_BRACKETS.exec(tail) ?? A_SENTENCE.exec(tail) ?? APART.exec(tail) ?? DASHED.exec(tail)
  if (!behind) return null
  const closed = behind[1] !== undefined
  return { closed, from: start + behind.index, to: text.length, beside: behind[3] ?? "" }
}

/** Whether a cell says what became of a task, and nothing else of weight. */
export function isState(cell: string): boolean {
  return cell.length <= LONGEST && (ALONE.test(cell) || /^new$/i.test(cell))
}

/** Whether a cell says that nothing is left to do. */
export function isClosed(cell: string): boolean {
  return ALONE.exec(cell.slice(0, FARTHEST))?.[1] !== undefined
}
