import { DECISION_MARKED } from "../decisions/outcome-labels"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import type { Days } from "../times/due-in"
import { taskBefore, taskIn } from "./task-text"

/** "Undertaking: write the page (Ana Lind, 14 June)": what this report calls its tasks, in any language. */
const LABEL =
  /^[*[(\s]{0,3}(\p{L}[\p{L}\p{M}'’-]{2,20}(?:\s[\p{L}\p{M}'’-]{2,20}){0,2})(?:\s#?\d{1,4}(?:[./-]\d{1,4})?)?[*\])]{0,3}\s?:[*]{0,2}\s+(?=\S)/u
const FEWEST = 2

/**
 * The words with which a report itself labels its tasks: those in front of a colon that at least twice
 * stand above what ends in people and a day.
 */
export function labelsOfTasks(
  blocks: readonly FinishedBlock[],
  who: Who,
  days: Days,
): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const { block, rich } of blocks) {
    const text = rich.text
    if (
      block.part !== "discussion" ||
      text.length > 400 ||
      !/[)\]]\W{0,2}$|\s[–—-]\s|:\s{1,2}[[(]/.test(text)
    )
      continue
    const label = labelOf(text)
    if (!label || who.knows(label[1] ?? "") || DECISION_MARKED.test(text.slice(0, 100))) continue
    const from = label[0].length
    const task = taskIn(text, from, who, days) ?? taskBefore(text, from, who, days)
    if (task?.due) seen.set(keyOf(label), (seen.get(keyOf(label)) ?? 0) + 1)
  }
  return new Set([...seen].flatMap(([label, count]) => (count >= FEWEST ? [label] : [])))
}

/** The label in front of a text where it is one of those. */
export function ownLabel(text: string, labels: ReadonlySet<string>): RegExpExecArray | null {
  if (labels.size === 0) return null
  const label = labelOf(text)
  if (!label || !labels.has(keyOf(label))) return null
  // Its group is the label and no owner.
  label[1] = ""
  return label
}

const labelOf = (text: string) => LABEL.exec(text.slice(0, 100))
const keyOf = (label: RegExpExecArray) => (label[1] ?? "").toLowerCase()
