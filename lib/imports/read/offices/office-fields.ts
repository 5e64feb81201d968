import { looksLikeName } from "../people/names"
import { type Rich, sliceRich, trimRich } from "../text/rich"
import { officeLabel } from "./office-label"

/** "(items 1 to 4)": who led one part of the meeting. */
export const PARTED =
  /\((?:(?:for )?(?:items?|points?|agenda|from|until|first|second|part|on|till)\s[^()]{1,30}|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}|(?:first|second|last|\p{L}{3,6}day) ?(?:day|morning|afternoon)?)\)|\s(?:for|from|until) (?:items?|points?) \d{1,2}\b(?: to \d{1,2}\b)?/iu
/** Another label on the same line: "Chair: Ana Lind. Scribe: Ben Okoro". */
const NEXT_LABEL = /(?:[.;,|·•]\s|\s\s|\t)(?=\p{L}[\p{L} /&-]{2,40}:\s)/gu
/**
 * "Host – Ana Lind; chair = Ben Okoro", "Old Mill (host: Ana Lind)": an office alone is set off so. Behind a
 * comma a dash parts what somebody is from where they belong: "Ana Lind, Chair – Western Region".
 */
const NEXT_OFFICE =
  /(?:[.;:|·•]\s|\s\()(?=\p{L}[\p{L} &-]{2,40}(?::|\s[=–—-])\s)|(?:,\s|\s[–—]\s)(?=\p{L}[\p{L} &-]{2,40}(?::|\s=)\s)/gu

/** "Chair Ana Lind" with nothing else: a label whose name stood on the line below, or was set in italics. */
export function bareLabel(text: string): ReturnType<typeof officeLabel> {
  if (text.length > 80 || /:$/.test(text)) return null
  const [word = ""] = text.split(/\s/)
  const named = text.slice(word.length).trim()
  // "Chair K. Lind.", "Facilitators Ana and Ben".
  const people = /s$/.test(word) ? named.split(/\s(?:and|&)\s|,\s/) : [named.replace(/\.$/, "")]
  const label = people.every(looksLikeName) ? officeLabel(`${word}: x`) : null
  return label && { ...label, rest: word.length }
}

/** A sign that parts fields; behind it a label may do without its colon: "Chair Ana Lind · Notes Ben Okoro". */
const SIGN = /\s(?:[|·•]|--)\s(?=\p{L}[\p{L}-]{3,20}\s\p{Lu})/gu

/** "(host) Ana Lind (chair) Ben Okoro". */
const MARK = /\s(?=\(\p{Ll}{3,20}\) \p{Lu})/gu

/** "The lectures (session chairs: Ana Lind, Ben Okoro) will come out": told of something else than the meeting. */
const isWithinSentence = (text: string, at: number) =>
  /^[^)]{1,120}\) \p{Ll}/u.test(text.slice(at + 2, at + 130))

/** "This week Ana": the name behind when its bearer leads. */
export function withoutWhen(value: Rich): Rich {
  const when =
    /^(?:this (?:week|month|time|meeting|round)|today|tonight)(?:,|:)?\s{1,4}(?=\p{Lu})/iu
  return sliceRich(value, when.exec(value.text.slice(0, 40))?.[0].length ?? 0)
}

/** The labelled parts of a line, each from its label to the next. */
export function fieldsOf(rich: Rich): Rich[] {
  // "Subject: Minutes: Quay Council" is what a mail is about.
  if (/^(?:subject|betreff|objet|asunto|re)\s?:/i.test(rich.text.slice(0, 12))) return []
  // "(Chair: Ana Lind; minutes: Ben Okoro)" in brackets of its own.
  if (/^\([^()]{3,300}\)\.?$/.test(rich.text))
    return fieldsOf(trimRich(sliceRich(rich, 1, rich.text.lastIndexOf(")"))))
  const text = rich.text.slice(0, 1000)
  const signs = /[|·•]|--/.test(text) ? [...text.matchAll(SIGN)] : []
  const bare = signs.filter(({ index, 0: all }) => {
    const [field = ""] = text.slice(index + all.length).split(/\s(?:[|·•]|--)\s/, 1)
    return bareLabel(field) !== null
  })
  const offices = [...text.matchAll(NEXT_OFFICE)].filter(
    ({ index, 0: all }) =>
      officeLabel(text.slice(index + all.length)) !== null &&
      !(all.endsWith("(") && isWithinSentence(text, index)),
  )
  const marked = /^\(\p{Ll}{3,20}\) \p{Lu}/u.test(text) ? [...text.matchAll(MARK)] : []
  const cuts = [...text.matchAll(NEXT_LABEL), ...offices, ...bare, ...marked]
    .sort((a, b) => a.index - b.index)
    .map(({ index, 0: all }) => {
      const to = /[|·•(–—]/.test(all) ? index : index + all.length
      return { to, from: index + all.length }
    })
  return [0, ...cuts.map(({ from }) => from)].map((from, index) => {
    const field = trimRich(sliceRich(rich, from, cuts[index]?.to ?? text.length))
    if (field.text.startsWith("|")) return trimRich(sliceRich(field, 1))
    const closed =
      text.charAt((cuts[index - 1]?.from ?? 0) - 1) === "(" ? field.text.search(/[()]/) : -1
    return closed > 0 ? sliceRich(field, 0, closed) : field
  })
}

export function isInBrackets(text: string, at: number): boolean {
  return text.lastIndexOf("(", at) > text.lastIndexOf(")", at)
}

/** What else somebody is behind a label: "Preside: Ana Lind (decana)", "Minutes: Ana Lind, Branch Secretary". */
export function officesBehind(text: string): string[] {
  const bracketed = /\s\((\p{Ll}[\p{L} ]{2,24})\)$/u.exec(text)?.[1]
  const behind = /^[^,;()]{3,60}, ([\p{L} .-]{4,40})$/u.exec(text)?.[1]
  return [bracketed, behind].filter((office) => office !== undefined)
}
