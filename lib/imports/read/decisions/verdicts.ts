/** Characters of a sentence that are looked at. */
const LONGEST = 1500
const IN_BRACKETS =
  /^\((?:no objections?|nobody (?:objected|against)|unanimous(?:ly)?|all in favou?r|agreed|approved|accepted|carried|passed)\.?\)\.?$/i
/** "Motion passed 7-0", "Vote carried, 5 to 2." */
const COUNTED =
  /^(?:the )?(?:motion|vote|resolution|proposal) (?:was |is |has )?(?:carried|carries|passed|passes|approved|adopted),? (?:(?:by )?\d{1,3}|unanimously)/i
const FELL = /\b(?:not|failed|lost)\b/i

/** "CARRIED." says of the sentence before it that it was decided. */
export function isVerdict(sentence: string): boolean {
  if (/\?\W{0,2}$/.test(sentence.slice(-3))) return false
  if (/^MOTION (?:CARRIED|PASSED|APPROVED|ADOPTED)[^.]{0,40}\.?$/.test(sentence.slice(0, 80)))
    return true
  if (
    /^(?:adopt|approuv)ée?s? (?:à l['’]unanimité|à la majorité|par \d)[^.]{0,60}\.?$/i.test(
      sentence.slice(0, 100),
    )
  )
    return true
  // "We stay with Tuesdays. (No objections.)"
  if (IN_BRACKETS.test(sentence.slice(0, 60))) return true
  if (COUNTED.test(sentence.slice(0, 120)) && !FELL.test(sentence)) return true
  return /^(?:so )?(?:carried|approved|adopted|passed|agreed|decided|resolved|ordered|accepted|all (?:were )?in favou?r|unanimous(?:ly)?(?: agreed)?|vote: unanimous)(?: at \d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?| unanimously| by (?:consensus|acclamation|all)| as (?:presented|proposed|amended)| without (?:dissent|objection|a vote)|,? \(?(?:nobody|no ?one|none|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:(?:members? |votes? )?(?:in favou?r|for|yes|against|oppos(?:ed|ing)|dissenting|abstaining|abstentions?)|(?:votes? )?to (?:\d+|\p{Ll}{3,6}))|all in favou?r)[^.]{0,80})?[\W\d]*$/iu.test(
    sentence.slice(0, LONGEST),
  )
}
