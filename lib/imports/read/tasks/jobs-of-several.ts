import { markOfAction } from "../decisions/outcome-labels"
import type { Who } from "../people/who"
import type { Days } from "../times/due-in"
import type { Added } from "./action-sentences"
import { VERB } from "./commitment-words"
import { isOnlyPeople, ownersOf, peopleIn } from "./owners"
import { recordIn } from "./task-fields"

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
const COUNTED = /(?<=^|[.;,:]\s{1,3})\(?(?:\d|[a-h])\)\s+/gu

/** The jobs that one line counts behind a label: "(1) Ben – ask for the tug. (2) Cem – book the boat." */
function countedJobs(text: string, who: Who): Added[] {
  const start = /\(?[1a]\)\s/.test(text.slice(0, 60)) ? markOfAction(text)?.[0].length : undefined
  if (start === undefined) return []
  const said = text.slice(start)
  const marks = [...said.matchAll(COUNTED)]
  if (marks.length < FEWEST || marks[0]?.index !== 0) return []
  return marks.map(({ index, 0: mark }, at) => {
    const from = start + index + mark.length
    const end = marks[at + 1]?.index
    const to = end === undefined ? text.length : start + said.slice(0, end).trimEnd().length
    return { from, to, owners: ownersOf(text.slice(from, to), who), due: null, how: "read" }
  })
}

/**
 * The jobs of a paragraph that goes from one person to the next: "Ana: ring the printer, order the
 * stamps. Ben: check the page."; none where any of it is something else.
 */
export function jobsOfSeveral(text: string, who: Who, days: Days): Added[] {
  if (text.length > LONGEST || !text.includes(":")) return []
  const record = recordIn(text, who, days)
  if (record) return [{ ...record, how: "read" }]
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
