import { DECISION_MARKED } from "../decisions/outcome-labels"
import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { type Days, dueIn } from "../times/due-in"
import { isDeed } from "./action-groups"
import { VERB } from "./commitment-words"
import { DOES, isOnlyPeople, peopleIn } from "./owners"
import { codeOfTask } from "./task-codes"
import { taskBefore, taskIn } from "./task-text"

/** "Undertaking: write the page (Ana Lind, 14 June)": what this report calls its tasks, in any language. */
const LABEL =
  /^[*[(\s]{0,3}(\p{L}[\p{L}\p{M}'’-]{2,20}(?:\s[\p{L}\p{M}'’-]{2,20}){0,2})(?:\s#?\d{1,4}(?:[./-]\d{1,4})?)?[*\])]{0,3}\s?:[*]{0,2}\s+(?=\S)/u
/** "todo Ana: ring the port": a word in small letters, and whose it is. */
const SMALL_LABEL = /^(\p{Ll}[\p{L}'’-]{1,11})\s(?=[\p{Lu}@][^:;.]{1,40}:\s+\p{L})/u
const FEWEST = 2

/** "Ana Lind and Ben to write": an order to people. */
const ORDER = new RegExp(`^([^.:;()]{2,60}?)\\s(?:to|will)\\s${VERB}\\s`, "u")

/**
 * The words with which a report itself labels its tasks: those in front of a colon that at least twice
 * stand in front of what ends in people and a day, or of an order to people who are known.
 */
export function labelsOfTasks(
  blocks: readonly FinishedBlock[],
  who: Who,
  days: Days,
): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const { block, rich } of blocks) {
    const text = rich.text
    if (block.part !== "discussion" || text.length > 400) continue
    const mayEnd = /[)\]]\W{0,2}$|\s[–—-]\s|:\s{1,2}[[(]/.test(text)
    const isSmall = SMALL_LABEL.test(text.slice(0, 100))
    const label = labelOf(text)
    if (!label) continue
    const tells = /\s(?:to|will)\s/.test(text.slice(0, 120)) || dueIn(text, days) !== null
    if (
      (!mayEnd && !isSmall && !tells) ||
      who.knows(label[1] ?? "") ||
      DECISION_MARKED.test(text.slice(0, 100))
    )
      continue
    const from = label[0].length
    const task =
      mayEnd || isSmall
        ? (taskIn(text, from, who, days) ?? taskBefore(text, from, who, days))
        : null
    const isSure =
      isSmall && isDeed(text.slice(task?.from)) && task?.owners.every((name) => who.knows(name))
    if (task?.due || isSure || isOrderTo(text.slice(from), who, days))
      seen.set(keyOf(label), (seen.get(keyOf(label)) ?? 0) + 1)
  }
  return new Set([...seen].flatMap(([label, count]) => (count >= FEWEST ? [label] : [])))
}

/** Whether a text behind its code, if it has one, tells people who are known what to do. */
function isOrderTo(text: string, who: Who, days: Days): boolean {
  const front = text.slice(codeLength(text)).slice(0, 120)
  // "Further work: Ana sends the list, deadline 22 May"
  const does =
    dueIn(text, days) === null
      ? null
      : (DOES.exec(front) ?? /^([^:;.]{2,60}?),? with\s\p{Ll}{3,}ing\s/u.exec(front))
  const people = (ORDER.exec(front) ?? does)?.[1] ?? ""
  return isOnlyPeople(people, who) && peopleIn(people, who).every((name) => who.knows(name))
}

const codeLength = (text: string) => codeOfTask(text)?.[0].length ?? 0

/** The label in front of a text where it is one of those, with the code of the task behind it. */
export function ownLabel(text: string, labels: ReadonlySet<string>): RegExpExecArray | null {
  if (labels.size === 0) return null
  const label = labelOf(text)
  if (!label || !labels.has(keyOf(label))) return null
  // Its group is the label and no owner.
  label[1] = ""
  label[0] += text.slice(label[0].length, label[0].length + codeLength(text.slice(label[0].length)))
  return label
}

const labelOf = (text: string) =>
  SMALL_LABEL.exec(text.slice(0, 100)) ?? LABEL.exec(text.slice(0, 100))
const keyOf = (label: RegExpExecArray) => (label[1] ?? "").toLowerCase()
