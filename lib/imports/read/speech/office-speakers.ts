import type { NameInText } from "../people/names"
import type { Who } from "../people/who"

const OFFICE =
  /(?<=^|[.;,:]\s|\b(?:and|by|y|et)\s)(?:[Tt]he|[Ll][ae]|[Ee]l)\s(\p{L}[\p{L}-]{2,20}(?:\s(?:of\s|for\s)?\p{L}[\p{L}-]{2,20}){0,3})/gu

const LEADER = /^(?:(?:vice|co)-)?(?:chair|conven[eo]r|pr[eé]sident|moderador|maire)/i
/** What a chair does as the chair, and says nothing of the subject with it. */
const LEADS_ON =
  /^\s(?:(?:then|also|formally|finally|again) )?(?:opened|closed|called|welcomed|thanked(?! (?:her|him|mr|ms|mrs|miss|dr|prof)\b)|adjourned|declared(?! that (?:he|his|she|her)\b)|introduced|presided|invited|took (?:the (?:chair|floor)|over|up|note)|put|noted that a quorum|gave the floor|proposed to|opens|closes|welcomes|thanks|ouvre|clôt|lève|levanta|abre|cierra|remercie|souhaite|da (?:la bienvenida|por)|agradece|constate)(?!\p{L})/u

/** "Welcomed everyone and congratulated Ben": the second is a word of the chair's own. */
const OWN_WORD =
  /^(?:[^.;:]|[.:](?=\d|m\.)|(?<=[ap]\.m)\.){4,120}?\sand\s(?:then\s|also\s)?(?:said|told|explained|asked|reported|recalled|reminded|congratulated|proposed|suggested|pointed out|informed|stressed|announced|described|mentioned|warned|presented|summari[sz]ed|apologi[sz]ed|paid tribute|expressed|outlined|regretted|hoped|added|remarked|\p{Ll}{3,12}ed (?=that\b))\b/u
const leadsOn = (behind: string) =>
  LEADS_ON.test(behind.slice(0, 60)) && !OWN_WORD.test(behind.slice(0, 200))

/** "Chief Engineer replied", "C/O explained": an office without its article, at the start of a sentence. */
function bareHolder(sentence: string, who: Who): NameInText[] {
  const words =
    /^[\p{Lu}\d][^\s,;:]{0,20}(?: [^\s,;:]{1,20}){0,3}/u
      .exec(sentence.slice(0, 90))?.[0]
      .split(" ") ?? []
  for (let count = Math.min(3, words.length - 1); count > 0; count--) {
    const office = words.slice(0, count).join(" ")
    const name = /^the$/i.test(words[0] ?? "") ? null : who.holder(office)
    if (!name || !/^\s\p{Ll}/u.test(sentence.slice(office.length, office.length + 2))) continue
    if (LEADER.test(office) && leadsOn(sentence.slice(office.length))) return []
    return [{ name, from: 0, to: office.length, words: 2, possessive: false }]
  }
  return []
}

/** "The Treasurer" where one person alone is that; followed by a name it is only a title. */
export function holdersIn(sentence: string, who: Who): NameInText[] {
  const bare = bareHolder(sentence, who)
  if (bare.length > 0) return bare
  return [...sentence.matchAll(OFFICE)].flatMap(({ index, 0: all, 1: said = "" }) => {
    const words = said.split(" ")
    for (let count = words.length; count > 0; count--) {
      const office = words.slice(0, count).join(" ")
      const name = who.holder(office)
      const to = index + all.length - (said.length - office.length)
      if (!name) continue
      // The chair speaks for the meeting: "The Chair opened it" is no word on its subject.
      if (LEADER.test(office) && leadsOn(sentence.slice(to))) continue
      if (/^,?\s\p{Lu}/u.test(sentence.slice(to, to + 4))) return []
      return [{ name, from: index, to, words: 2, possessive: /^['’]/.test(sentence.slice(to)) }]
    }
    return []
  })
}
