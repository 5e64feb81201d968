/** What stood around words, to tell them from the same words elsewhere. */
export type Around = { before: string; after: string }
/** Words of so many characters are known again wherever they are put; shorter ones by their place. */
export const longEnough = 12
/** Stands for the words of a passage whose ends nobody but its author knows yet; the text says them when it does. */
export const unsaid = "…"
/** Whether a passage waits for its words. Of one that quotes that sign itself, something stands around it. */
export const isUnsaid = ({ quote, before, after }: Around & { quote: string }): boolean =>
  quote === unsaid && before === "" && after === ""
export type Place = { from: number; to: number }

/** A text without its white space, and where each of its characters stood with it. */
export type Squeezed = { text: string; at: readonly number[] }

const blank = /\s/

/** For whoever looks for many words in one text: it is read letter by letter. */
export function squeeze(text: string): Squeezed {
  const at: number[] = []
  let kept = ""
  for (let place = 0; place < text.length; place++) {
    const character = text[place] as string
    if (blank.test(character)) continue
    kept += character
    at.push(place)
  }
  return { text: kept, at }
}

export const squeezed = (text: string) => text.split(blank).join("")

function sameBefore(text: string, end: number, before: string): number {
  let length = 0
  while (length < before.length && text[end - 1 - length] === before[before.length - 1 - length])
    length++
  return length
}

function sameAfter(text: string, start: number, after: string): number {
  let length = 0
  while (length < after.length && text[start + length] === after[length]) length++
  return length
}

/**
 * Where `words` stand in `text`, whatever white space is in them: a block that was cut in two still
 * says the same. Of several places the one whose surroundings agree most. It has to agree in `enough`
 * characters around, or wholly; null when none does, or two do equally. With `fresh` all
 * of its characters have to be among those, or half of long words: an editor that writes a block anew
 * takes some from others.
 */
export function findQuote(
  text: string | Squeezed,
  words: string,
  around: Around,
  enough: number,
  fresh?: ReadonlySet<number>,
): Place | null {
  const whole = typeof text === "string" ? squeeze(text) : text
  const wanted = squeezed(words)
  if (wanted === "") return null
  const before = squeezed(around.before)
  const after = squeezed(around.after)
  let best: { start: number; score: number } | null = null
  let isTie = false
  for (
    let start = whole.text.indexOf(wanted);
    start >= 0;
    start = whole.text.indexOf(wanted, start + 1)
  ) {
    const end = start + wanted.length
    if (fresh) {
      const own = whole.at.slice(start, end).filter((place) => fresh.has(place))
      if (own.length < wanted.length / (wanted.length < longEnough ? 1 : 2)) continue
    }
    const behind = sameBefore(whole.text, start, before)
    const ahead = sameAfter(whole.text, end, after)
    const isAtStart = before !== "" || start === 0
    const isAtEnd = after !== "" || end === whole.text.length
    const isWhole = behind === before.length && ahead === after.length && isAtStart && isAtEnd
    const score = isWhole ? Number.MAX_SAFE_INTEGER : behind + ahead
    if (score < enough) continue
    if (!best || score > best.score) {
      best = { start, score }
      isTie = false
    } else if (score === best.score) isTie = true
  }
  if (!best || isTie) return null
  const from = whole.at[best.start]
  const last = whole.at[best.start + wanted.length - 1]
  return from === undefined || last === undefined ? null : { from, to: last + 1 }
}
