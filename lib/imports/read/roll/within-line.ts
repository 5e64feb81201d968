import { officeLabel } from "../offices/office-label"
import { type Rich, sliceRich, trimRich } from "../text/rich"
import { exceptedIn } from "./exceptions"
import { namesOfSentence } from "./names-of-sentence"
import { peopleHeading } from "./people-heading"
import type { Piece } from "./roll-layout"
import { segmentsOf, shareOfNames } from "./roll-names"
import { isUnexcused } from "./scene-words"
import { tellsOfAbsence } from "./told-absence"
import { tellsOfThoseAway, toldBehind, withoutDeed } from "./told-behind"

/** A label within a line: behind a stop, in front of a colon, or of a dash where it says of people. */
const LABEL_WITHIN = /[.;|]\s+(?=\p{L}[\p{L}\d &/-]{2,40}(?::|\s[–—-])\s)/gu
/** "rest here", "all others present": of nobody by name. */
const THE_OTHERS =
  /[;,.]\s+(?:and\s)?(?:all )?(?:the )?(?:rest|others?|remaining \p{L}+|every(?:one|body) else)\b[^;]{0,60}$/iu

/** "Ana Lind, Ben Okoro, with apologies from Cem Arslan". */
const SENT_WITHIN =
  /[,;]?\s(?:and |but )?with (?:apologies|regrets|excuses)(?: \p{Ll}{2,12}){0,2} from\s(?=\p{Lu})/u

type List = "participants" | "regrets"
type Part = { list: List; words: Rich; first?: boolean; office?: boolean }

/** The lists of one line: "Present: Ana Lind, Ben Okoro. Regrets: Cem Arslan". */
export function withinLine(piece: Piece, part: List): Part[] {
  const parts: Part[] = []
  let from = 0
  let list: List | null = part
  let { first } = piece
  let office = false
  /** The last bracket closed in front of a place, or one that opens the whole line. */
  const closedBefore = (at: number) => Math.max(0, piece.words.text.lastIndexOf(")", at))
  const take = (words: Rich) => {
    if (list) parts.push({ list, words, first, ...(office && { office }) })
  }
  for (const match of piece.inline || piece.prose
    ? piece.words.text.slice(0, 4000).matchAll(LABEL_WITHIN)
    : []) {
    // "Ana Lind (on leave; substitute: Ben Okoro)": it is said of her.
    if (piece.words.text.lastIndexOf("(", match.index) > closedBefore(match.index)) continue
    const start = match.index + match[0].length
    const behind = piece.words.text.slice(start, start + 200)
    const colon = behind.search(/:|\s[–—-]\s/)
    const unexcused = isUnexcused(behind.slice(0, colon))
    const heading = peopleHeading(behind)
    // "Minutes: Ana Lind" is one more of those there.
    const named = !heading && officeLabel(behind) !== null
    const other = named || (!heading && hasPeopleBehind(behind))
    if (!unexcused && !other && (!heading || heading.rest === null)) continue
    take(trimRich(sliceRich(piece.words, from, match.index)))
    office = named
    from = start + (heading?.rest ?? (other || unexcused ? colon + 1 : 0))
    list = unexcused ? null : (heading?.list ?? "participants")
    first = true
  }
  const rest = withoutDeed(withoutOthers(trimRich(sliceRich(piece.words, from))))
  if (list === "participants" && tellsOfThoseAway(rest.text)) {
    const names = namesOfSentence(rest, true).map(({ rich }) => rich)
    return [...parts, ...names.map((words) => ({ list: "regrets" as const, words, first: true }))]
  }
  const sent = list === "participants" ? SENT_WITHIN.exec(rest.text.slice(0, 2000)) : null
  const away = sent ? namesOfSentence(sliceRich(rest, sent.index), true) : []
  if (sent && away.length > 0) {
    take(trimRich(sliceRich(rest, 0, sent.index)))
    return [
      ...parts,
      ...away.map(({ rich: words }) => ({ list: "regrets" as const, words, first: true })),
    ]
  }
  const excepted = list === "participants" ? exceptedIn(rest, true) : null
  if (excepted) return [...parts, { list: "regrets", words: excepted, first: true }]
  if (part === "regrets" && tellsOfAbsence(rest.text)) {
    const names = namesOfSentence(rest, true).map(({ rich }) => rich)
    return [...parts, ...names.map((words) => ({ list: part, words, first: true }))]
  }
  const told = piece.inline || piece.prose ? toldBehind(rest, part === "regrets") : null
  take(told ? withoutDeed(sliceRich(rest, 0, told.end)) : rest)
  for (const each of told?.lists ?? []) parts.push({ ...each, first: true })
  return parts.filter(({ words }) => words.text !== "")
}

function withoutOthers(rich: Rich): Rich {
  const others = THE_OTHERS.exec(rich.text.slice(-120))
  if (!others) return rich
  return sliceRich(rich, 0, Math.max(0, rich.text.length - 120) + others.index)
}

/** "Observors: Sis. Quill, Bro. S Dunmore" within a line: whatever the word, people and no more stand behind it. */
function hasPeopleBehind(text: string): boolean {
  const [label] = /^\p{Lu}\p{L}{3,20}:\s/u.exec(text) ?? []
  const [said = ""] = text.slice(label?.length ?? 0).split(/(?<=\p{Ll}{3})[.;]\s/u, 1)
  const parts = segmentsOf(said)
  return label !== undefined && parts.length >= 2 && shareOfNames(parts) === 1
}
