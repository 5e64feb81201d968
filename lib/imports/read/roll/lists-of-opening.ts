import type { PlacedLine } from "../lines/placed-line"
import { type Rich, sliceRich } from "../text/rich"
import { readRoll } from "./roll"
import type { RollEntry } from "./roll-entry"
import type { Piece } from "./roll-layout"
import { AWAY } from "./scene-words"
import { isWholePerson } from "./whole-person"

type Lists = { participants: RollEntry[]; regrets: RollEntry[] }

/** What an item is called with which a meeting opens. */
const OPENS =
  /\b(?:roll(?: call)?|call to order|attend(?:ance|ees?|ing)|open(?:ing|ed)|introductions?|sign[- ]in|welcome|quorum|begrüßung|ouverture|apertura)\b/iu
/** Labels above people who need not have come. */
const OTHER =
  /\b(?:authors?|contacts?|candidates?|nominees?|elected|elections?|thanks|new members|departing|left|moved|seconded|proxies|tellers|invited to)\b/i
/** So many lines of a report are searched, and so many people are a list of them. */
const [MOST, FEWEST] = [80, 3]
const LONGEST_LABEL = 60

/**
 * Those who are named one by one in the item with which a meeting opens, "1. Call to order / Roll call" or
 * "Opening the meeting at 12:00", below labels of any words: "Founding members", "Via conference call:".
 */
export function listsOfOpening(placed: readonly PlacedLine[]): Lists {
  for (const [at, each] of placed.slice(0, MOST).entries()) {
    const { line, part } = each
    const begins = (line.marker !== null || line.level > 0) && part !== "agenda" && !each.page
    if (!begins || line.words.text.length > MOST || !OPENS.test(line.words.text)) continue
    const lists = peopleBelow(each, placed.slice(at + 1, at + 1 + MOST))
    if (lists.participants.length >= FEWEST) return lists
  }
  return { participants: [], regrets: [] }
}

function peopleBelow({ line: item }: PlacedLine, below: readonly PlacedLine[]): Lists {
  const found: Record<keyof Lists, Piece[]> = { participants: [], regrets: [] }
  let list: keyof Lists | null = "participants"
  for (const { line, part, page } of below) {
    if (page) continue
    if (part === "agenda" || part === "next" || (line.level > 0 && line.level <= item.level)) break
    const again = line.marker !== null && line.marker.form === item.marker?.form
    if (again && line.indent <= item.indent) break
    const words = withoutMark(line.words)
    if (isWholePerson(words.text)) {
      if (list) found[list].push({ line, words, first: true })
    } else if (isLabel(words.text))
      list = OTHER.test(words.text) ? null : isAway(words.text) ? "regrets" : "participants"
    else if (found.participants.length > 0) break
  }
  return {
    participants: readRoll(found.participants).entries,
    regrets: readRoll(found.regrets).entries,
  }
}

/** "Ana Lind (Polar)*" without the mark that a note explains. */
function withoutMark(words: Rich): Rich {
  const mark = /(?:\\?[*†‡´]){1,6}$/.exec(words.text.slice(-6))?.[0].length ?? 0
  return sliceRich(words, 0, words.text.length - mark)
}

const isLabel = (text: string) => text.length <= LONGEST_LABEL && !/[.!?;]$/.test(text)

const isAway = (text: string) =>
  AWAY.test(text) || /\bnot (?:in attendance|attending|present|here|there)\b/i.test(text)
