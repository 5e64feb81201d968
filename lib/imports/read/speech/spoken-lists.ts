import type { NameInText } from "../people/names"
import type { Who } from "../people/who"

const either = (line: string) => `(?:${line.split(" ").join("|")})`

/** "Speakers on this item (in order): Ana – Ben.", "Interventions: Ana, Ben". */
const LABEL = new RegExp(
  `^\\W{0,3}(?:[\\p{L}-]{2,12}\\s){0,3}?${either(
    "speakers? interventions? contributions? contributors? comments? questions? remarks? discussants? discussion debate statements? presenters? presentations? presented introduced introduction raised floor spoke spoken following wortmeldungen redner rednerinnen intervenants? intervenciones oradores intervenções intervengono",
  )}(?:\\s(?:(?:persons|people|members|delegates|delegations) )?(?:took the floor|spoke|intervened|commented|contributed|asked questions))?(?:\\s(?:on|by|from|in|at|to speak|de|von)(?:\\s[\\p{L}]{2,14}){0,4}?)?(?:\\s?\\([^()]{2,40}\\))?\\s?:\\s{1,3}(?=\\p{Lu})`,
  "iu",
)
/** What divides those who are named together. */
const BETWEEN = /(\s?[,;/+&→]\s?|\s[–—-]\s|\s(?:and|et|y|e|und)\s|,\sand\s)/u

/** The people that a sentence lists as those who spoke, and says no more. */
export function listedSpeakers(sentence: string, who: Who): NameInText[] {
  const colon = sentence.length > 300 ? -1 : sentence.indexOf(":")
  if (colon < 5 || colon > 70) return []
  const front = LABEL.exec(sentence)?.[0]
  if (!front || front.trimEnd().length - 1 !== colon) return []
  return allPeople(sentence.slice(front.length).replace(/[.\s]+$/, ""), front.length, who)
}

/** What is told in a few words and credited in brackets: "Plan introduced (Mara)". */
const TOLD = new RegExp(
  `(?<![\\p{L}-])${either(
    "asked explained expressed introduced mentioned moved objected opposed outlined pointed presented questioned raised reported seconded stated stressed suggested supported voiced warned welcomed",
  )}(?!\\p{L})`,
  "iu",
)
const BRINGS = new RegExp(
  `^(?:[\\p{L}\\d-]{1,12}\\s){0,2}?${either(
    "complaints? concerns? fears? interventions? introduction motions? objections? presentation quer(?:y|ies) questions? remarks? worr(?:y|ies) amendment counter-?motion",
  )}(?!\\p{L})`,
  "iu",
)
/** "Comments (Ben, Ana):": nothing but the word. */
const ONLY =
  /^\W{0,3}(?:\p{L}+\s)?(?:answers?|comments?|discussion|input|interventions?|proposals?|remarks?|reports?|requests?|responses?|statements?|suggestions?|summary|updates?)\s$/iu
/** "Questions on depth (Ben), on noise (Ana)": the first word goes for both. */
const SAME = /^,?\s(?:and\s)?(?:on|about|as to|over|against|for)\s/
/** What is asked for is a task of whoever stands in the brackets. */
const TASK =
  /(?<!\p{L})(?:will|shall|to be|to do|should|please|todo|action|by (?:the )?\d)(?!\p{L})/iu
const BRACKETS = /\(([^()]{2,60}?)(?:,\s\d{1,3}\s?(?:min(?:utes?)?\.?|['’]))?\)/gu

/** Those who stand in brackets behind what they said. */
export function speakersInBrackets(sentence: string, who: Who): NameInText[] {
  if (!sentence.includes("(") || TASK.test(sentence)) return []
  const found: NameInText[] = []
  let begun = 0
  let told = false
  for (const { 0: all, 1: list = "", index } of sentence.matchAll(BRACKETS)) {
    const clause = sentence.slice(begun, index).replace(/^.*[.;]\s/, "")
    told =
      (told && SAME.test(clause)) ||
      (clause.length <= 120 &&
        (TOLD.test(clause) || BRINGS.test(clause.replace(/^\W+/, "")) || ONLY.test(clause)))
    begun = index + all.length
    if (told) found.push(...allPeople(list, index + 1, who))
  }
  return found
}

/** Everybody of a list in which nothing but people of the report stand; nobody otherwise. */
function allPeople(list: string, at: number, who: Who): NameInText[] {
  const found: NameInText[] = []
  let from = at
  for (const part of list.split(BETWEEN)) {
    const name = part.replace(/^(?:(?:Mr|Ms|Mrs|Mx|Dr|Prof|Mme|M|Herr|Frau|Sra?|Cllr)\.?\s)/u, "")
    const start = from + part.length - name.length
    if (/^[@\p{Lu}]/u.test(name) && who.knows(name))
      found.push({ name, from: start, to: start + name.length, words: 2, possessive: false })
    else if (!BETWEEN.test(part)) return []
    from += part.length
  }
  return found
}
