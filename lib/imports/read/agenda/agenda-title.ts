import { plainCase } from "@/lib/check/words"
import { findNames, looksLikeName } from "../people/names"
import { COUNTRIES, ORDINARY_WORDS, ORGANISATION_WORDS, ROLE_WORDS } from "../people/vocabulary"

/** A title without what stands around it: its characters from `from` to `to`, who presents, how long. */
export type BareTitle = {
  from: number
  to: number
  presenter: string | null
  minutes: number | null
}

const CLOCK = "\\d{1,2}[:.h]\\d{2}"
const SPAN = `(${CLOCK})\\s?(?:-|–|—|to)\\s?(${CLOCK})`
const ZONE = "(?:\\s?(?:UTC|GMT|CES?T))?"
const FRONT = new RegExp(`^[([]?(?:${SPAN}|${CLOCK})${ZONE}[)\\]]?\\s*[:|–—-]?\\s+(?=\\S)`, "i")
const MINUTES_FRONT =
  /^[([]?(\d{1,3})\s?(?:min(?:utes?|s)?\.?|['’′])(?:[)\]]?\s*[:|–—-]|[)\]])\s+(?=\S)/i
const MINUTES = /^(?:about |approx\.? |ca\.? |~\s?)?(\d{1,3})\s?(?:min(?:utes?|s)?\.?|['’′])$/i
const MINUTES_BEHIND =
  /(?:\s[–—-]|[,;:|])?\s+(?:about |approx\.? |~)?(\d{1,3})\s?(?:min(?:utes?|s)?\.?|['’′])$/i
const SPAN_BEHIND = new RegExp(`(?:\\s[–—-]|[,;:|])?\\s+${SPAN}${ZONE}$`, "i")
const ONLY_SPAN = new RegExp(`^${SPAN}${ZONE}$`, "i")
const BRACKETS = /\s?(?:\(([^()]{1,100})\)|\[([^[\]]{1,100})\])$/
const PRESENTED =
  /(?:\s[–—-]|[,;.|])?\s+(?:(?:presenters?|speakers?|leads?|rapporteurs?)\s?:|(?:presented|led|introduced|facilitated|moderated|chaired) by:?)\s+(\S.{1,80})$/i
/** "(N 371)", "(doc. 12)", "(agenda item 2)", "(CTL/C/31/1)", "(14:20)": a paper that belongs to the item, or its place in a recording. */
const DOCUMENT =
  /^(?:(?:N|docs?|documents?|papers?|ref|annex|appendix|attachment|encl(?:osure)?|(?:agenda )?items?|pp?|pages?|slides?|tab)\.?\s?(?:no\.?\s?)?[\p{L}\d]{0,6}[./-]?\d[\w./, -]{0,30}|\p{Lu}[\p{Lu}\d]{0,7}(?:\/[\p{Lu}\d.-]{1,12}){1,6}(?:\s?(?:and|,)\s.{1,60})?|(?:\d{1,2}:)?\d{1,2}:\d{2})$/iu
const LABEL =
  /^(?:(?:presenters?|speakers?|leads?|rapporteurs?|presented by|led by|introduced by|with|by)\s?:?\s+)/i
const EVERYBODY =
  /^(?:all|everyone|everybody|group|(?:co-?|vice-?)?chairs?|hosts?|moderators?|facilitators?|note-?takers?|scribes?|secretar(?:y|iat)|tbc|tbd)$/i

const COLUMNS_BEHIND =
  /^(\S(?:.{1,90}?\S)?)\s{3,60}[–—-]?\p{L}[^:]{0,40}\s\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?$/iu

/** "Ana to introduce", "Ben Okoro reports": who has the item, and what with it. */
const PRESENTS =
  /\s(?:(?:to|will) (?:introduce|present|report|lead|speak|explain|open)|introduces|presents|reports|leads|speaks)$/i

/** Takes the time, the minutes and the presenter off a title of an agenda. */
export function bareTitle(text: string): BareTitle {
  const found: BareTitle = { from: 0, to: text.trimEnd().length, presenter: null, minutes: null }
  if (text.length > 300) return found
  // "TREASURER'S REPORT          -GROWNEY    20  07:15 PM": columns behind it, up to its time.
  const columns = COLUMNS_BEHIND.exec(text)?.[1]
  if (columns) return { ...found, to: columns.length }
  const front = FRONT.exec(text)
  if (front) {
    found.from = front[0].length
    found.minutes = lengthOf(front[1], front[2])
  }
  const handle = front ? null : /^\[([\p{L}\d_.@-]{2,30})\]\s{1,4}(?=[\p{L}\d])/u.exec(text)
  if (handle) found.from = handle[0].length
  const minutes = front ? null : MINUTES_FRONT.exec(text)
  if (minutes) {
    found.from = minutes[0].length
    found.minutes = sensible(minutes[1])
  }
  const initials = front ? INITIALS_BEHIND.exec(text.slice(0, found.to)) : null
  if (initials && initials.index > found.from) {
    found.to = initials.index
    found.presenter = initials[1] ?? null
  }
  for (let turn = 0; turn < 4; turn++) {
    const start = Math.max(found.from, found.to - 140)
    const taken = takeOff(
      text.slice(start, found.to).replace(/[\s.,;]+$/, ""),
      found.minutes !== null,
    )
    if (!taken || start + taken.at <= found.from) break
    found.to = start + taken.at
    found.presenter ??= taken.presenter
    found.minutes ??= taken.minutes
  }
  // "d) who speaks in Windhoek." ends a list that is a sentence.
  if (/^\p{Ll}.*\p{L}{3}\.$/u.test(text.slice(found.from, found.to))) found.to -= 1
  while (found.to > found.from && /[\s,;:|–—-]/.test(text.charAt(found.to - 1))) found.to -= 1
  // "Venue ............ Lind   15 min": the dots lead to who has it and for how long.
  const dots = /\.{4,200}/.exec(text.slice(found.from, found.to))
  const title = dots ? text.slice(found.from, found.from + dots.index).trimEnd() : ""
  if (dots && title !== "") {
    const behind = text.slice(found.from + dots.index + dots[0].length, found.to).trim()
    if (behind !== "" && isPeople(behind)) found.presenter ??= behind
    found.to = found.from + title.length
  }
  return found
}

/** "09:10 – 09:40  Screening of submissions (DK)": who has the time, by initials. */
const INITIALS_BEHIND = /\s?\((\p{Lu}{2,4}(?:(?:, ?|\/| and | & )\p{Lu}{2,4}){0,3})\)$/u

/** "Value statements – for information": what the meeting is to do with the item. */
const PURPOSE =
  /\s(?:[–—-]\s|\()for (?:information|decision|discussion|approval|noting|action|consultation|adoption|advice)\)?$/i

/** "Welfare Committee, Professor Sanjay Mittal, Chair": who reports, with a courtesy and perhaps an office. */
const TITLED_BEHIND =
  /,\s(?:Professor|Prof\.?|Dr\.?|Mr\.?|Ms\.?|Mrs\.?|Mx\.?|Dean|Cllr\.?|Councillor|Rev\.?)\s(\p{Lu}[\p{L}.'’-]{1,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){0,3})(?:,\s\p{Lu}[\p{L} -]{2,30})?$/u

type Taken = { at: number; presenter: string | null; minutes: number | null }

/** `timed`: minutes stood behind, so that what is left may end with who has them: "Tides – Ana". */
function takeOff(text: string, timed: boolean): Taken | null {
  // "Lamps #188 / #151", "Lamps [2]": where the issue or the note to it is found.
  const issue =
    /[#\]]/.test(text) &&
    /(?<!\b(?:meeting|call|session|minutes|sitting|no\.?))\s#\d{3,6}(?:\s?[/,])?$|(?<=[?!"”).])\s#\d{1,2}$|\s?\[\d{1,2}\](?:,\s\p{Ll}[^[\]]{8,100})?$/u.exec(
      text,
    )
  if (issue) return { at: issue.index, presenter: null, minutes: null }
  const purpose = PURPOSE.exec(text)
  if (purpose) return { at: purpose.index, presenter: null, minutes: null }
  const minutes = MINUTES_BEHIND.exec(text)
  if (minutes) return { at: minutes.index, presenter: null, minutes: sensible(minutes[1]) }
  const span = SPAN_BEHIND.exec(text)
  if (span) return { at: span.index, presenter: null, minutes: lengthOf(span[1], span[2]) }
  const titled = TITLED_BEHIND.exec(text.slice(-110))
  if (titled?.[1] && text.length > titled[0].length)
    return { at: text.length - titled[0].length, presenter: titled[1], minutes: null }
  const brackets = /[)\]]$/.test(text) ? BRACKETS.exec(text) : null
  if (brackets) {
    // "(ANONYMOUS LETTERS)" in a title that is all in capitals is nobody.
    const inside = (brackets[1] ?? brackets[2] ?? "").trim()
    const isOther = MINUTES.test(inside) || (/\d/.test(inside) && DOCUMENT.test(inside))
    if (!isOther && /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(brackets[0].slice(0, 110))) return null
    // "Vice-President (Sport)": what an office is for, and nobody.
    const office = plainCase(/(\S+)$/.exec(text.slice(0, brackets.index))?.[1] ?? "")
    if (brackets[1] && ROLE_WORDS.has(office) && !/[\s\d,]/.test(inside)) return null
    const inner = readBrackets(inside)
    return inner ? { at: brackets.index, ...inner } : null
  }
  // "Roof ......... 3", "Roof            Ana Lind": a page, or who has the item in a column of its own.
  const page = /\s?\.{4,}\s{0,4}\d{0,3}$/.exec(text.slice(-90))
  if (page)
    return { at: Math.max(0, text.length - 90) + page.index, presenter: null, minutes: null }
  const column = /\S(\s{3,}(\p{Lu}\S.{1,50}))$/u.exec(text)
  if (column?.[1] && column[2] && !/\s{2}/.test(column[2]) && isPeople(column[2]))
    return { at: column.index + 1, presenter: column[2], minutes: null }
  const short = /\S(\s{3,}(\p{Lu}{2,4}(?:[/&,+]\s?\p{Lu}{2,4}){0,2}))$/u.exec(text)
  if (short?.[1] && short[2] && /\p{Ll}/u.test(text))
    return { at: short.index + 1, presenter: short[2], minutes: null }
  const dashed = /\s[–—-]\s(\p{Lu}\S{1,30}(?: \S{1,30}){1,3})$/u.exec(text)?.[1]
  // "22/00602/ADV – Ring Road Roundabouts": a reference alone is no title.
  const worded = /(?:^|\s)[^\s\d]*\p{L}[^\s\d]*\s/u.test(text.slice(0, -(dashed?.length ?? 0)))
  if (dashed && worded && isWholePerson(dashed))
    return { at: text.length - dashed.length - 3, presenter: dashed, minutes: null }
  const all = /\s[–—-]\s(\p{L}[\p{L}-]{2,12})$/u.exec(text.slice(-18))
  if (all?.[1] && EVERYBODY.test(all[1]) && text.length > all[0].length)
    return { at: text.length - all[0].length, presenter: all[1], minutes: null }
  const afterMinutes = /\(\d{1,3}\s?(?:min(?:utes?|s)?\.?|['’′])\)\s[–—-]\s/i.test(text)
  // "Roof – AL, 20'": beside the minutes initials are those of somebody.
  const initials = timed
    ? /\s[–—-]\s(\p{Lu}{2,4}(?:(?:, ?|\/| and | & )\p{Lu}{2,4}){0,3})$/u.exec(text)
    : null
  if (initials?.[1]) return { at: initials.index, presenter: initials[1], minutes: null }
  const behind = timed || afterMinutes ? /\s[–—-]\s(\p{Lu}[^–—:]{1,60})$/u.exec(text) : null
  if (behind?.[1] && isPeople(behind[1]))
    return { at: behind.index, presenter: behind[1].trim(), minutes: null }
  const presented = PRESENTED.exec(text)
  if (!presented?.[1] || !isPeople(presented[1])) return null
  return { at: presented.index, presenter: presented[1].trim(), minutes: null }
}

/** "Ilva, 10 min", "led by Ana Lind", "10'": null where the brackets hold something of the title. */
function readBrackets(inner: string): Omit<Taken, "at"> | null {
  const people: string[] = []
  let minutes: number | null = null
  if (DOCUMENT.test(inner)) return { presenter: null, minutes: null }
  // "(0:02 – 0:21)": where it is found in the recording, or when it was taken.
  const whole = ONLY_SPAN.exec(inner)
  if (whole) return { presenter: null, minutes: lengthOf(whole[1], whole[2]) }
  const parts = inner.split(/[,;/]|\s[–—-]\s/).map((part) => part.trim())
  const timed = parts.some((part) => MINUTES.test(part) || ONLY_SPAN.test(part))
  for (const bare of parts) {
    const count = MINUTES.exec(bare)
    const span = ONLY_SPAN.exec(bare)
    if (count) minutes = sensible(count[1])
    else if (span) minutes = lengthOf(span[1], span[2])
    else if (isPeople(nameIn(bare))) people.push(nameIn(bare))
    // "[10 min, SB]", "(KT to report)": beside such words initials are those of somebody.
    else if (PRESENTS.test(bare) && /^\p{Lu}{2,4}$/u.test(nameIn(bare))) people.push(nameIn(bare))
    else if (timed && /^\p{Lu}{2,4}$/u.test(bare)) people.push(bare)
    else if (people.length === 0) return null
  }
  return { presenter: people.join(", ") || null, minutes }
}

const nameIn = (text: string) => text.replace(LABEL, "").replace(PRESENTS, "")

/** Whether a text is one name or several, or says that everybody speaks. */
function isPeople(text: string): boolean {
  return text
    .split(/\s*(?:,|&|\band\b)\s*/)
    .filter(Boolean)
    .every((part) => EVERYBODY.test(part) || isPerson(part))
}

function isPerson(text: string): boolean {
  const bare = text.replace(/\s?\([^()]*\)$/, "")
  if (!looksLikeName(bare)) return false
  if (bare.includes(" ")) return findNames(bare).some((name) => name.words > 1)
  const plain = plainCase(bare)
  const known = [ORDINARY_WORDS, ORGANISATION_WORDS, ROLE_WORDS, COUNTRIES]
  return /^\p{Lu}\p{Ll}{2,}$/u.test(bare) && !known.some((words) => words.has(plain))
}

/** A first name and a family's, neither of them a word of a title. */
function isWholePerson(text: string): boolean {
  const words = text.split(" ")
  const known = [ORDINARY_WORDS, ORGANISATION_WORDS, ROLE_WORDS, COUNTRIES]
  const plain = words.every((word) => !known.some((set) => set.has(plainCase(word))))
  return plain && /^\p{Lu}[\p{Ll}'’-]+$/u.test(words[0] ?? "") && isPerson(text)
}

function lengthOf(from: string | undefined, to: string | undefined): number | null {
  const [start, end] = [from, to].map((clock) => {
    const [hour = 0, minute = 0] = (clock ?? "").split(/[:.h]/).map(Number)
    return hour * 60 + minute
  })
  return from && to ? sensible(String((end ?? 0) - (start ?? 0))) : null
}

function sensible(minutes: string | undefined): number | null {
  const count = Number(minutes)
  return count > 0 && count <= 600 ? count : null
}
