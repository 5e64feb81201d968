import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { isBody } from "../people/bodies"
import { type Entry, isRole, readEntry } from "../people/entry"
import { isHandle } from "../people/handles"
import { looksLikeName } from "../people/names"
import { isPost } from "../people/posts"
import { TITLE_WORDS } from "../people/vocabulary"
import { betweenNames, richOutside } from "../text/outside"
import { joinRich, type Rich, sliceRich } from "../text/rich"
import { areNicks, nickOf } from "./nick-lists"
import { hasSemicolon, nameAlone, separatorOf, shareOfNames } from "./roll-names"
import { saysAway } from "./roll-table"
import { isHouse } from "./under-houses"

/**
 * A person of the list, and the text they were read from. `away`: listed, and said not to be there;
 * `office`: named behind an office alone.
 */
export type RollEntry = Entry & { rich: Rich; away: boolean; office?: boolean }

/** Several people in one text: "A, B and C", "A (X), B (Y)" or "A, X; B, Y". */
export function readSeveral(rich: Rich, loose: boolean, turned: boolean): RollEntry[] | null {
  if (rich.text.startsWith("|")) return null
  const segments = richOutside(rich, separatorOf(rich.text))
  if (segments.length < 2) return null
  if (segments.every(({ text }) => isHandle(text))) return readEach(segments, turned)
  if (areNicks(segments))
    return segments.flatMap((each) => nicked(each) ?? entryOf(each, turned) ?? [])
  if (hasSemicolon(rich.text)) {
    // "Mss Ana Lind, Bea Okoro; Messrs Cem Arslan, Dan Weiss": groups of several each.
    const within = segments.map((each) => richOutside(withoutFront(each), betweenNames))
    const groups = within.filter(
      (each) =>
        each.length > 1 &&
        // What all of them are may stand behind the last: "Mr Lind, Mrs Okoro and Ms Weiss, elders".
        each.every(
          ({ text }, at) => /^\p{Lu}/u.test(text) || (each.length > 2 && at === each.length - 1),
        ) &&
        (shareOfNames(each) >= 0.75 || areFamilies(each)),
    )
    // "Ana Lind (AL), Estates; Ben Okoro (BO), Pharmacy": two parts each are a person and a place.
    // "Ana Lind and Ben Okoro (Port)" are two people of one place.
    const joined = segments.some(({ text }) => /^[^(,]{4,80}\s(?:and|&|et|und|y)\s/.test(text))
    const pairs = within.every((each) => each.length <= 2) && !PLURAL.test(rich.text) && !joined
    return readMost(groups.length > 0 && !pairs ? within.flat() : segments, turned)
  }
  if (segments.length === 2 && !isPair(rich.text, segments, loose)) return null
  // "Ana Lind, farmer, Upper Ditch" on a line of its own: what she is tells that the rest is of her.
  if (segments.length === 3 && !loose && /^\p{Ll}[\p{L} -]{2,30}$/u.test(segments[1]?.text ?? ""))
    return null
  return shareOfNames(segments, loose) < 0.6 ? null : readMost(segments, turned)
}

/** What somebody is at this meeting, in small letters behind a comma. */
const OFFICE = /^(?:in the chair|chair(?:ing|man|woman|person)?|host(?:ing)?|minutes|notes)$/
const PLURAL = /\b(?:Mss|Messrs|Mmes|MM|Drs|Sras?|Sres|Herren|Damen)\b|^\p{Ll}[^:]{2,60}:\s/u

/** "for the company: Ana Lind" without what stands in front of the names. */
function withoutFront(rich: Rich): Rich {
  const front = /^\p{Ll}[^:]{2,60}:\s/u.exec(rich.text)?.[0].length ?? 0
  return sliceRich(rich, front)
}

/** Titles that everybody has who has no other. */
const OF_ALL = /^(?:mr|mrs|ms|miss|mx|mme|mlle|sra?|srta|herr|frau)\.?\s/i

const isTitled = (text: string) =>
  HONORIFIC.test(text) ||
  /^M\.\s/.test(text) ||
  TITLE_WORDS.has(plainCase(text.split(/\.?\s/, 1)[0] ?? ""))

/** "Mmes Aubry, Blanc, Cohen; MM. Duval, Evrard", "Aiyana (chair), Boris, Cem; …": each called by one word. */
function areFamilies(parts: readonly Rich[]): boolean {
  const bare = parts.map(({ text }) => nameAlone(text).replace(HONORIFIC, ""))
  return (
    (parts.length > 2 || HONORIFIC.test(parts[0]?.text ?? "")) &&
    bare.every((name) => !name.includes(" ") && looksLikeName(name))
  )
}

/** Two names, and not a name and where its bearer belongs. */
function isPair(text: string, segments: readonly Rich[], loose: boolean): boolean {
  if (shareOfNames(segments, loose) < 1) return false
  // "Xander Yule, Planner": one word behind the comma of a whole name says what he is.
  const [whole = "", word = ""] = segments.map((each) => nameAlone(each.text))
  if (whole.includes(" ") && !word.includes(" ") && /^[^(]{4,80},\s(?!and\s)/.test(text))
    return false
  if (bearsNameOf(whole, word)) return false
  // "Ms Ana Lind, Patient Experience": without a title like hers the second is where she belongs.
  const [first = "", second = ""] = segments.map((each) => each.text)
  const divided = /^[^(,]{4,80},\s/.test(text) && HONORIFIC.test(first)
  // "Dr Ana Lind, Professor Ben Okoro": a title with a whole name behind it is another person.
  const another = second.replace(HONORIFIC, "")
  // "Ana Lind, Harbour Trust", "Ana Lind, Practice Nurse": where she is from, or her post.
  const isNobody = isPost(second) || isBody(`the ${second}`) || isHouse(second)
  if (whole.includes(" ") && /^[^(,]{4,80},\s(?!and\s)/.test(text) && isNobody) return false
  const isOther = another.length < second.length && another.includes(" ")
  if (divided && ((isRole(second) && !isOther) || (OF_ALL.test(first) && !isTitled(second))))
    return false
  return (
    loose || /\s(?:and|&|et|und)\s/.test(text) || segments.every((each) => each.text.includes("("))
  )
}

/** "Ana Lind, Lind Consulting": a house that is called after whoever stands in front of it. */
function bearsNameOf(person: string, behind: string): boolean {
  const words = person.split(" ")
  const family = words.at(-1) ?? ""
  return words.length > 1 && words[0] !== family && behind.startsWith(`${family} `)
}

/** Everybody of several; what names nobody says more of the person before it. Null without anybody. */
function readMost(parts: readonly Rich[], turned: boolean): RollEntry[] | null {
  const entries: RollEntry[] = []
  for (const part of parts) {
    const last = entries.at(-1)
    const named = last !== undefined && bearsNameOf(last.name, part.text)
    const entry = named ? null : entryOf(part, turned)
    if (entry) entries.push(entry)
    else if (last && (/^\p{Lu}/u.test(part.text) || OFFICE.test(part.text))) {
      const key = isRole(part.text) ? "role" : "affiliation"
      last[key] = [last[key], part.text].filter(Boolean).join(", ")
      last.capacity = [last.capacity, part.text].filter(Boolean).join(", ")
      last.rich = joinRich([last.rich, part])
    }
  }
  return entries.length > 0 ? entries : null
}

/** Everybody of several, null when one of them is nobody's name. */
export function readEach(parts: readonly Rich[], turned: boolean): RollEntry[] | null {
  const entries = parts.flatMap((part) => entryOf(part, turned) ?? [])
  return entries.length === parts.length ? entries : null
}

export function readOne(rich: Rich, turned: boolean): RollEntry[] {
  const entry = entryOf(rich, turned)
  return entry ? [entry] : []
}

/** Somebody of whom no more is told than how they are called in a chat. */
const BARE = { role: null, affiliation: null, capacity: "", aliases: [], whole: true, away: false }

/** Somebody of a list who is called by one word, however it is written. */
export function nicked(rich: Rich): RollEntry | null {
  const found = nickOf(rich.text)
  return found && { ...BARE, name: found.nick, capacity: found.capacity, rich }
}

/** "7thmarmot", "j (pine)": one word with a letter in it, on a line of its own among people. */
export function oddlyCalled(rich: Rich): RollEntry | null {
  const [, name = "", capacity = ""] =
    /^([\p{L}\d][\p{L}\d_.-]{0,24})(?:\s\(([^()]{1,60})\))?$/u.exec(rich.text) ?? []
  const isOdd = /^\d{1,3}\p{L}{3}/u.test(name) || (/^\p{L}$/u.test(name) && capacity !== "")
  return isOdd ? { ...BARE, name, capacity, rich } : null
}

function entryOf(rich: Rich, turned: boolean): RollEntry | null {
  // "brunhild (48)": so many lines of a chat are hers.
  const nick = /^(\p{Ll}[\p{Ll}\d_-]{1,24})\s\(\d{1,4}\)$/u.exec(rich.text)?.[1]
  if (nick) return { ...BARE, name: nick, rich }
  if (isHandle(rich.text)) return { ...BARE, name: rich.text, rich }
  const entry = readEntry(rich.text.replace(/(?<=\p{L})_(?=\p{Lu})/gu, " "), turned)
  return entry && { ...entry, rich, away: saysAway(entry) }
}
