/** So many titles with brackets at the end that these are no part of any of them. */
const LEAST = 3
const BRACKETS = /\s?(?:\(([^()]{1,60})\)|\[([^[\]]{1,60})\])$/
/** "MTH", "B.Brodnjak", "Sanogo", "All": who has an item, in as many ways as lists have. */
const WHO =
  /^(?:\p{Lu}{2,4}|(?:\p{Lu}\.[\s-]?){1,3}\p{Lu}\p{L}{1,20}|\p{Lu}[\p{Ll}’'-]{1,20}|all)$/u
/** "G2/11-072", "doc. 12": a paper that belongs to it. */
const PAPER = /^(?:\p{L}{1,6}[.\s]?)?\p{Lu}{0,8}\d{0,4}(?:[./-][\p{Lu}\d]{1,12}){1,4}$/u

/** "(10)" behind nearly every title: how many minutes it has; "(0:02 – 0:21)": where it is in a recording. */
const MINUTES = /^\d{1,3}$|^(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s?[–-]\s?(?:\d{1,2}:)?\d{1,2}:\d{2})?$/
/** "core#3312", "(#144)", "[L2/SYM/19-144]": where a matter is kept, which belongs to no title. */
const KEPT =
  /\s(?:[\w./-]{1,40}[#!]\d{1,6}|\([\w./-]{0,40}[#!]\d{1,6}\)|\[(?=[^\]]{0,30}\d)\p{Lu}[\p{Lu}\d]{0,8}(?:[./-][\p{Lu}\d]{1,12}){1,4}\])$/u

const PARTS = /,\s?|\s?[;&]\s?|\s\/\s|\sand\s/

type Tail = { end: number; presenter: string | null }

/**
 * Where titles end that stand in front of brackets of one kind, as long as most of them do: "Flood
 * lessons (OC)", "Encodings (É.Boisclair)" beside "Met office update (S.Pecorari)". Of a short name for
 * the title itself, "Tides Working Group (TWG)", none is cut off.
 */
export function alikeTails(titles: readonly string[]): ReadonlyMap<string, Tail> {
  const found = { round: new Map<string, Tail>(), square: new Map<string, Tail>() }
  const kept = new Map<string, Tail>()
  for (const title of titles) {
    const reference = KEPT.exec(title.slice(-60))?.[0]
    if (reference && title.length > reference.length + 3)
      kept.set(title, { end: title.length - reference.length, presenter: null })
    const match = title.length <= 300 ? BRACKETS.exec(title.slice(-70)) : null
    const [all = "", round, square] = match ?? []
    const inner = round ?? square ?? ""
    const end = title.length - all.length
    const parts = inner.split(PARTS)
    if (end < 3 || !parts.every((part) => WHO.test(part) || PAPER.test(part) || MINUTES.test(part)))
      continue
    if (shortens(inner, title.slice(0, end))) continue
    const who = parts.filter((part) => WHO.test(part)).join(", ")
    found[round ? "round" : "square"].set(title, { end, presenter: who || null })
  }
  const [tails] = [found.round, found.square].sort((a, b) => b.size - a.size)
  const alike = tails && tails.size >= LEAST && tails.size * 2 >= titles.length ? tails : []
  return new Map([...kept, ...alike])
}

/** Whether letters in brackets are those that the words in front of them begin with. */
function shortens(inner: string, title: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(inner)) return false
  const words = title.match(/[\p{L}\d]+/gu) ?? []
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join("")
  return initials.includes(inner)
}
