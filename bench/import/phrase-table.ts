import { isRight, type PhraseKind, type ScoredPhrase } from "./phrases"
import { type Field, fields } from "./score"

/** Of each kind how many phrases were read wholly as a careful person reads them, of how many, and the share. */
export type PhraseCounts = Partial<
  Record<PhraseKind, { right: number; all: number; share: number }>
>

export function countPhrases(scored: readonly ScoredPhrase[]): PhraseCounts {
  const kinds = [...new Set(scored.map(({ given }) => given.kind))].sort()
  const counted = kinds.map((kind) => {
    const those = scored.filter(({ given }) => given.kind === kind)
    const right = those.filter(({ scores }) => isRight(scores)).length
    return [kind, { right, all: those.length, share: right / those.length }]
  })
  return Object.fromEntries(counted)
}

/** A line for every kind. */
export function phraseTable(title: string, scored: readonly ScoredPhrase[]): string {
  const rows = Object.entries(countPhrases(scored)).map(([kind, { right, all, share }]) => [
    ...[kind, share.toFixed(3), right, all],
  ])
  return [[title, "right", "phrases", "of"], ...rows]
    .map(
      ([name, ...cells]) =>
        String(name).padEnd(20) + cells.map((c) => String(c).padStart(10)).join(""),
    )
    .join("\n")
}

/** The phrases of which something was missed (−) or read too much (+), with that. */
export function missedPhrases(
  scored: readonly ScoredPhrase[],
  only: (field: Field) => boolean,
): string {
  const told = scored.flatMap(({ given, scores }) => {
    const wrong = fields
      .filter(only)
      .flatMap((field) => [
        ...scores[field].missed.map((value) => `  ${field} − ${value}`),
        ...scores[field].extra.map((value) => `  ${field} + ${value}`),
      ])
    return wrong.length > 0 ? [given.text, ...wrong] : []
  })
  return told.length > 0 ? told.join("\n") : "No differences."
}
