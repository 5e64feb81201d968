import { type Citation, mappingLimits } from "../model"

/** Places that name themselves, in English and French: "sect. III.A", "annexe II", "goal 9". */
const named = String.raw`(?:[Ss]ect(?:ion)?s?|[Cc]h(?:ap(?:ter|itre)?s?)?|[Aa]nnexe?s?|[Pp]art(?:ie)?s?|[Aa]rt(?:icle)?s?|[Pp]ages?|pp?|[Tt]itles?|[Tt]itres?|[Bb]ox|[Ee]ncadré|[Tt]able(?:au)?|[Ff]ig(?:ure)?|[Rr]ec(?:ommendation|ommandation)?s?|[Gg]oals?|[Oo]bjectifs?|[Tt]argets?|[Cc]ibles?)\.?\s*(?:\d|[IVXLC]+\b|[A-Z]\b)`
/** What says that a paragraph follows. */
const paragraphs = String.raw`\b[Pp]aras?\b\.?|\b[Pp]aragraphe?s?\b|\b[Pp]ars?\.|\b[Pp]ars?(?=\s*\d)|§+`

const place = new RegExp(
  String.raw`^(.*?)(?:[,;]?\s*(?:${paragraphs})\s*(\S.*)|(?:^|[,;]\s*)(${named}.*))$`,
)

/** A place of a document in words: "para. 93 (a)", "sect. III.A". `word` is what a paragraph is called. */
export const placeText = (paragraph: string, word: string): string =>
  /^\d/.test(paragraph) ? `${word} ${paragraph}` : paragraph

/** "A/74/821, para. 93 (a)" in the language of `word`; `citationIn` reads it again. */
export function citationText({ mandate, paragraph }: Citation, word: string): string {
  const joined = (said: string) => [mandate, said].filter(Boolean).join(", ")
  if (paragraph === "") return mandate
  const text = joined(placeText(paragraph, word))
  // A place that names itself in no way we know is called a paragraph, or it would be lost in the rest.
  return citationIn(text, mandate).paragraph === paragraph ? text : joined(`${word} ${paragraph}`)
}

/** "A/74/821, para. 93 (a)" as it is kept; a place alone is one of `mandate`. */
export function citationIn(text: string, mandate: string): Citation {
  // Longer than both may be together: what has no end is not looked through.
  if (text.length > 4 * mappingLimits.citation) return { mandate: text, paragraph: "" }
  const [, before, counted, called] = place.exec(text) ?? []
  const paragraph = counted ?? called
  if (paragraph !== undefined) return { mandate: before?.trim() || mandate, paragraph }
  if (/^\d{1,4}(\s*\([a-z]+\))*$/i.test(text)) return { mandate, paragraph: text }
  return { mandate: text, paragraph: "" }
}
