import type { Who } from "../people/who"
import type { Beginning } from "./commitments-by-name"
import { isOnlyPeople, peopleIn } from "./owners"

const DOES =
  "(?!(?:not|never|no|be|have|remain|continue|stay|receive|keep|hold|do|get|become)\\b)\\p{Ll}{2,}"
const WAS = "It (?:was|is|has been) (?:then |also |further )?"
/** "It was agreed that Mr Lind should …", "It was assigned to Ana to …": who is to do it, behind what sets it. */
const LAID_DOWN = new RegExp(
  `^(?:${WAS}(?:agreed|decided|resolved|settled|arranged|determined) that ([^,.;:]{2,60}?(?:\\.\\s[^,.;:]{2,40}?)?) (?:should|would|will|shall|must|(?:is|are) to) ${DOES}|(?:${WAS}(?:assigned|given|entrusted|left|delegated|allotted|handed) to|It (?:fell|falls) to) ([^,;:]{2,60}?) to ${DOES})`,
  "u",
)

/** What a meeting lays on people of the report, in so many words, whatever it is. */
export function laidDown(sentence: string, who: Who): Beginning | null {
  if (!sentence.startsWith("It ")) return null
  const [, agreed, given] = LAID_DOWN.exec(sentence.slice(0, 200)) ?? []
  const people = agreed ?? given
  if (people === undefined || !isOnlyPeople(people, who)) return null
  const owners = peopleIn(people, who)
  return owners.length > 0 && owners.every((name) => who.knows(name)) ? { owners, from: 0 } : null
}
