/** What a cell or the last words of a line say of somebody who was not there: "absent with notice", "ill". */
const AWAY =
  /^(?:absent(?:e|ee)?|excused?|excusée?|apolog(?:y|ies)(?: (?:sent|received|given))?|(?:sent )?(?:apologies|regrets)|regrets?|away|ill|sick|(?:on )?(?:\p{Ll}{2,10} )?leave|on holidays?|on vacation|travelling|traveling|unable to attend|not (?:present|there|in attendance)|did not attend|no|n|a|e|r|ausente|justificad[oa]|entschuldigt|abwesend|✗|✘|❌|:x:|:negative_squared_cross_mark:|:no_entry:)$/iu

/** What may stand behind such a word: "present by phone", "excused (surgery)", "present, left at 8". */
const BEHIND =
  /[,;(–]|\s-\s|\sw\/|\s(?=(?:until|till|from|to|by|at|via|since|with|due|because|as|for|on|in)\s)/

/** The word of a roll call, without what stands behind it. */
export const calledWord = (text: string): string => (text.split(BEHIND, 1)[0] ?? "").trim()

/** Whether the word that somebody is called by says that they were away. */
export const isAway = (text: string): boolean =>
  AWAY.test(text.trim()) || AWAY.test(calledWord(text))
