import { markOfAction } from "../decisions/outcome-labels"
import type { Who } from "../people/who"
import type { Days } from "../times/due-in"
import { type Added, othersIn } from "./action-sentences"
import { assigneeIn } from "./assignee"
import { VERB } from "./commitment-words"
import { commitmentsIn } from "./commitments"
import { isOnlyPeople, ownersOf, peopleIn } from "./owners"
import { recordsWithin } from "./task-fields"

/** "Ana: ", "Ben & Cem: " at the beginning or behind the end of a sentence. */
const WHOSE = /(?<=^|[.;!?]\s{1,3})([^.:;!?]{2,60}):\s+(?=\p{Ll})/gu
const DEED = new RegExp(`^${VERB}\\s`, "u")
/** Where another job of the same person begins: behind a semicolon, or a comma with another verb. */
const ANOTHER = new RegExp(
  `;\\s+|,\\s+(?=${VERB}\\s(?:(?:the|a|an|all|for|to|his|her|their|our)\\s|\\p{Lu}))`,
  "gu",
)
/** Two jobs and no more words, each beginning with what is to be done. */
const SEVERAL = new RegExp(
  `^${VERB}\\s[^.;:]{3,120};\\s(?:and\\s)?${VERB}\\s[^.;:]{3,120}[.]?$`,
  "u",
)
const FEWEST = 2
const LONGEST = 1500

/** "(1) ", "2) ", "(b) ": where the next of several jobs in one line begins. */
const COUNTED = /(?<=^|[.;,:]\s{1,3})\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\)\s+/gu

/** "Next: (a) …": shown to be tasks by somebody for each. */
const ANY_LABEL = /^\p{Lu}[\p{L} ]{2,24}:\s(?=\(?[\da-z]{1,4}\)\s)/u
/** "Actions arising: (e) …": the letters run on from item to item, so there may be one alone. */
const OF_TASKS = /^(?:actions?|tasks?|jobs|to[- ]?dos?)\s/i

/** The jobs that one line counts behind a label: "(1) Ben – ask for the tug. (2) Cem – book the boat." */
function countedJobs(text: string, who: Who): Added[] {
  if (!/[:\]]\s{1,4}\(?[\da-z]{1,4}\)\s/.test(text.slice(0, 60))) return []
  const mark = markOfAction(text)
  const start = (mark ?? ANY_LABEL.exec(text))?.[0].length
  if (start === undefined) return []
  const named = peopleIn(mark?.[3] ?? mark?.[2] ?? mark?.[1] ?? "", who)
  const said = text.slice(start)
  const marks = [...said.matchAll(COUNTED)]
  if (marks[0]?.index !== 0 || marks.length < (OF_TASKS.test(text) ? 1 : FEWEST)) return []
  const jobs: Added[] = marks.map(({ index, 0: count }, at) => {
    const from = start + index + count.length
    const end = marks[at + 1]?.index
    const to = end === undefined ? text.length : start + said.slice(0, end).trimEnd().length
    const job = text.slice(from, to).replace(/[;,]$/, "")
    const own = ownersOf(job, who)
    const owners = own.length > 0 ? own : [...named]
    return { from, to: from + job.length, owners, due: null, how: "read" }
  })
  return mark || jobs.every(({ owners }) => owners.length > 0) ? jobs : []
}

/**
 * The jobs of a paragraph that goes from one person to the next: "Ana: ring the printer, order the
 * stamps. Ben: check the page."; none where any of it is something else.
 */
export function jobsOfSeveral(text: string, who: Who, days: Days): Added[] {
  if (text.length > LONGEST || (!text.includes(":") && !/^who\s/i.test(text))) return []
  const records = recordsWithin(text, who, days)
  if (records.length > 0) return records.map((record) => ({ ...record, how: "read" }))
  const counted = countedJobs(text, who)
  if (counted.length > 0) return counted
  const labels = [...text.matchAll(WHOSE)]
  if (labels[0]?.index !== 0) return []
  // "Ana: ask for a longer slot; thank the port.": several jobs of one show as well what this is.
  if (labels.length < FEWEST && !SEVERAL.test(text.slice(labels[0][0].length))) return []
  const jobs: Added[] = []
  for (const [at, { index, 0: label, 1: people = "" }] of labels.entries()) {
    const from = index + label.length
    const to = labels[at + 1]?.index ?? text.length
    if (!isOnlyPeople(people, who) || !DEED.test(text.slice(from, from + 40))) return []
    const owners = peopleIn(people, who)
    let begin = from
    for (const cut of [...text.slice(from, to).matchAll(ANOTHER), null]) {
      const end = cut ? from + cut.index : to
      jobs.push({
        from: begin,
        to: begin + text.slice(begin, end).trimEnd().length,
        owners: [...owners],
        due: null,
        how: "read",
      })
      begin = cut ? end + cut[0].length : end
    }
  }
  return jobs
}

/** The jobs of a marked paragraph in which somebody else takes on the next; none where it has one. */
export function jobsInRow(
  text: string,
  from: number,
  named: string,
  who: Who,
  days: Days,
): Added[] {
  const [next, ...rest] = othersIn(text, from, who)
  if (!next) {
    // "Tasks: Ana to ask the port; Ben to write to both."
    const told = jobsInBrackets(text, from, who, days)
    if (told.length > 1) return told
    const jobs = commitmentsIn(text.slice(from), who, null)
    const apart = jobs.every((job) => job.from === 0 || NEXT.test(text.slice(0, from + job.from)))
    return jobs.length < 2 || !apart || jobs[0]?.from !== 0
      ? []
      : jobs.map((job) => ({
          ...{ from: from + job.from, to: from + job.to, owners: job.owners },
          ...{ due: null, how: "read" as const },
        }))
  }
  const front = text.slice(0, next.from).trimEnd().length
  return [{ from, to: front }, next, ...rest].map(({ from: start, to }) => {
    const own = ownersOf(text.slice(start, to), who)
    const owners = own.length > 0 || start > from ? own : peopleIn(named, who)
    return { from: start, to, owners, due: null, how: "read" }
  })
}

/** "Count the lamps (Ana), write to both (Ben, 5 May)": each with whose it is behind it. */
function jobsInBrackets(text: string, from: number, who: Who, days: Days): Added[] {
  const all = text.slice(from)
  if (all.length > 600 || !/\).{4,600}\)[.;]?$/.test(all)) return []
  const jobs: Added[] = []
  let end = from
  for (const { index, 0: whole, 1: job = "", 2: people = "" } of all.matchAll(JOB)) {
    const told = assigneeIn(people, who, days)
    if (from + index !== end || !told) return []
    jobs.push({ from: end, to: end + job.length, ...told, how: "read" })
    end += whole.length
  }
  return end === text.length ? jobs : []
}
/** Where the next of several jobs begins. */
const NEXT = /(?:[;,]\s(?:and\s)?|\sand\s)(?:\p{L}{2,4}\.?\s)?$/u
const JOB = /([^()]{4,160}?)\s\(([^()]{2,60})\)(?:[,;.]\s?(?:and\s)?|$)/g
