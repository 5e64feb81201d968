import type { Mentioned } from "@/lib/check/model"
import { nameKey, nameWords } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import type { FinishedBlock } from "./finished"
import { NameBook } from "./name-book"
import { findSentences } from "./sentences"
import type { Locator } from "./source"
import { findSpeakers, type Speaker } from "./speech"

type Names = { listed: readonly string[]; aliases: readonly { name: string; alias: string }[] }

/**
 * Everybody who speaks in the discussion, each once per name as written. A first name stands for
 * the whole name that the list or the text has for it.
 */
export function readMentions(
  blocks: readonly FinishedBlock[],
  names: Names,
  locate: Locator,
): Mentioned[] {
  const spoken = blocks.filter(
    ({ block }) => block.part === "discussion" && block.kind !== "heading",
  )
  const known = new Set(
    names.listed.flatMap((name) => [plainCase(name), ...nameWords(name).slice(0, 1)]),
  )
  for (const { alias } of names.aliases) known.add(plainCase(alias))
  const found: { speaker: Speaker; mention: Mentioned }[] = []
  for (const { block, rich } of spoken) {
    for (const { from, to } of findSentences(rich.text)) {
      for (const speaker of findSpeakers(rich.text.slice(from, to), known)) {
        const at = locate.span(rich, from + speaker.from, from + speaker.to)
        found.push({ speaker, mention: { name: speaker.name, speaks: true, at, item: block.item } })
      }
    }
  }
  const book = new NameBook(
    [
      ...found.filter(({ speaker }) => speaker.whole).map(({ mention }) => mention.name),
      ...names.listed,
    ],
    names.aliases,
  )
  const once = new Map<string, Mentioned>()
  for (const { speaker, mention } of found) {
    const name = speaker.whole ? mention.name : (book.whole(mention.name) ?? mention.name)
    const key = nameKey(name)
    if (!once.has(key)) once.set(key, { ...mention, name })
  }
  return [...once.values()]
}
