/** What is told of what was done here: it can be heard, and be read until something else is done. */
export type Told = {
  text: string
  /** What was told last, also once it is gone. */
  last: string
  /** That it is saved, heard after it. */
  saved: string
  /** When it was told, in milliseconds. */
  at: number
}

export const silent: Told = { text: "", last: "", saved: "", at: 0 }

/** A sentence can be read for so long, whatever is done meanwhile, in milliseconds; a long one for longer. */
export const stays = (text: string): number => Math.max(5_000, 80 * text.length)

/** The same sentence twice is told twice, the second time with a space that is not heard. */
export const anew = (before: string, text: string) => (before === text ? `${text}\u00a0` : text)

/** Something is told; `at` is now. */
export function tell({ last }: Told, given: string, at: number): Told {
  const text = anew(last, given)
  return { text, last: text, saved: "", at }
}

/** It is saved, too: that is told beside it and takes no word of it away. */
export const tellSaved = (before: Told, word: string): Told => ({
  ...{ ...before, saved: anew(before.saved, word) },
})

/** Something is done again: what could be read for long enough goes. Nothing goes by itself. */
export const acted = (before: Told, now: number): Told =>
  before.text !== "" && now - before.at >= stays(before.text)
    ? { ...silent, last: before.last }
    : before

/** Words of a cell, so many of them at most that one hears which cell it is. */
const few = { words: 12, letters: 90 }

/** The first words of a text, and that more follow. */
export function firstWords(text: string): string {
  // Whatever comes later is not looked at: a cell may be very long.
  const start = text.trim().slice(0, few.letters + 1)
  const words = start.split(/\s+/)
  const isCut = start.length > few.letters
  // A word that the cut went through is left out, unless it is the only one.
  const whole = isCut && words.length > 1 ? words.slice(0, -1) : words
  const said = whole.slice(0, few.words).join(" ").slice(0, few.letters).trimEnd()
  return isCut || whole.length > few.words ? `${said}…` : said
}
