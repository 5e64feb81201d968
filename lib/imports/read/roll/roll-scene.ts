import { type Rich, sliceRich } from "../text/rich"
import { findSentences } from "../text/sentences"
import { exceptedIn, replacedIn } from "./exceptions"
import { namesOfSentence } from "./names-of-sentence"
import type { RollEntry } from "./roll-entry"
import { ALONE, AWAY, isUnexcused, THERE } from "./scene-words"

/** Those whom the opening paragraphs of a report say to have been there, and those it says were not. */
export type Scene = { present: RollEntry[]; away: RollEntry[] }

/**
 * Reads who was there from a paragraph that tells it in sentences of any kind: one that says so
 * outright makes every whole name of it somebody present, but for those in a sentence about absence.
 */
export function readScene(paragraphs: readonly Rich[]): Scene {
  const scene: Scene = { present: [], away: [] }
  const seen = new Set<string>()
  let roll = 12
  for (const [at, rich] of paragraphs.slice(0, 12).entries()) {
    // What is told later of somebody else has little to do with who came.
    if (at > roll + 1) break
    const text = rich.text.slice(0, 3000)
    const sentences = findSentences(text).flatMap(({ from, to }) =>
      clauses(sliceRich(rich, from, to)),
    )
    const there = sentences.filter(({ text }) => !AWAY.test(text))
    const told = there.some(({ text }) => ALONE.test(text))
    const names = there.flatMap((sentence) => namesOfSentence(sentence))
    const isRoll =
      told &&
      names.length >= 3 &&
      there.filter(({ text }) => THERE.test(text)).length * 2 >= there.length
    if (isRoll) roll = at
    for (const sentence of sentences) {
      if (isUnexcused(sentence.text)) continue
      const isAway = AWAY.test(sentence.text)
      if (!isAway && !isRoll) continue
      // "In the absence of Ana Lind Ben took the chair": he was there.
      const absent = isAway ? (exceptedIn(sentence) ?? replacedIn(sentence)) : null
      for (const entry of namesOfSentence(absent ?? sentence, isAway)) {
        if (seen.has(entry.name)) continue
        seen.add(entry.name)
        scene[isAway ? "away" : "present"].push(entry)
      }
    }
    if (scene.present.length === 0) {
      scene.away = []
      seen.clear()
    }
  }
  return scene
}

/** A sentence cut where it begins to speak of those who were away: "…; apologies from Ana Lind". */
function clauses(sentence: Rich): Rich[] {
  const cuts = [...sentence.text.matchAll(/;\s/g)].map(({ index }) => index)
  if (cuts.length === 0 || !AWAY.test(sentence.text)) return [sentence]
  const ends = [...cuts, sentence.text.length]
  return ends.map((to, index) =>
    sliceRich(sentence, index === 0 ? 0 : (ends[index - 1] ?? 0) + 2, to),
  )
}
