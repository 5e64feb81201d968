import { containment, contentWords } from "@/lib/check/words"
import { findSentences } from "../text/sentences"
import { coverageOf } from "./coverage-words"

/** "The colour was left for later": a part of the item. */
const OF_A_PART =
  /^(?:the|an?|its|their|our|his|her)\s(?!(?:item|point|topic|matter|subject|update|report|discussion)s?\b)/i

/**
 * Whether the first paragraph on an item says that it was put off, so that those behind it are on something
 * else: on anything, where no item has a heading (`running`), or on the end of the meeting, where it says
 * nothing else ("Not reached.").
 */
export function saysPutOff(text: string, running: boolean): boolean {
  const [first = ""] = text.split("\n", 1)
  const alone = first.length < Math.min(80, text.length) && !OF_A_PART.test(first)
  return (running || alone) && coverageOf(first) === "not-reached"
}

/** "Special Order 7B, End of the Gangplank Project, was tabled.": the last words on an item, by its name. */
export function endsPutOff(text: string, title: string): boolean {
  const last = text.trimEnd().slice(-200)
  if (!/\b(?:was|were|is) (?:tabled|postponed|deferred|put off|held over)\.?$/i.test(last))
    return false
  const sentence = last.slice(findSentences(last).at(-1)?.from ?? 0)
  return contentWords(title).length > 1 && containment(title, sentence).share >= 0.6
}
