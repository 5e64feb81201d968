import { remembered } from "@/lib/platform/remembered"
import { anyOf, words } from "../text/stems"
import { BODY_STEMS, bodyDecides } from "./bodies-decide"
import { SAYING_STEMS, saysDecided } from "./sayings"
import { THING_STEMS, thingDecided } from "./things-decided"
import { toldBriefly } from "./told-briefly"

/** In other languages than English and French. */
const FOREIGN =
  /\bes wurde (?:\p{L}+ ){0,3}?(?:beschlossen|vereinbart|entschieden)|\bw[ue]rden? [^.;]{0,80}?\b(?:einstimmig|verabschiedet|gewählt|(?<!nicht )zugestimmt)\b|(?<!\p{L})(?:foi|foram|ficou|é|ha sido|han sido|fue|fueron|è stat[oa]|sono stat[ie]|viene|vengono) (?:\p{L}+ ){0,2}?(?:aprovad|adotad|decidid|deliberad|eleit|acordad|aprobad|adoptad|elegid|rechazad|rejeitad|approvat|adottat|decis|elett|nominat|deliberat)[oaie]s?(?!\p{L})|(?<!\p{L})(?:decidiu-se|aprovou-se|deliberou-se|si (?:decide|approva|delibera|stabilisce)|besloten (?:is|wordt|werd)|(?:junta|pleno|asamblea|consejo|comisión|directiva|assembleia|conselho|direção|assemblea|consiglio|giunta) (?:\p{L}+ ){0,2}?(?:aprueba|aprobó|acuerda|acordó|decide|decidió|aprovou|decidiu|deliberou|approva|delibera)|(?:versammlung|vorstand|rat|ausschuss|kommission|mitglieder|gremium) (?:\p{L}+ )?stimm(?:t|en|ten?) [^.;]{3,120} zu(?=\W*$)|(?:is|wordt|werd) (?:\p{L}+ ){0,3}?(?:besloten|goedgekeurd|aangenomen|vastgesteld))(?!\p{L})|\b(?:beschließt|beschloss|beschlossen|einigte sich|vereinbarte?n?)\b|(?<!\p{L})se (?:acordó|acuerda|decidió|decide|aprobó|aprueba|resolvió)(?!\p{L})|\b(?:angenommen|genehmigt|aprobad[oa]s?|approvat[oa])\b/iu
const DENIED =
  /^(?:both|all|these|the (?:two|three|four|five)) (?:the )?(?:resolutions|motions|amendments|proposals) (?:was|were) (?:then )?(?:\p{Ll}+ly )?(?:carried|passed|put)\b|\b(?:not|never|no|nobody|without)\s+(?:yet\s+)?(?:been\s+)?(?:formally\s+|finally\s+)?(?:agreed|decided|resolved|adopted|approved|endorsed|accepted|elected|appointed|carried|reached|taken|consensus|agreement|decision)\b|\bif (?:it|this|the \p{Ll}+) (?:was|is|were)\b|\bno (?:clear |final |formal )?(?:consensus|decision|agreement)\b|\b(?:did|could|can|does|do) not (?:yet )?(?:agree|decide|approve|adopt|reach|endorse)\b|\bfailed to (?:reach|agree)\b|\bagreed on [^.;]{2,60}\bbut not (?:on|about)\b|\b(?:agreed|decided|resolved|voted) on \d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:19|20)\d\d)? (?:to|that)\b|\b(?:agreed|decided|resolved|voted) (?:last (?:year|month|week|time|spring|summer|autumn|fall|winter)|(?:\p{Ll}+ )?years? ago)\b|\bn['’](?:a|ont|est) pas\b|\bne sont pas\b|\baucune décision\b/iu
const DENIED_ELSEWHERE =
  /(?<!\p{L})(?:não|no|non) (?:foi|foram|ficou|fue|fueron|è|sono|ha|han|se)(?!\p{L})|(?<!\p{L})(?:nicht|niet) (?:\p{L}+ )?(?:angenommen|genehmigt|beschlossen|zugestimmt|gewählt|goedgekeurd|aangenomen|besloten)/iu
/** What was decided elsewhere or before is only recalled. */
const RECALLED =
  /\b(?:recalled|reminded|remembered|noted|explained|mentioned|reported|stressed|said|asked|wondered)\b[^.]{0,80}\b(?:that|whether|if|how|what|why)\b|\bhad (?:already |previously |been )|\b(?:last (?:year|month|week|time)|years? ago|earlier this year|in (?:19|20)\d\d)\b|\bwhether\b/iu
/** "In 15 of them the complaint was refused": how often a thing was decided. */
const COUNTED =
  /\bin (?:\d{1,4}|\p{Ll}{3,9}) (?:of (?:them|these|those|which)|cases?|instances?),? (?:the|it|an?)\b|\bof (?:which|whom|these|those|them),? (?:\d{1,6}|\p{Ll}{3,9}) (?:was|were|has|have)\b/iu

/** Characters of a sentence that are looked at. */
const LONGEST = 1500
/** What every sentence that decides has in it, to pass over all others at once. */
const mayDecide = anyOf([
  ...BODY_STEMS,
  ...THING_STEMS,
  ...SAYING_STEMS,
  ...words(
    "stimmt|stimmen|beschl|vereinbar|einigte|entschieden|acord|acuerd|decidi|decide|aprob|aprueb|approvat|resolvi|genehmigt|angenommen|einstimmig|verabschied|gewählt|zugestimmt|aprov|adotad|adoptad|deliber|eleit|elegid|acordad|rechazad|rejeitad|adottat|decis|elett|nominat|decidiu|stabilisce|besloten|goedgekeurd|aangenomen|vastgesteld",
  ),
])

/** Whether a sentence tells a decision of this meeting: no proposal, question, denial or memory. */
export function decides(whole: string): boolean {
  const sentence = whole.slice(0, LONGEST)
  if (!mayDecide(sentence)) return false
  return decidesAtLength(sentence)
}

/** A sentence is asked of for decisions, for tasks and for what was set off. */
const decidesAtLength = remembered((sentence) => decidesPlainly(plain(sentence)))

/** "The MPG agreed", "ISB/TC 418 decides": a body by the letters of its name. */
const LETTERS =
  /(?:^|\b[Tt]he )(?!RESOLVED|AGREED|DECIDED|CARRIED|MOVED|MOTION|VOTED|PASSED)(?:(?<=[Tt]he )[A-Z]{2}|[A-Z]{3,8})(?:[/ -][A-Z\d]{1,6}){0,3}(?=\s\p{Ll})/u
/** How the votes fell, in the middle of a sentence: ", with 4 yes to 1 no and 1 abstention,". */
const VOTED =
  /(?:,\s\(?\d{1,4}\s?(?:to|[-–]|votes? to|for and)\s?\d{1,4}(?: with [^,.;]{3,40})?\)?,\s|,\s(?:with|by) [^,.;]{0,60}\b(?:votes?|yes|no|for|against|abst\p{L}{1,8}|oppos\p{L}{2,6}|dissent\p{L}{0,7}|majority)\b[^,.;]{0,40},\s)(?=(?:to|that|not|on)\b)/iu

/** How it was decided, between the verb and what: "adopted by voice vote, with Ms. Lind abstaining, a recommendation". */
const HOW_VOTED =
  /(?<=\p{Ll}{3})\s(?:by|on|with) (?:an? )?(?:voice vote|show of hands|acclamation|consensus|unanimous vote|(?:\p{Ll}+ )?majority(?: vote)?|roll[- ]call(?: vote)?),?\s(?:with [^,;]{2,60} (?:abstaining|dissenting|opposed|voting against),\s)?(?=(?:an?|the|that|to|its)\s)/iu

/** "BR: The poll passes": who has the floor, in front of what they conclude; "Ana: agreed to it" is what she did. */
const TURN =
  /^(?!(?:Moved|Mover|Seconded|Proposed|Motion)\b)\p{Lu}[\p{L}.'’-]{0,24}(?:\s\p{Lu}[\p{L}.'’-]{0,24}){0,3}(?:\s\([^()]{2,40}\))?(?::|\s[–—-])\s+(?=[\p{Lu}"“])/u

/** "Thus, the report is approved.": what joins it to the sentence before. */
const JOINED =
  /^(?:thus|therefore|hence|accordingly|consequently|so|as a result|finally|eventually|in the end|in conclusion),\s+(?=\p{L})/iu

function plain(sentence: string): string {
  return sentence
    .replace(TURN, "")
    .replace(JOINED, "")
    .replace(LETTERS, "The group")
    .replace(/^[^\p{L}\p{N}("“]{1,8}/u, "")
    .replace(/\b([Nn]o)\.\s?(?=\d)/g, "$1 ")
    .replace(/\b(voted),? \d{1,3}\s?[-–:]\s?\d{1,3},?(?= (?:to|that)\b)/gi, "$1")
    .replace(VOTED, " ")
    .replace(HOW_VOTED, " ")
}

/** "The council approved it in May, Ana Lind said.": what somebody only tells. */
const REPORTED =
  /,\s(?:\p{Lu}[\p{L}’'.-]{0,24}\s){1,3}(?:said|reported|explained|added|noted|recalled|wrote|mentioned)\W*$/u

function decidesPlainly(sentence: string): boolean {
  if (REPORTED.test(sentence.slice(-120))) return false
  if (/\?["”)]?$/.test(sentence.slice(-3))) return false
  if (FOREIGN.test(sentence)) return !DENIED.test(sentence) && !DENIED_ELSEWHERE.test(sentence)
  if (toldBriefly(sentence)) return !DENIED.test(sentence)
  const told = [thingDecided, saysDecided, bodyDecides].some((find) => {
    const at = find(sentence)
    return at >= 0 && !isRecalled(sentence, at)
  })
  return told && !DENIED.test(sentence)
}

/** What was recalled in front of a semicolon is another matter. */
function isRecalled(sentence: string, at: number): boolean {
  // "Ana asked that it be moved, which was agreed.": what was asked for was decided here.
  if (/,\s(?:which|and this) $/.test(sentence.slice(Math.max(0, at - 12), at))) return false
  // "Ana said that it had come back, and it was resolved to pay it.": the meeting did that.
  if (/\band it $/i.test(sentence.slice(Math.max(0, at - 8), at))) return false
  const told = sentence.slice(sentence.lastIndexOf("; ", at) + 1, at + 12)
  return RECALLED.test(told) || COUNTED.test(told)
}
