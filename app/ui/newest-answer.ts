import { useState } from "react"

type Seen<Answer> = { answers: readonly (Answer | null)[]; newest: Answer | null }

/** What is the newest of several answers once they are these: the one that is not as it was before. */
export function newestOf<Answer>(
  before: Seen<Answer>,
  answers: readonly (Answer | null)[],
): Seen<Answer> {
  const at = answers.findIndex((answer, place) => answer !== before.answers[place])
  return at < 0 ? before : { answers, newest: answers[at] ?? null }
}

/**
 * The newest answer to a form whose presses have an action each. An older one stays in its own state, and
 * would hide what the last press said, and with it what was typed.
 */
export function useNewest<Answer>(answers: readonly (Answer | null)[]): Answer | null {
  // Without script a page comes with one answer at most.
  const [seen, setSeen] = useState<Seen<Answer>>(() => ({
    ...{ answers, newest: answers.find((answer) => answer !== null) ?? null },
  }))
  const next = newestOf(seen, answers)
  if (next !== seen) setSeen(next)
  return next.newest
}
