/** So many answers are kept at a time: more than the names of a long report. */
const MOST = 2000

/** What was answered before, until what the answers are made of changes. */
export class Answers {
  readonly #given = new Map<string, string | null>()

  /** The answer to a question that was asked before, or the one that is found now. */
  to(question: string, find: (question: string) => string | null): string | null {
    const given = this.#given.get(question)
    if (given !== undefined) return given
    const found = find(question)
    if (this.#given.size >= MOST) this.#given.clear()
    this.#given.set(question, found)
    return found
  }

  forget(): void {
    // Emptying costs something even where nothing is kept.
    if (this.#given.size > 0) this.#given.clear()
  }
}
