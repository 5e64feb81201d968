/** Words of which the whole of a verdict is made, beside names and figures: how it went, who moved it, how they voted. */
const WORDS = new Set(
  `the a an by with via in of and or no none nobody not noone one two three four five six seven eight nine ten
  eleven twelve any all everybody everyone on as is was were are has have been being be it this there
  motion motions vote votes voted voting resolution proposal amendment poll question
  carried carries passed passes adopted approved accepted agreed granted ordered so
  lost defeated lapsed withdrawn rejected failed fails fell tabled deferred
  unanimous unanimously unan consent consensus acclamation objection objections objected opposition dissent
  dissenting favour favor against opposed opposing oppose abstention abstentions abstain abstained abstaining
  aye ayes nay nays yes noes yea yeas for roll call called voice show hand hands second seconded seconds
  seconder moved mover sponsor motioned initiated made makes present presented amended member members board directors
  committee mcu msc mscu msp mpu which without from to general ballot majority absent result outcome count heard hearing then both upon after following brief short further some discussion`.split(
    /\s+/,
  ),
)
const LONGEST = 200
const WENT =
  /\b(?:carried|carries|passed|passes|adopted|approved|accepted|agreed|unanimous(?:ly)?|unan|so ordered|no objections?|(?:nobody|no ?one) objected|without (?:objection|dissent)|all (?:(?:were|present|members|voted|voting) )?(?:in favou?r|ayes?|yes|yea)|ayes have it|MCU|MSC|MSCU|MSP|MPU)\b/i
const FELL =
  /\b(?:lost|defeated|lapsed|withdrawn|rejected|not (?:carried|passed|adopted|approved)|fail(?:ed|s)|fell|tabled|deferred|no second(?:er)?)\b/i
/** "The amendment lapsed for want of a seconder": whatever more is said. */
const FELL_PLAINLY =
  /^(?:the |this )?(?:motion|amendment|proposal|resolution|vote) (?:was |is |has )?(?:then |narrowly |\p{Ll}+ly )?(?:lost|defeated|lapsed|withdrawn|rejected|failed|fails|fell|tabled)\b/iu
/** "vote 7-0 in favor", "10/0/1", "28-0-1": votes for, and votes against. */
const VOTES =
  /(?<![\d./:-])(\d{1,3})(?:\s?[-–/]\s?|\s(?:to|(?:votes? )?(?:for|in favou?r|yes|ayes?),?(?: and)?)\s)(\d{1,3})(?![\d.])(?!\s?[-–/]\s?\d{4})/i
/** A count is of votes where it says so. */
const TELLS_VOTES =
  /^\W*(?:(?:decision|result|outcome|motion|roll call)\b.{0,4}\s)?(?:the )?vot(?:e|es|ing)\b|\bin favou?r\b/i
/** "ana, ben, cem: +1": those who voted for it, in a chat. */
const PLUS_ONES =
  /^[\p{L}@][\p{L}\d_.-]{1,24}(?:, ?(?:and )?[\p{L}@][\p{L}\d_.-]{1,24}){1,20}\s?: ?\+1\W*$/u
const SECONDS = /^(?:seconded|seconds|moved|initiated|made|motioned)$/

/** Whether a text says how a vote went and no more, but for names: "By roll call, the vote was unanimous." */
function isOnlyVerdict(said: string): boolean {
  const words = said.match(/\p{L}[\p{L}'’.-]*/gu) ?? []
  return words.every((written, at) => {
    const word = written.toLowerCase().replace(/[.'’-]{1,9}$/, "")
    if (WORDS.has(word)) return true
    if (!/^\p{Lu}/u.test(written)) return false
    // "Budget approved" is about the budget; "Lothar seconded" tells who.
    return at > 0 || words.slice(1, 4).some((next) => SECONDS.test(next))
  })
}

/** "Special Order 7B, Terminate the Project, was tabled.", below what was to be resolved. */
const FELL_BELOW =
  /^(?:the |this )?(?:special order|motion|amendment|proposal|resolution|order|vote)\b[^.;]{0,120}?(?:,| was| were| is| has been)?\s(?:\p{Ll}+ly )?(?:lost|defeated|lapsed|withdrawn|rejected|failed|fails|fell|tabled|deferred)\b(?!\s?:\s)/iu
export const fellIn = (said: string) => FELL_BELOW.test(said.slice(0, LONGEST))

/** How a vote went by its count alone, with as many against it as for it lost; null where nothing is counted. */
export function fateOfVotes(said: string): "carried" | "fell" | null {
  const votes = VOTES.exec(said.slice(0, LONGEST))
  if (!votes) return null
  return Number(votes[1]) > Number(votes[2]) ? "carried" : "fell"
}

/** How what was moved went, by a sentence that says no more than that; null for any other. */
export function fateIn(sentence: string): "carried" | "fell" | null {
  if (PLUS_ONES.test(sentence.slice(0, LONGEST))) return "carried"
  if (FELL_PLAINLY.test(sentence.slice(0, LONGEST))) return "fell"
  if (sentence.length > LONGEST || /:\s*$/.test(sentence)) return null
  const fate = FELL.test(sentence)
    ? "fell"
    : WENT.test(sentence)
      ? "carried"
      : TELLS_VOTES.test(sentence)
        ? fateOfVotes(sentence)
        : null
  return fate !== null && isOnlyVerdict(sentence) ? fate : null
}

/** "Vote: the fee is raised" puts something to the vote, "Vote: 7 for, 2 against" counts it. */
export const isPut = (said: string) =>
  !/^\W*(?:[\d+]|https?:)|\b(?:\d+ (?:for|to)|unanim\p{L}+|abst\p{L}+|in favou?r|against|opposed|ayes?|nays?|yes|no|carried|passed)\b/iu.test(
    said.slice(0, LONGEST),
  ) && (said.match(/\p{Ll}{2,}/gu) ?? []).length >= 3
