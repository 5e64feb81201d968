import type { Line } from "../text/shape"
import { runInLength, titleLike } from "./title-like"

/** So long a line may be a title as a whole; of a longer one only what it begins with. */
export const LONGEST = 110

/** How long the bold words are with which a line begins. */
export function boldLength({ words: { marks } }: Line): number {
  return marks.find(({ kind, from }) => kind === "bold" && from === 0)?.to ?? 0
}

/** How much of a line that heads a section is its title. */
export function headLength(line: Line): number {
  const { text } = line.words
  // "**Reading ages: should we keep them?**" is one title, and so is a question.
  const isOne = titleLike(text) || text.endsWith("?") || boldLength(line) >= text.length - 1
  if (line.level > 0 || (text.length <= LONGEST && isOne)) return text.length
  // "4. Administration."
  if (line.marker && /^[^.:;!?]{2,40}\.$/.test(text) && titleLike(text.slice(0, -1)))
    return text.length - 1
  const front = runInLength(text)?.[1]
  return front !== undefined && titleLike(text.slice(0, front)) ? front : text.length
}

/** How much of a line of this look is its title. */
export function titleLength(line: Line, look: string): number {
  if (look === "before bold") return boldLength(line)
  return runInLength(line.words.text)?.[1] ?? line.words.text.length
}
