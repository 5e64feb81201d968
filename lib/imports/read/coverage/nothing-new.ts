import { isOfDebate, tellsOfMatter, withoutMovingOn } from "./told"

/*
 * That there was nothing on an item is said in four ways: all stands as it did ("Unchanged."), there was
 * none of what is asked for ("No news", "Nothing to report"), somebody had none ("Ben had no report"), or
 * nobody asked and nobody came. All is read in small letters.
 */

const WORD = "[\\p{L}'’/-]{1,24}"
const NO =
  "(?:no(?: hay| hubo| ha habido)?|not any|nil|kein(?:e|er|en|es)?|aucune?|pas (?:de|d['’])|ning[uú]n[oa]?s?|não (?:há|houve)|nenhuma?|nessuna?|geen|sin|sem|senza|sans)"
const NOTHING = "(?:nothing|none|nichts|rien|nada|niente|niets)"
/** What there is where a matter moves, in whatever words stand around it. */
const NEWS =
  "(?:updates?|news|word|reports?|changes?(?! (?:to|in) )|developments?|progress|movement|advances?|information|feedback|neues|neuigkeiten|meldungen|wortmeldungen|nouvelles?|nouveau|nouveautés?|informations?|remarques?|novedad(?:es)?|noticias|cambios|avances|asuntos|comentarios|novidades|novità|notizie|nieuws)"
/** What an item asks for besides. */
const ASKED =
  "(?:items?|issues?|points?|matters?|business|comments?|topics?|questions?|requests?|announcements?|correspondence|speakers|apologies|disclosures|declarations|conflicts?|interests?|motions?|nominations?|punkte|fragen|anträge|anliegen|respons\\p{Ll}{1,2}|reply|papers?)"
const TELL =
  "(?:report|add|share|note|discuss|raise|mention|make|give|present|say|tell|inform|bring|see|show|review|decide|declare|offer|speak|treat|tratar|traiter|relatar|reportar|comunicar|signaler|ajouter|berichten|vermelden|informar|añadir|acrescentar)"
const GIVEN =
  "(?:reported|raised|shared|presented|provided|given|received|submitted|brought|put|tabled|made|offered|forthcoming|declared|noted|mentioned|notified|available|handed|sent|come|came|arrived|moved|happened|been)"
const BE = "(?:(?:was|were|is|are|has|have|had|been|being) ){0,2}"
/** What may follow without telling more than when, from whom and why not. */
const AND_NO_MORE =
  "(?=$|[^\\p{L}\\s'’-]|\\s[–—-]|\\s(?:since|from|on|about|of|at|in|for|by|to|as|because|yet|so far|today|until|per|under|this|these|last|either|again|here|could|vor|ein|was|were|is|has|had|have|depuis|seit|desde|sobre|sur|arising|(?:yet )?available|the (?:meeting|call|session|chair\\p{L}{0,6}|president))\\b)"

const AS_IT_WAS = new RegExp(
  `^(?:n/?a|n\\.a|n/?c|ntr|nfr|ras|nil|nil (?:report|return)s?|not applicable|not discussed at this (?:meeting|call)|no|nope|(?:status |all |(?:(?:the )?(?:status|situation|position|matter) (?:is |remains? |stays? )?))?unchanged|(?:the )?(?:status|situation|position|matter) (?:is |was |remains? |stays? )?as (?:before|it was|(?:at|in) (?:the )?last ${WORD})|(?:much |the )?same as (?:before|above|in \\p{L}+|(?:the )?last ${WORD})|as (?:before|previously reported|(?:at|in) (?:the )?last ${WORD})|status quo|ditto|(?:all|a)?\\s?quiet(?: ${WORD})?|sans objet|néant|unverändert|inchangé|ningun[oa]|nessun[oa]|nenhuma?|keine[rs]?|aucune?|geen|${NOTHING}(?: yet| so far| today| here)?)(?:$|[,;](?! ?(?:but|except|only|apart))|\\s(?:since|yet|so far|either|per)\\b)`,
  "u",
)
const NO_NEWS = new RegExp(
  [
    `^${NOTHING} (?:(?:much|more|de|di|really) )?(?:new|neues|nouveau|nuevo|novo|nuovo|fresh|further|else|(?:back )?from)(?![\\p{L}])`,
    `^${NOTHING} (?:${WORD} ){0,2}(?:to|à|a|zu|que|da|te) ${TELL}(?!\\p{L})`,
    `^${NO} (?:${WORD} ){0,3}?(?:${NEWS}${AND_NO_MORE}|to ${TELL}\\b)`,
  ].join("|"),
  "u",
)
/** Where a sentence begins with it, there was none of it. */
const NONE_OF_IT = new RegExp(
  [
    `^(?:${NO} (?:${WORD} ){1,3}?|${NOTHING} (?:${WORD} )?)${BE}${GIVEN}\\b`,
    `^${NO} (?:${WORD} ){0,2}?${ASKED}${AND_NO_MORE}`,
    `^(?:${NO} ${WORD}|${NOTHING}) ${BE}\\p{Ll}+(?:ed|en|t|wn|ght)$`,
    `^${NOTHING} ${BE}(?:in particular|special|of note|notable|significant|urgent|to speak of|changed|left|from (?:any|the|us))\\b`,
    `^aucune? (?:${WORD} )?${WORD} n['’](?:a|ont|étant|est) |^rien d['’]autre `,
    // Nobody spoke, or came to.
    `^no(?:body|[ -]one|ne)?(?: ${WORD}){0,6}? (?:came|spoke|speaks|took the floor|asked|asks|raised|raises|brought|wish(?:ed|es)|want(?:ed|s) (?:to|any)|signed up|attended|present|in attendance|(?:has|had) (?:any|a|further|other))`,
  ].join("|"),
  "u",
)
/** In a few words without a verb "no" denies whatever they name: "No closed session.", "Nothing from us this time." */
const FEW = 7
const FEW_BEHIND_THERE = 4
const VERBS =
  /\b(?:was|were|is|are|be|been|has|have|had|will|would|can|could|should|may|might|must|do|does|did|went|goes|gets?|got|wants?|wanted|knows?|knew|likes?|liked|needs?|needed)\b/u
const WAS_HELD =
  /\b(?:was|were|has been|have been|had been) (?:held|taken|needed|required|scheduled|planned|filed|\p{Ll}+ed)$/u
const NOT_MET =
  /^(?:[\p{L} ]{2,60} )?(?:(?:did not|didn['’]t) meet|(?:has|have|had)(?: not|n['’]t) (?:yet )?met)(?:$|[,;]| (?:yet|again|this|since|in|last|during|and (?:has|had))\b)/u
/** "Ben had |no report", "She has heard |nothing from them". */
const HAD =
  /^(?:(?:(?:m[rs]|mrs|dr|prof|cllr)\. )?[^.;:]{1,80}?\s)?(?:had|has|have|heard|received|brought|got)\s(?=(?:no|not any|nothing)\b)/u
/** "It was reported that |there was nothing to report". */
const REPORTED =
  /^[^.;:]{2,70}?\b(?:said|says|reported|noted|confirmed|indicated|stated|informed \p{L}+(?: \p{L}+)?|told \p{L}+(?: \p{L}+)?|explained)(?: that)?\s(?=there\b|(?:he|she|they|it|we)\b|no\b|nothing\b)/u
/** "asked whether there was anything fresh … and said there was not". */
const ASKED_IN_VAIN =
  /\b(?:any|anything|anybody|anyone|asked|invited|called for)\b.{2,80}?\b(?:(?:was|were|is|are|had|has|have) (?:not|none|nothing)|said no|answered no|in the negative|there (?:was|were) (?:none|nothing))$/u
const CLAUSES =
  /[,;:]\s|\s[–—-]\s|\s(?=(?:so|and|there (?:is|was|were)|gab es|gibt es|lagen|liegen) )/u
const FRONT =
  /^(?:(?:still|as yet|so far|sorry|ok|well|currently|at present|today|(?:if|as|since|with)(?= (?:there|no))|standing item|came up|called|but|discussion|updates?|status|report(?=:))\b[,;:]?(?:\s[–—-])?\s{1,12}|there (?:is|was|were|are|being|has been|have been|had been)\s|(?:es )?(?:gab|gibt|lagen|liegen)(?: es)?\s|il n['’]y (?:a|avait|a eu)\s)/u

/** Whether a sentence says that there was nothing on an item; `alone` when nothing else is said on it. */
export function saysNothing(sentence: string, alone: boolean): boolean {
  const whole = withoutMovingOn(bare(sentence).slice(0, 200).toLowerCase())
  const said = withoutFront(whole)
  if (isOfDebate(said)) return false
  if (AS_IT_WAS.test(said) || NOT_MET.test(said)) return true
  // "There was no report of theft, and Ana thanked the watch."
  if (NO_NEWS.test(said)) return !/[,;] (?:and|but) \p{L}/u.test(said) || !tellsOfMatter(said)
  const none = NONE_OF_IT.exec(said)?.[0]
  // "There being no other business, the Chair thanked all and closed the meeting."
  if (none !== undefined)
    return !tellsOfMatter(said.slice(none.length)) || /\b(?:closed|adjourned|ended)\b/u.test(said)
  const asked = said.search(ASKED_IN_VAIN)
  if (asked >= 0) return !tellsOfMatter(said.slice(0, asked))
  return laterClause(whole) || (alone && deniesInShort(whole))
}

function deniesInShort(whole: string): boolean {
  const said = whole.replace(/^there (?:was|were) /, "")
  const most = /^no\s/.test(said) && said !== whole ? FEW_BEHIND_THERE : FEW
  if (said.split(/\s+/).length > most || /[,;:]/.test(said)) return false
  return /^(?:no|nothing|none)\s/.test(said) && (!VERBS.test(said) || WAS_HELD.test(said))
}

/** "Still with the lawyer, so |nothing to report", "She said that |there was no news", "He has heard |nothing from them". */
function laterClause(whole: string): boolean {
  const front = REPORTED.exec(whole)?.[0] ?? ""
  const told = withoutFront(whole.slice(front.length))
  if (front !== "" && NO_NEWS.test(told)) return !/[,;] (?:which|but|and)\b/.test(told)
  return told.split(CLAUSES).some((clause, index) => {
    const said = withoutFront(clause.replace(/^(?:so|and) /, ""))
    const had = HAD.exec(said)?.[0]
    const what = said.slice(had?.length ?? 0)
    if (had !== undefined)
      return (
        NO_NEWS.test(what) || /^no (?:other|further|more) (?:business|items?|points?)\b/u.test(what)
      )
    return index > 0 && NO_NEWS.test(said)
  })
}

function withoutFront(said: string): string {
  const front = FRONT.exec(said)?.[0]
  return front === undefined ? said : withoutFront(said.slice(front.length))
}

/** Without the signs around it, of which there are few. */
const bare = (sentence: string) =>
  sentence.replace(/^[^\p{L}\p{N}]{1,200}|[\s\])*_.!…|–—-]{1,20}$/gu, "")
