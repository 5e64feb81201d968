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
  committee without from to general ballot majority absent result outcome count heard hearing then both upon after following brief short further some discussion`.split(
    /\s+/,
  ),
)
const LONGEST = 200
const WENT =
  /\b(?:carried|carries|passed|passes|adopted|approved|accepted|agreed|unanimous(?:ly)?|unan|so ordered|no objections?|(?:nobody|no ?one) objected|without (?:objection|dissent)|all (?:were |present )?(?:in favou?r|ayes?)|ayes have it)\b/i
const FELL =
  /\b(?:lost|defeated|lapsed|withdrawn|rejected|not (?:carried|passed|adopted|approved)|fail(?:ed|s)|fell|tabled|deferred|no second(?:er)?)\b/i
/** "The amendment lapsed for want of a seconder": whatever more is said. */
const FELL_PLAINLY =
  /^(?:the |this )?(?:motion|amendment|proposal|resolution|vote) (?:was |is |has )?(?:then |narrowly |\p{Ll}+ly )?(?:lost|defeated|lapsed|withdrawn|rejected|failed|fails|fell|tabled)\b/iu
const SECONDS = /^(?:seconded|seconds|moved|initiated|made|motioned)$/

/** Whether a text says how a vote went and no more, but for names: "By roll call, the vote was unanimous." */
function isOnlyVerdict(said: string): boolean {
  const words = said.match(/\p{L}[\p{L}'’.-]*/gu) ?? []
  return words.every((written, at) => {
    const word = written.toLowerCase().replace(/[.'’-]+$/, "")
    if (WORDS.has(word)) return true
    if (!/^\p{Lu}/u.test(written)) return false
    // "Budget approved" is about the budget; "Lothar seconded" tells who.
    return at > 0 || words.slice(1, 4).some((next) => SECONDS.test(next))
  })
}

/** "Special Order 7B, Terminate the Project, was tabled.", below what was to be resolved. */
const FELL_BELOW =
  /^(?:the |this )?(?:special order|motion|amendment|proposal|resolution|order|vote)\b[^.;]{0,120}?(?:,| was| were| is| has been)?\s(?:\p{Ll}+ly )?(?:lost|defeated|lapsed|withdrawn|rejected|failed|fails|fell|tabled|deferred)\b/iu
export const fellIn = (said: string) => FELL_BELOW.test(said.slice(0, LONGEST))

/** How what was moved went, by a sentence that says no more than that; null for any other. */
export function fateIn(sentence: string): "carried" | "fell" | null {
  if (FELL_PLAINLY.test(sentence.slice(0, LONGEST))) return "fell"
  if (
    sentence.length > LONGEST ||
    /:\s*$/.test(sentence) ||
    !(WENT.test(sentence) || FELL.test(sentence))
  )
    return null
  if (!isOnlyVerdict(sentence)) return null
  return FELL.test(sentence) ? "fell" : "carried"
}

/** "Vote: the fee is raised" puts something to the vote, "Vote: 7 for, 2 against" counts it. */
export const isPut = (said: string) =>
  !/^\W*(?:[\d+]|https?:)|\b(?:\d+ (?:for|to)|unanim\p{L}+|abst\p{L}+|in favou?r|against|opposed|ayes?|nays?|yes|no|carried|passed)\b/iu.test(
    said.slice(0, LONGEST),
  ) && (said.match(/\p{Ll}{2,}/gu) ?? []).length >= 3
