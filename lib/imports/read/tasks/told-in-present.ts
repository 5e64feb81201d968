import { HONORIFIC } from "@/lib/check/names"
import { isBody } from "../people/bodies"
import type { Who } from "../people/who"
import { type Days, dueIn, saysByWhen } from "../times/due-in"
import { DOES, isOnlyPeople, isSomebody, ownersOf, peopleIn } from "./owners"

/** "Ana + Ben send the list by 12 November": people, what they do, and by when. */
export function isPromise(text: string, who: Who, days: Days): boolean {
  const people = DOES.exec(text.slice(0, 120))?.[1]
  return (
    people !== undefined &&
    isOnlyPeople(people, who) &&
    !TELLS.test(text.slice(people.length, people.length + 60)) &&
    dueIn(text, days) !== null
  )
}
/** "Reports that it starts in May", "finds out", "asks whether": what somebody says of something. */
const TELLS =
  /^:?\s(?:\p{Ll}+(?: \p{Ll}{2,12}){0,2}? (?:that|whether|if|why) |(?:proposes|suggests|recommends|mentions|notes|states|thinks)\s)/u

/** "Who does what: " in front of it. */
export const LABEL = /^[\p{L} ]{3,30}:\s(?=\p{Lu})/u
/** "Ana signs the papers by Thursday." in prose, where everybody in front is known. */
export function isToldBy(sentence: string, who: Who, days: Days): boolean {
  if (!saysByWhen(sentence.slice(0, 300))) return false
  // "Who does what: Ana signs the papers by Thursday."
  const said = sentence.replace(LABEL, "")
  if (isPromise(said, who, days))
    // "Resolved: The group keeps the word until May" is what it settled.
    return ownersOf(said, who).every(
      (name) => who.knows(name) || (said === sentence && isBody(`the ${name}`)),
    )
  return doesSo(said, who, NO_PROMISE) && dueIn(said, days) !== null
}

/** "Mara keeps an eye on the fees.": people, and what they do. */
const DOES_SO =
  /^(\p{Lu}[^,.;:]{1,50}?)\s(?!(?:is|was|has|does|says|thinks|asks|finds|wants|knows|likes|fears|agrees|reports)\s)\p{Ll}{2,14}s\s\p{Ll}/u
/** "Ana expects it by May", "Ben returns on 3 May": what comes of itself, or is only said. */
const NO_PROMISE =
  /^\s(?:expects|hopes|believes|feels|plans|wishes|needs|seems|remains|leaves|retires|returns|arrives|starts|begins|ends|turns|becomes|holds|mentions|notes|recalls|explains|stresses|suggests|proposes|recommends|states|adds|confirms|announces|informs|warns|reminds|thanks|welcomes|answers|replies|points|observes|considers|sees|comes|moves|seconds|requests|prefers|opposes|supports|resigns|reads|regrets|stays|sits|chairs|stands|lies|belongs|serves|works|lives)\s/
/** "Ana and the clerk ask him", "the clerk asks him": one does, or several do. */
const IN_PRESENT =
  /^((?:[Tt]he|\p{Lu})[^,.;:]{1,30}?(?:\.\s[^,.;:]{1,30}?)?)(\sand\s[^,.;:]{2,40}?)?\s((?!(?:is|was|has|does|says|thinks|asks (?:if|whether|why|what|how)|finds|wants|knows|likes|fears|agrees|reports|and)\s)\p{Ll}{2,14})\s[\p{L}\d]/u

/** "Ana and Ben asked him", "were elected", "will ask": of several, what is no present tense. */
const NO_PRESENT =
  /^(?:\p{Ll}+ed|are|were|have|had|did|do|both|will|would|can|could|may|might|must|should|shall|to|sai?d|told|gave|took|went|came|made|met|saw|thought|felt|left|brought|found|spoke|wrote|won|led|knew|held|kept|sent|put|got|ran|drew|chose|rose|agree|think|say|report|find|want)$/u

/** Those who do something in the present, in the words of a sentence that begins with them. */
export function doesInPresent(sentence: string): string | null {
  const [, one, others = "", deed] = IN_PRESENT.exec(sentence.slice(0, 160)) ?? []
  if (one === undefined || deed === undefined || deed.endsWith("s") === (others !== "")) return null
  if (others !== "" && NO_PRESENT.test(deed)) return null
  return NO_PROMISE.test(` ${deed} `) ? null : one + others
}

/** Whether a short sentence tells what people do, as the one in front tells what others do by a day. */
export function doesSo(sentence: string, who: Who, none = /^$/): boolean {
  const people = sentence.length <= 120 ? DOES_SO.exec(sentence)?.[1] : undefined
  return (
    people !== undefined &&
    !none.test(sentence.slice(people.length)) &&
    isOnlyPeople(people, who) &&
    peopleIn(people, who).every((name) => who.knows(name))
  )
}

/** "Ana ➜ order another": people, an arrow, and what they are to do. */
const POINTED = /^([^→➔➜⇒=>:]{2,60}?)\s?(?:→|➔|➜|⇒|[-=]{1,2}>)\s{1,4}(?=\p{Ll})/u
export function pointedIn(sentence: string, who: Who): { owners: string[]; from: number } | null {
  const [front = "", people] = POINTED.exec(sentence.slice(0, 80)) ?? []
  if (people === undefined || !isOnlyPeople(people, who)) return null
  const owners = peopleIn(people, who)
  const isSure = HONORIFIC.test(people) || owners.every((name) => isSomebody(name, who))
  return isSure ? { owners, from: front.length } : null
}
