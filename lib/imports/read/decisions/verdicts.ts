/** Characters of a sentence that are looked at. */
const LONGEST = 1500

/** "CARRIED." says of the sentence before it that it was decided. */
export function isVerdict(sentence: string): boolean {
  if (/^MOTION (?:CARRIED|PASSED|APPROVED|ADOPTED)[^.]{0,40}\.?$/.test(sentence.slice(0, 80)))
    return true
  if (
    /^(?:adopt|approuv)ée?s? (?:à l['’]unanimité|à la majorité|par \d)[^.]{0,60}\.?$/i.test(
      sentence.slice(0, 100),
    )
  )
    return true
  return /^(?:so )?(?:carried|approved|adopted|passed|agreed|decided|resolved|ordered|accepted|all (?:were )?in favou?r|unanimous(?:ly)?(?: agreed)?|vote: unanimous)(?: at \d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?| unanimously| by (?:consensus|acclamation|all)| as (?:presented|proposed|amended)| without (?:dissent|objection|a vote)|,? \(?(?:nobody|no ?one|none|\d+ (?:votes? )?to \d+|\d+ (?:votes? )?(?:in favou?r|for|yes|against|opposed)|all in favou?r)[^.]{0,80})?[\W\d]*$/i.test(
    sentence.slice(0, LONGEST),
  )
}
