import { findNames, type NameInText } from "../people/names"
import type { Who } from "../people/who"
import { type HouseInText, housesIn } from "./house-speakers"
import { holdersIn } from "./office-speakers"
import { isSpokenVerb } from "./speech-elsewhere"

/** Whoever a sentence names; `house`: by where they are from alone. */
export type Said = NameInText & { house?: HouseInText["house"] }

/** What a sentence may begin with in front of a name, and is none of it: the letter of an entry, an article, "Auf Antrag von". */
const LEAD =
  /^(?:\p{Lu}\.|[AO]|Auf|Nach|Bitte|\p{Lu}\p{Ll}{0,6}(?:frage|antrag|wunsch|schlag|regung|sicht|einung|fassung|ladung)|Antrag|Wunsch|Laut|von|Herrn?|Frau|Sur|Selon|Según|Tras|Ante|Por|Segundo|Secondo|Su|Danach|Dann|Zudem|Anschließend|Ensuite|Puis|Luego|Después|Depois|\p{Lu}\p{Ll}{5,}ly)$/u

const isLead = (word: string) => LEAD.test(word) || isSpokenVerb(word)

/** "A. Dolores reported", "Eventually Dolores", "Auf Antrag von Dolores": where she alone is known. */
function withoutLead(name: NameInText, who: Who): NameInText {
  const words = name.name.split(" ")
  if (words.length < 2 || !isLead(words[0] ?? "") || who.knows(name.name)) return name
  const first = words.findIndex((word, at) => at === words.length - 1 || !isLead(word))
  const own = words.slice(first).join(" ")
  if (first < 1 || !who.knows(own)) return name
  return { ...name, name: own, from: name.to - own.length, words: words.length - first }
}

/** The names of a sentence, and the initials, nicks, offices and houses of those whom the report names whole: "KL noted that". */
export function namesSaid(sentence: string, who: Who): readonly Said[] {
  const houses: Said[] = housesIn(sentence, who)
  const holders = [
    ...houses,
    ...holdersIn(sentence, who).filter(
      ({ from }) => !houses.some((h) => h.from <= from && from < h.to),
    ),
  ]
  const found = findNames(sentence).map((name) => withoutLead(name, who))
  const names =
    holders.length === 0
      ? found
      : [
          ...found.filter((n) => !holders.some((h) => h.from <= n.from && n.from < h.to)),
          ...holders,
        ]
  const handles = [
    ...(sentence.includes("@") ? handlesIn(sentence, who) : []),
    ...(who.nicks.size > 0 ? nicksIn(sentence, who) : []),
  ]
  const initials = [...sentence.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}{2,4}(?![\p{L}\p{N}'’-])/gu)]
    .filter(
      ({ 0: text, index }) =>
        who.knows(text) && !names.some((n) => n.from <= index && index < n.to),
    )
    .map(({ 0: name, index: from }) => ({
      name,
      from,
      to: from + name.length,
      words: 2,
      possessive: false,
    }))
  return initials.length + holders.length + handles.length === 0
    ? names
    : [...names, ...initials, ...handles].sort((a, b) => a.from - b.from)
}

/** "@hansol reported": those whose handle the report explains. */
function handlesIn(sentence: string, who: Who): NameInText[] {
  return [...sentence.matchAll(/@[\p{L}\d_-]{2,40}/gu)].flatMap(({ 0: text, index: from }) => {
    // "ana@example.org" is an address.
    if (/[\p{L}\p{N}@./]/u.test(sentence.charAt(from - 1))) return []
    const name = who.handle(text)
    return name ? [{ name, from, to: from + text.length, words: 2, possessive: false }] : []
  })
}

/** "dkoller would like to": those whose names are written in small letters. */
function nicksIn(sentence: string, who: Who): NameInText[] {
  return [
    ...sentence.matchAll(/(?<![\p{L}\p{N}@./_-])\p{Ll}[\p{L}\d_-]{1,24}(?![\p{L}\p{N}/_-])/gu),
  ]
    .filter(({ 0: text }) => who.nicks.has(text))
    .map(({ 0: name, index: from }) => ({
      name,
      from,
      to: from + name.length,
      words: 2,
      possessive: /^['’]s/.test(sentence.slice(from + name.length, from + name.length + 2)),
    }))
}
