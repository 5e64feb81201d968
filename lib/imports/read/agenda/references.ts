const LABEL =
  "\\(?(?:\\d{1,2}(?:\\.\\d{1,2})?[a-z]?|[IVX]{1,5}|[A-H]|(?<=\\()[a-h])(?![\\p{L}\\d])\\)?"
const BETWEEN = "\\s?(?:,|-|–|—|&|\\+|/|and|to|with)\\s?(?:and\\s)?"
const LABELS = `${LABEL}(?:${BETWEEN}${LABEL}){0,6}`
const LEAD =
  "(?:(?:on|re|ad|to|under|regarding|concerning|as (?:to|for)|then|now|next|first|finally|lastly),?\\s)?(?:agenda\\s)?(?:(?:items?|points?|topics?|questions?|matters?|subjects?|nos?\\.?|numbers?|nrs?\\.?|§{1,2})\\s?)?"
/** "in that order", "together": how several were taken. */
const HOW =
  "(?:,?\\s(?:in (?:that|this|reverse|the reverse) order|together|jointly|combined|in one(?: go)?|as one|at once|continued|again))?"
/** "On (2) and (4).", "--- 3 + 5 ---", "[2 + 3 together]", "Items 2 and 1, in that order". */
const REFERENCE = new RegExp(
  `^([[(=*#>–—-]{0,6}\\s{0,2})(${LEAD})(${LABELS})(${HOW})(\\s{0,2}[\\])=*#–—-]{0,6})(?:\\s{0,2}[.:]\\s{0,2}|\\s{1,2}[–—-]\\s|(?<=\\))\\s{1,2}|\\s?$)`,
  "iu",
)
/** "Item 4 was moved forward.", "Point (c) was taken next." */
const TAKEN = new RegExp(
  `^(?:then\\s|next\\s|on the (?:first|second|third|last|next) day,?\\s)?(?:the\\s)?(?:agenda\\s)?(?:items?|points?|topics?|questions?|matters?)\\s(${LABELS})\\s(?:was|were|came)\\s(?!(?:then\\s|also\\s)?(?:not|postponed|deferred|put|held|left|withdrawn|adjourned|skipped|dropped|carried|tabled|stood|over)\\b)`,
  "iu",
)

/** A line that names items by their labels alone: `end` is where that ends, null where it is a sentence. */
export type Reference = { labels: string; end: number | null }

/** What items a line refers to by their labels, and by nothing else; null for any other line. */
export function referenceIn(text: string): Reference | null {
  const front = text.slice(0, 90)
  const taken = TAKEN.exec(front)?.[1]
  if (taken) return { labels: bare(taken), end: null }
  const [all, open = "", lead = "", labels = "", how = "", close = ""] = REFERENCE.exec(front) ?? []
  if (all === undefined) return null
  // A number alone, "2.", counts a list; it refers to something where it is set off or called an item.
  const set = open.trim() !== "" && close.trim() !== ""
  const called = /\p{L}|§/u.test(lead) || how !== ""
  if (!set && !called && !/[,&+/–—-]|and/.test(labels)) return null
  return { labels: bare(labels), end: all.length }
}

const bare = (labels: string) => labels.replace(/[()]/g, "")

/** ">> ANA LIND: Item 2, the report.", "Ana: So, on to item 2.": who opens an item, and which. */
const TURN = /^(?:>{2,3}\s?)?\p{Lu}[\p{L}.’' -]{1,40}:\s+(?=\S)/u
const CALLED =
  /^(?:\p{L}{1,10},? ){0,5}(?:agenda )?(?:item|point|topic)(?: number| no\.?)? (\d{1,2}[a-z]?|[IVX]{1,5})(?![\p{L}\d])/iu

/** How long the name of who speaks is in front of what was said, 0 where nobody is named. */
export const turnLength = (text: string) => TURN.exec(text.slice(0, 60))?.[0].length ?? 0

/** The label of the item that a sentence calls, "" where it calls none. */
export const calledIn = (sentence: string) => CALLED.exec(sentence.slice(0, 60))?.[1] ?? ""
