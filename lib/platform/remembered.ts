/** So many answers are kept: those of the sentences around the one that is being read. */
const MOST = 400

/**
 * The same function with a memory of what it was asked last: several rules ask the same of a sentence,
 * one after the other. What it answers must depend on the text alone.
 */
export function remembered<Answer>(
  find: (text: string) => Answer,
  most = MOST,
): (text: string) => Answer {
  const recent = new Map<string, Answer>()
  return (text) => {
    const known = recent.get(text)
    if (known !== undefined) return known
    const found = find(text)
    if (recent.size >= most) recent.clear()
    recent.set(text, found)
    return found
  }
}
