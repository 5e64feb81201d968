import { numberValue, wordsValue } from "../text/ordinals"
import { anyOf, words } from "../text/stems"
import { numberWord } from "./number-words"

/** "2022", and "'22" behind the name of a month. */
export const YEAR = "((?:19|20)\\d\\d|['’]\\d\\d)(?![\\p{L}\\d])"
/** Any word, of which those that are a month count. */
export const MONTH = "([\\p{L}\\p{M}]{3,14})(?![\\p{L}\\p{M}])"

/** A day of a month whose name is still to be looked up; the year is empty where none is written. */
type SpokenDay = { from: number; length: number; day: string; month: string; year: string }

const ORDINAL =
  "(?:(?:twenty|thirty)[\\s-])?(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th)"
/** "Two thousand and twenty-three", "twenty twenty-three". */
const SPELT_YEAR =
  "((?:two thousand(?: and)?|twenty(?=\\s(?:ten|eleven|twelve|thirteen|\\p{L}{3,5}teen|twenty|thirty))|nineteen(?=\\s(?:eighty|ninety)))(?:[\\s-]\\p{L}{3,9}(?:-\\p{L}{3,5})?)?)(?!\\p{L})"
const ANY_YEAR = `(?:,?\\s(?:in\\sthe\\syear\\s)?(?:${YEAR}|${SPELT_YEAR}))`
/** "The twenty-sixth of November 2022", "Twentieth April 2023", "May twelfth, 2022". */
const IN_WORDS = new RegExp(
  `\\b(${ORDINAL})\\s(?:(?:day\\s)?of\\s${MONTH}${ANY_YEAR}?|${MONTH}${ANY_YEAR})`,
  "giu",
)
const WORDS_BEHIND = new RegExp(
  `(?<![\\p{L}\\p{M}])${MONTH}\\s(?:the\\s)?(${ORDINAL})${ANY_YEAR}`,
  "giu",
)
const MAY_BE_BEHIND = /(?:st|nd|rd|th),?\s(?:(?:19|20)\d\d|two thousand|twenty|nineteen)/i
const MAY_BE_IN_WORDS =
  /(?:st|nd|rd|th)\s(?:day\s)?(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

/** "Veinte de abril de dos mil veintitrés", "vinte e sete dias do mês de março de 2023", "vingt-deux mai deux mille vingt-trois". */
const IN_OTHER_WORDS = new RegExp(
  `(?<!\\p{L})(\\d{1,2}|(?:trinta\\se\\s|treinta\\sy\\s|vinte\\se\\s)?[\\p{L}-]{3,16})\\s(?:d[ií]as?\\sd(?:o|el)\\sm[eê]s\\sde\\s|de\\s)?${MONTH}\\s(?:del?\\s(?:a[ñn]o\\s)?|do\\sano\\sde\\s)?(?:((?:19|20)\\d\\d)|(?:dos mil|dois mil e|deux mille?)\\s([\\p{L}-]{3,16}(?:\\s[ey]\\s\\p{L}{3,8})?))(?![\\p{L}\\d])`,
  "giu",
)
const MAY_BE_IN_OTHER_WORDS = anyOf(
  words(
    "dos mil|dois mil|deux mil| de enero| de febrero| de marzo| de abril| de mayo| de junio| de julio| de agosto| de se| de oct| de nov| de dic| de janeiro| de fevereiro| de março| de maio| de junho| de julho| de out| de dez",
  ),
)

/** Every day of a text that is written out, in English, Spanish, Portuguese and French. */
export function* daysInWords(text: string): Generator<SpokenDay> {
  const said = (match: RegExpExecArray, day: number | null, month = "", year = ""): SpokenDay => ({
    from: match.index,
    length: match[0].length,
    day: String(day ?? ""),
    month,
    year,
  })
  for (const match of MAY_BE_IN_WORDS.test(text) ? text.matchAll(IN_WORDS) : [])
    yield said(
      match,
      numberValue(match[1] ?? ""),
      match[2] ?? match[5],
      match[3] ?? match[6] ?? yearInWords(match[4] ?? match[7]),
    )
  for (const match of MAY_BE_BEHIND.test(text) ? text.matchAll(WORDS_BEHIND) : [])
    yield said(match, numberValue(match[2] ?? ""), match[1], match[3] ?? yearInWords(match[4]))
  for (const match of MAY_BE_IN_OTHER_WORDS(text) ? text.matchAll(IN_OTHER_WORDS) : []) {
    const [, day = "", month, figures, spelt = ""] = match
    const count = figures ? null : numberWord(spelt)
    const year = figures ?? (count === null ? "" : String(2000 + count))
    if (year) yield said(match, Number(day) || numberWord(day), month, year)
  }
}

/** "Two thousand and twenty-three" as "2023"; "" for no year of this age. */
function yearInWords(spelt = ""): string {
  const [, century = "", rest = ""] =
    /^(two thousand(?: and)?|twenty|nineteen)[\s-]?(.*)$/i.exec(spelt) ?? []
  const value = rest ? wordsValue(rest) : 0
  if (!century || value === null || value > 99) return ""
  return String((/^nineteen/i.test(century) ? 1900 : 2000) + value)
}
