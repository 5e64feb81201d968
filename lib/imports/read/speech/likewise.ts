/** A second speaker whose verb is left out: "… said that it was late, and Ben that it was not". */
const THAT = /(?:[,;]\s|\s)(?:and|while|whereas)\s$/
/** "Ana spoke for the boats, Ben against them." */
const LEFT_OUT = /^\s(?:that|against|about|with an?\s|for (?:the|an?|his|her|their|more|less)\s)/
const TITLE = "(?:\\p{Lu}\\p{L}{0,4}\\.?\\s)?$"
/** "…, as did Ben", "nor did Ben", "…, together with Ben, presented". */
const JOINS = new RegExp(
  `(?:[,;]\\s(?:and\\s|but\\s)?(?:as|so|nor|neither) (?:did|does|do|was|were|had|has|is)|(?:together|jointly|along) with)\\s${TITLE}`,
  "u",
)
/** "…, Ben did not", "… and so did the others, but Ben didn’t". */
const DID =
  /^\s(?:did|does|was|is)(?:n[’']t| not| too| as well| likewise| so)?(?:,? either| at all)?(?=[.,;:]|$)/u
const NEXT = /[,;]\s(?:and\s|but\s|while\s|whereas\s)?$/

/**
 * Whether somebody known of whom no verb of speech is told is said to have done as whoever spoke before them in the sentence.
 * `before` ends where the name begins, and `behind` begins where it ends.
 */
export const saidLikewise = (before: string, behind: string): boolean =>
  JOINS.test(before) || (NEXT.test(before) && (LEFT_OUT.test(behind) || DID.test(behind)))

/** "And Ben that it was not", whoever Ben is. */
export const saysThat = (before: string, verb: string): boolean =>
  verb === "that" && THAT.test(before)
