import type { Who } from "../people/who"
import type { Days } from "../times/due-in"
import { type Assignee, assigneeIn } from "./assignee"

/** "Action AL.", "(Action by Ana, 3 June)", "[ACTION – BO]": a label without its colon, and people behind it. */
const BEHIND_SENTENCE =
  /^[([]?(?:ACTION|Action|action)(?:ED|ed)?(?:\s(?:by|for|on|with|owner|lead|BY|FOR|ON))?\s?[:–—-]?\s(?=@?\p{Lu})/u
/** "(AL to action)", "AL to action.": people, and that they are to. */
const TO_ACTION = /^[([]?(@?\p{Lu}[^()[\]]{1,60}?)\sto\saction[)\].\s]*$/u
/** "… to the port – Action AL", "… to the port ACTION: AL and BO": the same at the end of the sentence itself. */
const AT_THE_END = /(?:\s[–—-])?\s[([]?(?:ACTION|Action):?\s(@?\p{Lu}[^.;:()[\]]{1,60})[)\].\s]*$/u

/** Whose the sentence in front is, where another one says no more than that. */
export function assignedBehind(sentence: string, who: Who, days: Days): Assignee | null {
  if (sentence.length > 120 || !/action/i.test(sentence)) return null
  const label = BEHIND_SENTENCE.exec(sentence)?.[0]
  const people = label ? sentence.slice(label.length) : TO_ACTION.exec(sentence)?.[1]
  return people === undefined ? null : known(people, who, days)
}

/** Whose a sentence is that ends so, and where its words end. */
export function assignedAtEnd(
  sentence: string,
  who: Who,
  days: Days,
): (Assignee & { to: number }) | null {
  const tail = sentence.slice(-90)
  if (!/action/i.test(tail)) return null
  const match = AT_THE_END.exec(tail)
  const assignee = match?.[1] ? known(match[1], who, days) : null
  const to = sentence.length - tail.length + (match?.index ?? 0)
  return assignee && to > 12 ? { ...assignee, to } : null
}

/** People of the report and nothing else, with a day or without one. */
function known(people: string, who: Who, days: Days): Assignee | null {
  const assignee = assigneeIn(people.replace(/[)\].\s]+$/, ""), who, days)
  return assignee?.owners.length && assignee.owners.every((name) => who.knows(name))
    ? assignee
    : null
}
