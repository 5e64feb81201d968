import { endsItsLine } from "../text/paragraph"
import type { Line } from "../text/shape"
import type { Draft } from "./draft"

/** A label in front of a line makes it a paragraph of its own: "DECISION: …", "Action item 3: …". */
export const STARTS_ANEW =
  /^(?:>>\s|@\p{L}|\p{Lu}{3,16}(?:\s\p{Lu}{2,16}){0,3}\s{3,40}(?=\p{Lu}\p{Ll})|#\d{1,4}\s|(?:TO[- ]?DO|ACTION)\s|(?:AGREED|DECIDED|VOTED) (?:that|to|THAT|TO)\s|\p{Lu}[\p{Lu}\s#\d-]{2,24}:\s|(?:Decisions?|Decided|Actions?(?: items?| points?)?(?: #?\d{1,3})?|(?:Decision|Action)s?\s[A-Z]{0,3}-?\d{1,4}[^:]{0,60}|Resolved|Resolution|Agreed|Motion|Mov(?:ed|er)(?: by)?|Proposed(?: by)?|Questions?|Next steps?|To[- ]do|Owner|Due)\s?:\s)/u

/** "… keyboards in use to / Tomasz. Due: 21 March": the end of a sentence in front of such a label. */
export const DUE_WITHIN = /^[^.:]{1,60}\.\s(?:Due|Deadline|By|Until|When|Who|Owner|Responsible)\s?:/

/** "Ana Lind to ask the port", "Ana – ask the port", "all members: read it": whose a task is, and what they are to do. */
const ASSIGNED =
  /^(?:(?:[\p{Lu}@][\p{L}\p{M}.'’-]{0,24},?\s(?:and\s|&\s|\+\s)?){1,6}(?:[–—-]\s|(?:to|shall)\s)|(?:[\p{Lu}@][\p{L}\p{M}.'’-]{0,24}(?:,?\s(?:and\s|&\s|\+\s)?|(?=:))){1,6}:\s{1,4}|(?:[Aa]ll|[Ee]very(?:one|body))(?:\s\p{L}{2,20}){0,2}:\s)(?!(?:be|the|an?)\b)\p{Ll}/u

/** "Ana Lind -> ask the port": the same with an arrow, which nobody writes within a sentence. */
const POINTED =
  /^(?:[\p{Lu}@][\p{L}\p{M}.'’-]{0,24},?\s(?:and\s|&\s|\+\s)?){1,6}(?:[→➔➜⇒]|[-=]{1,2}>)\s{1,3}\p{L}/u
export const isPointed = (line: string) => POINTED.test(line.slice(0, 160))

/** "Further work: …": a label in front of a line. */
const CAPTION = /^(\p{Lu}[\p{L}’'-]{2,20}(?:\s[\p{L}’'-]{2,20}){0,2}):\s{1,4}(?=\S)/u
export const captionOf = (line: string) => CAPTION.exec(line.slice(0, 80))?.[1]

/** "A41.2  FD  change the layout": what a task is called, and its columns behind it. */
const CODED = /^(?=\D{0,6}\d)\p{Lu}?[\p{L}\d]{1,8}[./-]?[\p{L}\d./-]{1,12}\s{2,}\S/u

const DAY =
  "(?:\\d{1,2}(?:st|nd|rd|th)?\\s\\p{L}{3,9}|\\p{L}{3,9}\\s\\d{1,2}|\\d{1,4}[./-]\\d{1,2}(?:[./-]\\d{1,4})?)(?:,?\\s(?:19|20)\\d\\d)?"
/** "Mend the roof        AL   15/10/21", "close the gaps          Ana, 22 April": what is to be done, a wide gap, people and a day. */
const SIGNED_FAR = new RegExp(
  `^(?:\\p{Lu}\\p{Ll}{1,14}|\\p{Ll}{2,14})\\s(?:(?!\\s{4}).){2,100}\\s{4,80}\\p{Lu}[\\p{L}.'’-]{0,24}(?:(?:\\s?[/,&+]\\s?|\\s)\\p{Lu}[\\p{L}.'’-]{0,24}){0,4}(?:\\s{1,20}\\d[\\d./-]{3,9}|,?\\s{1,20}${DAY})?$`,
  "u",
)

const DAY_ALONE = new RegExp(`^(?:(?:By|Until|Before|Due)\\s)?${DAY}:?$`, "u")
/** "Ana: ask the port by": the day in the next line is its own. */
const GOES_ON =
  /(?:[,–—(:-]|(?<!\p{L})(?:by|until|before|on|at|due|from|to|of|and|or|the|le|el|am|bis|til))$/iu
const DAY_AT_END = new RegExp(`[\\s(,:–—-]${DAY}[)\\]]?\\.?$`, "u")
/** "10 March – Ana – review the plan", "By 10 March: Ana reviews it". */
const BEGINS_IN_DAY = new RegExp(`^(?:(?:By|Until|Before|Due)\\s)?${DAY}(?::|\\s[–—-])\\s`, "u")
/** "Review the plan: Ana, 10 March", "Write to the port (Ben, 12/3)". */
const endsInDay = (line: string) =>
  line.length <= 140 && /^\p{Lu}/u.test(line) && DAY_AT_END.test(line.slice(-40))

const IN_BRACKETS = /^(?:\[([^[\]]{8,300})\]|\(([^()]{8,300})\))[.\s]*$/
/** Whether a line is such a task and nothing else, set apart by brackets: "[Ana to ask the port, by 3 May]". */
export function isBracketedTask(line: string): boolean {
  const [, square, round] = IN_BRACKETS.exec(line.slice(0, 310)) ?? []
  return ASSIGNED.test(square ?? round ?? "")
}

/** "todo Ana: ring the port": a word in small letters in front, as a report itself labels its tasks. */
const SMALL_WORD = /^\p{Ll}{2,12}\s(?=[\p{Lu}@])/u

/** Whether a line is such a task behind a small word, and the one above it is or begins with the same word. */
function areLabelled(begun: string, line: string): boolean {
  const word = SMALL_WORD.exec(line)?.[0]
  return word !== undefined && begun.startsWith(word) && ASSIGNED.test(line.slice(word.length, 120))
}

/** Whether two lines are two tasks of such a look, one below the other. */
export const areAssigned = (begun: string, line: string) =>
  (begun.endsWith(":") && ASSIGNED.test(line.slice(0, 120))) ||
  isPointed(line) ||
  SIGNED_FAR.test(line) ||
  areLabelled(begun, line) ||
  // "15 June" below "Ana: ask the port": the head of those that are due then.
  (DAY_ALONE.test(line.slice(0, 40)) &&
    ASSIGNED.test(begun.slice(0, 120)) &&
    !GOES_ON.test(begun.slice(-12))) ||
  [ASSIGNED, CODED, BEGINS_IN_DAY].some(
    (look) => look.test(line.slice(0, 120)) && look.test(begun.replace(CAPTION, "").slice(0, 120)),
  ) ||
  (endsInDay(line) && endsInDay(begun))

/** "Chair – Ana Lind". */
export const BESIDE = /^\p{Lu}[^.:;!?–—]{1,40}\s[–—-]\s\p{Lu}/u
export const FIELD = /^\p{Lu}[\p{L} '’/-]{1,30}\s?:\s{1,8}\S/u

/** Whether the line above ends what it says: nobody wrapped it, or the lines of this block stand each for itself. */
export function endsLine(
  { lines, breaks, kind, part }: Pick<Draft, "lines" | "breaks" | "kind" | "part">,
  line: Line,
): boolean {
  if (part !== "discussion" && (part !== "opening" || kind !== "bullet")) return false
  const said = line.words.text
  if (line.gap || !/^\p{Lu}/u.test(said) || /^\p{L}{3,6}day\b/iu.test(said)) return false
  if (kind === "bullet" && breaks.includes("\n")) return true
  return endsItsLine(lines, line, kind === "bullet")
}
