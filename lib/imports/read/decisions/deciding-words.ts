/** Words between a verb and its helper: "was then unanimously adopted". */
export const ADVERBS =
  "(?:(?:also|further|finally|then|unanimously|generally|broadly|jointly|provisionally|formally|hereby|thereby|hence|therefore|thus|all|so|\\p{Ll}+ly|(?:\\p{Ll}{4,12}ed|read)(?:,| and))\\s+){0,2}"
export const DECIDED = "(?:agreed|decided|resolved|concluded|determined|consensed)"
/** What is laid before a meeting, and falls or stands by its decision. */
export const THING =
  "(?:agenda|minutes|motion|summary|notes|report|record|proceedings|leave|transfer|offer|tender|budget|proposal|plan|draft|text|charter|document|recommendation|accounts|amendment|resolution|statement|calendar|schedule|programme|terms|policy|letter|list|version|change|figure|estimate|payment|invoice|cheque|nomination|quote|request|complaint|application|appeal|item|compromise|suggestion|idea|wording|formula|bid|quotation|advice|invitation)s?"
