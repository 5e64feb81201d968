import type { FinishedBlock } from "./finished"
import type { ReadDecision } from "./model"
import { findSentences } from "./sentences"
import type { Locator } from "./source"

const ADVERBS =
  "(?:(?:also|further|finally|then|unanimously|generally|broadly|jointly|provisionally|hence|therefore|thus|all|\\p{Ll}+ly)\\s+){0,2}"
const BODY =
  "(?:(?:the|this|our)\\s+)?(?:group|wg|working group|wg[- ]?\\p{L}+|meeting|participants|attendees|members|committee|co-?chairs|council|board|secretariat|team|task force|subgroup|we|all|everyone|(?:wg|group|committee|mag|council) (?:members|participants))"
const DECIDED = "(?:agreed|decided|resolved|concluded|determined)"

/** Prose that decides: "It was agreed that", "the group decided to", "consensus was reached". */
const DECIDES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:it|this) (?:was|is|has been|had been)\\s+${ADVERBS}${DECIDED}\\b(?!\\s+with\\b)`,
    "iu",
  ),
  new RegExp(
    `(?:^|[,;]\\s|\\b(?:and|so|that)\\s)${BODY}\\s+(?:have |has |had )?${ADVERBS}${DECIDED}\\s+(?:that|to|on|upon|not|by)\\b`,
    "iu",
  ),
  new RegExp(
    `(?:^|[,;]\\s)${BODY}\\s+(?:have |has )?${ADVERBS}(?:adopted|approved|endorsed|ratified)\\s+(?:the|this|a|an|its|that|all)\\b`,
    "iu",
  ),
  /\b(?:a|the|general|broad|rough|full)?\s?consensus (?:was|has been|is) (?:reached|found|achieved)\b|\b(?:reached|came to) (?:a |an )?(?:\p{Ll}+ )?(?:consensus|agreement)\b/iu,
  /\b(?:was|were|has been|have been) (?:unanimously |formally |hereby )?(?:adopted|approved|endorsed|ratified)\b(?! for this)/iu,
  /\bthe (?:final )?decision (?:was (?:taken|made|reached)|is) (?:that|to)\b|\bdecision was (?:taken|made) (?:that|to)\b/iu,
]
const DENIED =
  /\b(?:not|never|no)\s+(?:yet\s+)?(?:been\s+)?(?:agreed|decided|resolved|adopted|approved|consensus|decision)\b|\bif (?:it|this) (?:was|is)\b|\bno consensus\b/i
const MARKED =
  /^(?:[#*\s]*)(?:decisions?|decided|resolved|resolution|agreed|agreement)(?:\s?(?:item|point)?\s?#?\s?\d{1,3}(?:[./-]\d{1,3})?)?\s?[:–—]\s*/i

/** The decisions of a report: those that are marked as such, and the sentences that sound like one. */
export function readDecisions(blocks: readonly FinishedBlock[], locate: Locator): ReadDecision[] {
  const decisions: ReadDecision[] = []
  for (const { block, rich, under } of blocks) {
    if (block.part !== "discussion" && block.part !== "closing" && block.part !== "next") continue
    if (block.kind === "heading") continue
    const add = (from: number, to: number, how: "read" | "inferred") => {
      const text = rich.text.slice(from, to).trim()
      if (!text) return
      const at = locate.span(rich, from, to)
      decisions.push({ block: block.id, from, to, text, item: block.item, at, how })
    }
    const marked = MARKED.exec(rich.text.slice(0, 80))
    if (marked) add(marked[0].length, rich.text.length, "read")
    else if (under === "decisions") add(0, rich.text.length, "read")
    else {
      for (const { from, to } of findSentences(rich.text)) {
        if (decides(rich.text.slice(from, Math.min(to, from + 1500)))) add(from, to, "inferred")
      }
    }
  }
  return decisions
}

function decides(sentence: string): boolean {
  return DECIDES.some((pattern) => pattern.test(sentence)) && !DENIED.test(sentence)
}
