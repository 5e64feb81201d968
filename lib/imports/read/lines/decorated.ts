import { plainCase } from "@/lib/check/words"
import { startsOutcome } from "../decisions/outcome-labels"
import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

/** Signs on both sides of a title, and what stands between them. */
const FORMS: readonly RegExp[] = [
  /^\*{2,6}\s?(\S.{1,78}?\S)\s?\*{2,6}$/u,
  /^\*\s(\S.{1,78}?\S)\s\*$/u,
  /^-{2,10}\s?(\S.{1,78}?\S)\s?-{2,10}$/u,
  /^={2,10}\s?(\S.{1,78}?\S)\s?={2,10}$/u,
  /^~{1,10}\s?(\S.{1,78}?\S)\s?~{1,10}$/u,
  /^#{1,10}\s?(\S.{1,78}?\S)\s?#{1,10}$/u,
  /^[·•.]{2,10}\s?(\S.{1,78}?\S)\s?[·•.]{2,10}$/u,
  /^[–—]{1,6}\s?(\S.{1,78}?\S)\s?[–—]{1,6}$/u,
  /^<{1,4}\s?(\S.{1,78}?\S)\s?>{1,4}$/u,
  /^\[\s?([^[\]@]{3,80})\s?\]$/u,
  /^>{2,4}\s(\S.{1,78})$/u,
  // "==Credit counters http://example.org/draft": signs in front alone, and where to find it behind.
  /^[=+~%§]{2,6}\s?((?:\d{1,3}[.:)]\s{1,4})?\p{Lu}.{1,78}?)(?:\s\(?(?:see\s)?https?:\S{4,90})?$/u,
  // "--- Item 1: Fees", "-- 1. Fees": signs in front alone.
  /^-{2,6}\s((?:\d{1,3}[.:)]\s{1,4})?\p{Lu}.{1,78})$/u,
  /^(?:re|subject|topic|on):\s{1,4}(\S.{1,78})$/iu,
]
/** So many of one form that it is how this report sets its headings. */
const LEAST = 3
const LEVEL = 3

/** Makes headings of lines between signs, "*** Roof ***", where a report marks no headings itself. */
export function withDecorated(lines: readonly Line[]): Line[] {
  if (lines.filter(({ level }) => level > 1).length >= LEAST) return [...lines]
  const candidates = lines.filter(mayHead)
  for (const form of FORMS) {
    const heads = new Map<Line, RegExpExecArray>()
    for (const line of candidates) {
      const match = form.exec(line.whole.text)
      if (match) heads.set(line, match)
    }
    const titles = new Set([...heads.values()].map(([, title = ""]) => plainCase(title)))
    if (heads.size < LEAST || titles.size < heads.size) continue
    // ">> Ana to order the lamps by 3 May": what is to be done has a sign in front of it as well.
    const tasks = [...heads.values()].filter(([, title = ""]) => isToDo(title)).length
    if (tasks * 2 > heads.size) continue
    return lines.flatMap((line) => {
      const match = heads.get(line)
      if (!match?.[1]) return [line]
      const from = match[0].indexOf(match[1])
      const words = trimRich(sliceRich(line.whole, from, from + match[1].length))
      const head = { ...line, words, whole: words, bullet: false, marker: null, level: LEVEL }
      const behind = trimRich(sliceRich(line.whole, from + match[1].length))
      const { n, to, indent, breaks } = line
      return behind.text.includes("http")
        ? [head, shapeOf({ n, from: line.from, to, indent, breaks, gap: true }, behind)]
        : [head]
    })
  }
  return [...lines]
}

/** "Ana orders the lamps, by 3 May": nothing that is headed has a day to be done by. */
const BY_DAY = /\s(?:by|before|until|due)\s(?:\d|\p{Lu}\p{Ll}{2,8}\s\d)/u
const isToDo = (title: string) => TO_DO.test(title) || BY_DAY.test(title.slice(-40))

const TO_DO =
  /^@?\p{Lu}[\p{L}.’'-]{1,20}(?:,? (?:and |& )?\p{Lu}[\p{L}.’'-]{0,20}){0,4} (?:to|will) \p{Ll}/u

/** "*** To do ***", "=== Actions ===": the head of a list of what became of the items. */
const LIST_OF =
  /^\W{1,10}(?:to[- ]?dos?|(?:actions?|tasks?)(?: (?:items|points|list))?|decisions)\W{1,10}$/i
/** ">> ANA LIND: Good morning": somebody begins to speak. */
const SPEAKS = /^>{2,4}\s[\p{Lu}\p{M}\s.'’-]{3,40}:\s/u

/** ">> Mr. Lind: letter to the port": somebody, and what is to be done. */
const IS_OF = /^[>*=-]{2,4}\s\p{Lu}[^:]{1,50}:\s\p{Ll}/u
/** ">> Send the list. LIND, 4 October": a sentence, and whose it is. */
const IS_SIGNED = /^>{2,4}\s[^.]{8,120}\p{Ll}{3}\.\s\p{Lu}/u

function mayHead({ gap, level, marker, bullet, ticked, whole: { text } }: Line): boolean {
  if (!gap || level > 0 || ticked !== null || text.length > 140) return false
  // "* 1 FEES *": what looks like a bullet with a number is a sign at each end.
  if (marker && !(bullet && /\s\*$/.test(text))) return false
  if (SPEAKS.test(text) || IS_OF.test(text) || IS_SIGNED.test(text)) return false
  const title = /^[=+~%§]{2}/.test(text)
    ? text.replace(/\s\(?(?:see\s)?https?:\S{4,90}$/, "")
    : text
  if (LIST_OF.test(text)) return true
  return /\p{L}{3}/u.test(text) && !startsOutcome(text) && !/https?:|@|[.!?]\W{0,4}$/.test(title)
}
