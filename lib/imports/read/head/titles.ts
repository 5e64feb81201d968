import type { Found } from "@/lib/check/model"
import { countWords } from "@/lib/check/words"
import { officeLabel } from "../offices/office-label"
import type { Rich } from "../text/rich"
import type { Locator } from "../text/source"
import { findMoments } from "../times/moments"

const KIND =
  /^(?:\W*)(?:draft |final |approved |provisional |short |detailed )*(?:summary|minutes|report|notes|record|proceedings)(?: (?:report|minutes|notes|record|of (?:the )?(?:meeting|call|proceedings|discussion)s?))*\W*$/i
const LABELLED =
  /^(?:title|(?:start(?:ing)? |meeting )?(?:date|time)s?|dates? (?:and|&) times?|day|start|starts|began|end|ends|ended|opened|closed|adjourned|when|where|venue|location|lieu|heure|place|room|platform|link|zoom|zone|time ?zone|duration|recording|author|status|version|layout|tags|number|meeting|type|subject|to|from|cc|quorum|distribution|called by)\s*[:–]\s*/i

/** Whether a line only names the kind of document: "Summary Report", "Draft minutes". */
export function namesKind(text: string): boolean {
  return text.length <= 60 && KIND.test(text)
}

/** Whether a line of the title block is a field such as "Chair: …". */
function isLabelled(text: string): boolean {
  return LABELLED.test(text.slice(0, 60)) || officeLabel(text) !== null
}

const FILLERS = /\b(?:at|on|from|to|until|the|of|utc|gmt|online|held|and|time)\b/gi

/** The title of a report, and the lines that it was read from. */
export function readTitle(
  lines: readonly Rich[],
  locate: Locator,
): { title: Found<string> | null; from: readonly Rich[] } {
  const given = lines.find((rich) => /^title\s*:\s*\S/i.test(rich.text.slice(0, 40)))
  if (given) {
    const start = given.text.search(/:/) + 1
    const value = given.text
      .slice(start)
      .replace(/^[\s"']+|["']?$/g, "")
      .trim()
    return { title: { value, at: locate.span(given, start), how: "read" }, from: [given] }
  }
  const parts = lines.filter((rich) => isPartOfTitle(rich.text)).slice(0, 4)
  const from = parts.length > 0 ? parts : lines.filter((rich) => namesKind(rich.text)).slice(0, 1)
  const [first] = from
  if (!first) return { title: null, from }
  const value = from.map((rich) => rich.text).join(", ")
  const how = from.length === 1 ? "read" : "inferred"
  return { title: { value, at: locate.span(first), how }, from }
}

/** What is left of a line of the title block without its label, dates, times and the spans given. */
export function residue(text: string, spans: readonly { from: number; to: number }[] = []): string {
  const { days, times } = findMoments(text)
  let bare = text
  for (const { from, to } of [...days, ...times, ...spans]) {
    bare = bare.slice(0, from) + " ".repeat(to - from) + bare.slice(to)
  }
  const label = officeLabel(bare)?.rest ?? 0
  return bare.slice(label).replace(LABELLED, " ").replace(FILLERS, " ")
}

function isPartOfTitle(text: string): boolean {
  if (text.length > 200 || countWords(text) === 0 || namesKind(text) || isLabelled(text))
    return false
  const { days, times } = findMoments(text)
  return days.length + times.length === 0 || countWords(residue(text)) >= 2
}
