import { anyOf, words } from "../text/stems"
import { namedAt } from "./named-beside"
import type { Office } from "./office-label"

/** Where sentences in French, Spanish, Portuguese, Italian and German tell who led or hosted a meeting. */

type Named = { office: Office; from: number; to: number }

const MEETING =
  "(?:sesi[oó]n|reuni[oó]n|asamblea|junta|llamada|encuentro|sess[aã]o|reuni[aã]o|assembleia|s[eé]ance|r[eé]union|assembl[eé]e|rencontre|appel|visioconf[eé]rence|seduta|riunione|assemblea|sitzung|versammlung|besprechung|telefonkonferenz|treffen|mesa|trabajos|trabalhos|travaux|d[eé]bats?)"
const SEAT =
  "(?:pr[eé]sid[eê]n(?:cia|ce|za)|chefia|animation|mod[eé]ra(?:ci[oó]n|tion|ç[aã]o)|direcci[oó]n|vorsitz|leitung|moderation)"
/** "Presidida por", "a été animée par": what stands in front of the name. */
const BY = new RegExp(
  `${MEETING}[^.;:]{0,80}?\\b(?:(presidi|modera|dirigi|coordina|coordena|conduci|conduzi|facilita|orienta|présidée?|animée?|modérée?|dirigée?|conduite|presiedut|guidat|condott)|(organi[sz]a|acogi|acolhi|organisée?|accueillie?|ospitat|organizzat))(?:d?[ao]s?)? (?:por|pel[ao]|par|da|dal|dalla) |\\b(?:geleitet|moderiert) von `,
  "gi",
)
/** "Die Sitzung wurde von Ana Lind geleitet": the name stands between the two. */
const VON = new RegExp(
  `${MEETING}[^.;:]{0,60}? von (?=[^.;:]{4,80} (?:geleitet|moderiert|er[oö]ffnet und geleitet)(?=[.,;]|$| ))`,
  "gi",
)
/** "A presidência da mesa coube a", "den Vorsitz führte", "la présidence est assurée par". */
const SEAT_TO = new RegExp(
  `\\b(?:moderiert hat|geleitet hat|es (?:leitete|moderierte|moderiert|leitet)|act(?:úa|uó) (?:como|de) (?:moderadora?|president[ea]|coordinadora?)|(?:modera|moderó|preside|presidió|anima)(?= [A-Z])) |\\b${SEAT}(?: d[aeou]s?(?: la| l[’'])? ?[a-zéêãçóí]{4,14})? (?:coube a|correspond(?:e|ió) a|recae en|recay[oó] (?:en|sobre)|[eé] (?:de|da|do)|estuvo a cargo de|esteve a cargo de|(?:est|était|a été) (?:assurée?|confiée?|tenue) (?:par|à)|(?:ha|führte|führt|hatte|hat|übernahm|übernimmt|lag bei|liegt bei)(?: (?:diesmal|heute|hoy|esta vez|cette fois|aujourd[’']hui))?) `,
  "gi",
)
/** "Preside la sesión Ana Lind", "Ana Lind leitete die Sitzung": on whichever side the name stands. */
const DOES = new RegExp(
  `(?<![\\p{L}])(?:preside|presidi[oó]|presidiu|moder[oóa]u?|dirige|dirigi[oóu]|conduce|condujo|conduziu|coordin[oóa]|a présidé|préside|a animé|anime|a modéré|presiede|ha presieduto|leitet|leitete|moderiert|moderierte|eröffnet(?:e)? als vorsitzender?) (?:la|el|los|le|les|l[’']|a|o|os|die|das|den) ?${MEETING}|(?:führte|führt|hatte|hat|übernahm|übernimmt) den vorsitz|(?:assume|assure|asume|asumió|assumiu|ocupa|ocupó) (?:la|a) ${SEAT}`,
  "giu",
)
const HOST_WAS =
  /\b(?:gastgeber(?:in)? (?:war|ist)|l[’']h[oô]te(?:sse)? (?:était|est)|(?:el |la |o |a )?anfitri(?:[oó]n|ona|ão|ã) (?:fue|es|foi|é)|(?:zu gast|reçus?|accueillis?) (?:bei|chez|par)) /gi

const isForeign = anyOf(
  words(
    "presid|geleitet|actúa|actuó|présid|presied|moder|modér|anim|dirig|conduc|conduz|coordin|coorden|vorsitz|leit|gastgeb|hôte|anfitri|accueil|organisé|organiza|facilita|acog",
  ),
)

/** Characters of a sentence that are looked at. */
const LONGEST = 1500

/** Who led or hosted, as a sentence in one of these languages tells it. */
export function ledInOtherLanguages(whole: string): Named[] {
  const sentence = whole.slice(0, LONGEST)
  if (!isForeign(sentence)) return []
  const behind = (pattern: RegExp, own: Office) =>
    [...sentence.matchAll(pattern)].flatMap(({ index, 0: all, 2: hosted }): Named[] => {
      const named = namedAt(sentence, index + all.length)
      return named ? [{ office: hosted ? "hosts" : own, from: named.from, to: named.to }] : []
    })
  const does = [...sentence.matchAll(DOES)].map(({ index, 0: all }): Named => {
    const end = index + all.length
    const named = namedAt(sentence, end + 1)
    return named
      ? { office: "moderators", from: named.from, to: named.to }
      : { office: "moderators", from: Math.max(sentence.lastIndexOf(";", index), 0), to: index }
  })
  const found = [BY, VON, SEAT_TO].flatMap((pattern) => behind(pattern, "moderators"))
  return [...found, ...does, ...behind(HOST_WAS, "hosts")]
}
