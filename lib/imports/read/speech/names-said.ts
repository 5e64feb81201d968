import { findNames, type NameInText } from "../people/names"
import type { Who } from "../people/who"
import { holdersIn } from "./office-speakers"

/** "A. Dolores reported": the letter counts the entry, where she is known and nobody of that initial. */
function withoutNumber(name: NameInText, who: Who): NameInText {
  const front =
    name.from === 0 ? (/^\p{Lu}\. (?=\p{Lu}\p{Ll})/u.exec(name.name)?.[0].length ?? 0) : 0
  const own = name.name.slice(front)
  if (front === 0 || who.knows(name.name) || !who.knows(own)) return name
  return { ...name, name: own, from: front, words: name.words - 1 }
}

/** The names of a sentence, and the initials, nicks and offices of those whom the report names whole: "KL noted that". */
export function namesSaid(sentence: string, who: Who): readonly NameInText[] {
  const holders = holdersIn(sentence, who)
  const found = findNames(sentence).map((name) => withoutNumber(name, who))
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
