import type { Line } from "../text/shape"

const SEVERAL =
  /^(?:(?:[Oo]n|ON|[Rr]e|[Uu]nder|[Tt]o|[Aa]d|[Aa]s to|[Rr]egarding)\s)?(?:(?:[Rr]emaining|[Oo]ther|[Oo]utstanding|[Ff]urther)\s+)?(?:[Aa]genda\s+|AGENDA\s+)?(?:[Ii]tems?|ITEMS?|[Pp]oints?|POINTS?|[Tt]opics?|TOPICS?|(?<=^[Oo]n )\p{Ll}{3,12}s|(?<=^ON )\p{Lu}{3,12}S)\s*\(?((?:\d{1,2}[a-z]?|[IVX]{1,5}|[A-H])(?:\s?(?:-|–|—|to|and|AND|&|,|\/)\s?(?:and\s)?(?:\d{1,2}[a-z]?|[IVX]{1,5}|[A-H]))+)(?![\p{L}\p{N}])\)?\s*[:.–—-]?\s*/u
const LABEL = "(?:\\d{1,2}(?:\\.\\d{1,2})?[a-z]?|[IVX]{1,5}|[A-H])"
const LABELS = `${LABEL}[.)]?(?:\\s?(?:-|–|&|\\+|and|,|\\/)\\s?\\(?${LABEL}\\)?){1,6}`
const SEVERAL_FIRST = new RegExp(
  `^\\(?(${LABELS})(?:(?<=\\))\\s+|[.):]\\s*|(?<=\\.\\d{1,2})\\s+(?=\\p{Lu}))`,
  "u",
)
/** "Permits and ships (items 3 and 4)". */
const SEVERAL_LAST = new RegExp(
  `\\((?:agenda )?(?:items?|points?|topics?|nos?\\.?) (${LABELS})\\)$`,
  "u",
)
/** "4-5  Fees; lamps": without a mark behind the numbers, so that a title has to follow. */
const SEVERAL_BARE = /^(\d{1,2}(?:\s?(?:-|–|&|and|,|\/)\s?\d{1,2}){1,6})\s{1,8}(?=\p{Lu})/u
const SEVERAL_LETTERS = /^(\(?[a-h]\)(?:\s?(?:&|and|,|\/)\s?\(?[a-h]\))+)[.:]?\s+/i

/** The labels of several items, and where the text behind them begins. */
type Labels = { labels: string; end: number }

/** Those in front of a heading that names several items. */
export function severalInFront(text: string): Labels | null {
  const front = text.slice(0, 40)
  return found(
    SEVERAL.exec(text.slice(0, 160)) ?? SEVERAL_FIRST.exec(front) ?? SEVERAL_LETTERS.exec(front),
  )
}

/** "Items D and E. Ana reported": a paragraph that begins with what several items are called. */
export function callsItems({ gap, marker, whole: { text } }: Line): boolean {
  return gap && !marker && /^\p{L}{2}/u.test(text) && severalInFront(text) !== null
}

/** Those in front of titles, with nothing between. */
export function severalBare(text: string): Labels | null {
  return found(SEVERAL_BARE.exec(text))
}

/** Those in brackets at the end of a heading. */
export function severalBehind(text: string): string | null {
  return bare((text.length <= 160 && SEVERAL_LAST.exec(text)?.[1]) || "") || null
}

function found(match: RegExpExecArray | null): Labels | null {
  return match?.[1] ? { labels: bare(match[1]), end: match[0].length } : null
}

const bare = (labels: string) => labels.replace(/[()]/g, "")
