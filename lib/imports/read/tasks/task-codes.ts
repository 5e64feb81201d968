import type { Who } from "../people/who"
import { THING, VERB } from "./commitment-words"
import { isOnlyPeople } from "./owners"

/** "12-01", "AI 43-02", "A1", "TB/22/076a": what a task is called. A plain or dotted number is that of an item. */
const CODE =
  "[*[(\\s]{0,3}(?!(?:RES|DEC|MIN|D|R|ITEM)\\b)(?:\\p{Lu}{1,10}[ /-]?\\d{1,4}(?:[./-]\\d{1,4}){0,3}|\\d{1,4}(?:[/-]\\d{1,4}){1,3})[a-z]?(?![\\p{L}\\d])[*\\])]{0,3}"
const DOES = `to\\s(?:\\p{Ll}+ly\\s)?${VERB}\\s`
const WORD = "[\\p{L}\\d@][\\p{L}\\p{M}\\d.'’-]{0,24},?"
/** "12-01: ben to redraft the clause": a code, whose it is, and what they are to do. */
const WITH_COLON = new RegExp(`^${CODE}\\s{0,2}[:–—]\\s+()(?=((?:${WORD}\\s){1,9}?)${DOES})`, "u")
const NAME = "(?:[\\p{Lu}@][\\p{L}\\p{M}\\d.'’-]{0,24},?|and|of|the|for|&|with)"
/** "AP14/1  Ana Lind to count them": the same without a colon, where names are written large. */
const WITH_NAMES = new RegExp(`^${CODE}\\s+()(?=((?:${NAME}\\s){1,9}?)${DOES})`, "u")
/** "T1 Ben: write to them": whose it is in front of a colon. */
const WITH_OWNER = new RegExp(
  `^${CODE}\\s{1,4}()(?=((?:${NAME}\\s){0,5}[\\p{Lu}@][\\p{L}\\p{M}\\d.'’-]{0,24}):\\s+${VERB}\\s)`,
  "u",
)
/** "A1 (Ana Lind, 30 June) Order the line", "A2 (Ben): ask the port". */
const WITH_BRACKETS = new RegExp(
  `^(?=[\\p{Lu}\\d*[(])${CODE}\\s{1,4}()[([]([^()[\\]]{2,80})[)\\]]\\s{0,3}[:.–—-]?\\s+(?=${VERB}\\s)`,
  "iu",
)

/** The code in front of a task, with those whose it is where they stand in brackets behind it. */
export function codeOfTask(text: string): RegExpExecArray | null {
  const front = text.slice(0, 200)
  if (!/\d/.test(front.slice(0, 20))) return null
  const told = WITH_COLON.exec(front) ?? WITH_NAMES.exec(front) ?? WITH_OWNER.exec(front)
  const last = told?.[2]?.trim().split(/\s/).at(-1) ?? ""
  // "TB/22/081 Resolution to move into private session": nobody is to do that.
  return told && !THING.test(last) ? told : WITH_BRACKETS.exec(front)
}

/** "A3 Ana Lind, Ben Okoro": in a summary at the end, whose a task is that was told where it was given. */
export function isOnlyCoded(text: string, who: Who): boolean {
  const code = /^[[(]?\p{Lu}{1,4}[ -]?\d{1,4}(?:[./-]\d{1,4})?[\])]?[.:]?\s+(?=\p{Lu})/u.exec(
    text.slice(0, 30),
  )
  return code !== null && isOnlyPeople(text.slice(code[0].length), who)
}
