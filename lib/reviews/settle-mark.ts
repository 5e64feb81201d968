import { markOf } from "./mark"

/** The mark of what a co-chair saw: the answer, and the words that would be replaced. */
export function settleMark(
  answeredAt: Date | null,
  words: Record<string, string> | null,
  statements: readonly { id: string; words: string }[],
): string {
  return markOf([answeredAt?.toISOString(), words, statements.map(({ id, words }) => [id, words])])
}
