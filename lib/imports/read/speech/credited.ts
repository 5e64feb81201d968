import type { NameInText } from "../people/names"

const either = (line: string) => `(?:${line.split(" ").join("|")})`

/** What somebody says, in one word: it is theirs by whom, from whom or in whose name it stands. */
const SAYINGS = either(
  "answers? briefings? clarifications? criticisms? intro comments? complaints? concerns? contributions? explanations? interjections? interventions? introductions? motions? objections? observations? overviews? pleas? presentations? proposals? protests? reminders? reservations? quer(?:y|ies) questions? remarks? repl(?:y|ies) responses? speech(?:es)? statements? suggestions? summar(?:y|ies) talks? updates? warnings?",
)
const PARTICIPLES = either(
  "answered argued asked assured backed challenged clarified closed commended commented congratulated contested criticised criticized delivered demonstrated described disputed echoed emphasised emphasized endorsed explained expressed given informed introduced illustrated mentioned moved noted objected opened opposed outlined praised presented proposed questioned raised read reminded remarked repeated reported requested seconded shared stated stressed suggested summarised summarized supported tabled thanked told underlined urged voiced warned welcomed",
)
const PHRASES =
  "called to order|brought (?:up|in|forward)|put (?:forward|to (?:us|the \\p{Ll}+))|pointed out|(?:commented|remarked|touched) (?:up)?on|spoken (?:to|on)|objected to|2nd|second|motion|appuyée?|proposée?|(?:question|point|comment|remark|request|proposal|suggestion|statement|presentation|contribution|intervention|speech|plea|case)s? (?:(?:was|were|had been) )?made|shown (?:(?:the|an?) \\p{Ll}+)"
/** "raised by Ana", "a question from Ana", "a talk on lamps by our colleague Ana". */
const BY = new RegExp(
  `(?<![\\p{L}-])(?:(?:${PARTICIPLES}|${PHRASES}|shown)(?:\\s\\p{Ll}+ly|\\s(?:at|on|in)\\s[^,;]{1,40}?)?:?\\s+(?:by|par)|${SAYINGS}(?:\\s(?:on|about)\\s[^,;.]{1,40}?)?\\s+(?:by|from))\\s+(?:[\\p{L}-]{2,20}\\.?,?\\s+){0,3}$`,
  "u",
)
/** "On the motion of Ana", "at the request of Ana", "in the opinion of Ana". */
const OF = new RegExp(
  `(?<![\\p{L}-])${either(
    "advice initiative insistence instigation interventions? motions? objections? opinion proposal prompting quer(?:y|ies) questions? remarks? requests? suggestions? urging view words",
  )}\\s+of\\s+(?:[\\p{L}-]{2,20}\\.?,?\\s+){0,3}$`,
  "u",
)
/** "Auf Antrag von Ana", "sur proposition d’Ana", "a propuesta de doña Ana", "selon Ana". */
const ELSEWHERE = new RegExp(
  `(?<!\\p{L})(?:${either(
    "(?:an|nach|rück)?frage angaben? anregung ansicht antrag auffassung bitte einladung einwand hinweis meinung vorschlag wunsch avis demande exposé initiative intervention objection proposition question remarque requête suggestion iniciativa instancias? intervención moción opinión petición pregunta propuesta solicitud sugerencia intervenção moção opinião pedido pergunta proposta requerimento sugestão domanda parere richiesta",
  )}\\s(?:von|des|der|de la|del?|du|d[aio]|d['’])|selon|d['’]après|según|laut|segundo|secondo)(?:\\s(?:el|la|le|don|doña))?\\s?(?:(?<=\\s)\\p{L}{1,9}\\.?\\s)?$`,
  "u",
)
/** "We heard from Ana that …": what was learnt is what she said. */
const LEARNT =
  /(?<!\p{L})(?:heard|learn(?:t|ed)|understood) (?:again )?from\s(?:the\s)?(?:\p{L}{1,10}\.?\s)?$|(?<!\p{L})heard\s(?:\p{L}{1,5}\.?\s)?$|(?<!\p{L})(?:came|comes) from\s$|(?<!\p{L})floor (?:(?:was|then|given|passed|handed|yielded|over) ){0,3}to\s(?:\p{L}{1,5}\.?\s)?$/u
const LABEL =
  /^(?:heard|spoke|speakers?|presenter|presentation|mover|seconder|proposer|sponsor|second)\s?:\s(?:\p{L}{1,5}\.\s)?$|^(?:verbal|oral) (?:report|update|statement|briefing)\s?[:–—-]\s(?:\p{L}{1,5}\.\s)?$/u
/** "Apologies came from Ana": she was not there; "nothing was heard from Ben". */
const NO_WORD = /\b(?:apolog(?:y|ies)|regrets|excuses|nothing|never|not)\b/

/** Whether what stands in front of a name says that it is theirs what is told there. */
export function isCredited(written: string): boolean {
  const before = written.toLowerCase()
  return (
    BY.test(before) ||
    OF.test(before) ||
    ELSEWHERE.test(before) ||
    LABEL.test(before) ||
    (LEARNT.test(before) && !NO_WORD.test(before))
  )
}

/** What stands between two who are named together: "raised by Ana and by Ben". */
export const GOES_ON =
  /^(?:,|,? and|,? &|,? et|,? y|,? und|,? as well as)\s(?:(?:by|from|par|von|de)\s)?(?:the\s)?(?:\p{Lu}\p{L}{0,4}\.?\s)?$/u

/** "Told by Ana that it was late, and by Ben that it was not". */
export const AND_BY = /(?:\sand|;) (?:by|from)\s(?:the\s)?(?:\p{Lu}\p{L}{0,4}\.?\s)?$/u

/** "According to Ana": what comes now is hers; "For Ana, …" only in front of a comma. */
const CALLED_UPON =
  /^(?:According to|Following|As per|For)\s+(?:the\s)?(?:\p{Lu}\p{L}{0,4}\.?\s)?$/u
const ACCORDING = /(?:^|[.;,]\s)according to\s(?:the\s)?(?:\p{Lu}\p{L}{0,4}\.?\s)?$/iu
export const isCalledUpon = (before: string, behind: string, isKnown: boolean) =>
  (CALLED_UPON.test(before) && behind.startsWith(",")) || (isKnown && ACCORDING.test(before))

/** "In Ana’s view", "Ana’s objection was repeated": what was hers, and is told. */
const OWN = new RegExp(
  `^(?:['’]s?)?\\s(?:\\p{Ll}+ )?(?:${SAYINGS}|${either(
    "appeal argument criticism doubts? feeling fears? idea insistence opinion point request suggestion urging view wish worr(?:y|ies)",
  )})(?![\\p{L}'’])`,
  "u",
)
/** What is still to come of it, or is written: "Ana’s proposal will be read in May". */
const TO_COME =
  /(?<!\p{L})(?:will|shall|to be \p{Ll}+ed|next|letter|e-?mail|paper|written|deferred|postponed|put off)(?!\p{L})/iu
/** "Ben to answer Ana’s question". */
const HAS_TO = /^\W{0,4}(?:\p{Lu}\S{0,20}\s){1,3}to\s\p{Ll}/u
/** "… in Ana’s view it is; in Ben’s, it is not". */
const LIKEWISE_IN = /^in\s$/i
/** Whether what somebody has is a word of theirs. `behind` begins with the apostrophe. */
export const hasOpinion = (before: string, behind: string) =>
  (OWN.test(behind.slice(0, 60)) && !TO_COME.test(behind.slice(0, 120)) && !HAS_TO.test(before)) ||
  (LIKEWISE_IN.test(before.slice(-3)) && /^['’]s?,/.test(behind))

/** "Moved Jonty", "Moved: Salonen, Seconded: Umeh": nothing but who brought in a motion. */
export function isMover(sentence: string, { from, to }: NameInText): boolean {
  if (sentence.length > 160) return false
  const front = sentence.slice(0, from)
  return (
    (/(?:^|[,;./]\s?)(?:moved|seconded|proposed|2nd(?:ed)?)(?: by)?\s?:?\s(?:\p{Lu}\p{L}{1,5}\.?\s){0,2}$/iu.test(
      front,
    ) ||
      /\s(?:Moved|Seconded|Proposed|Second|Seconder)(?: by)?\s?:?\s(?:\p{Lu}\p{L}{1,5}\.?\s){0,2}$/u.test(
        front,
      )) &&
    /^(?:\s?[.,;/)]|\s?$|\s{1,40}(?:Moved|Second(?:ed|er)?|Vote|Motion|Carried|Passed)\b)/.test(
      sentence.slice(to),
    )
  )
}
