/** "No decision was reached", "No consensus": something was talked about. */
const OF_DEBATE =
  /^(?:there (?:is|was|were) )?(?:no|nothing) (?:\p{Ll}+ ){0,2}(?:decisions?|decided|agreed|settled|resolved|concluded|consensus|agreement|conclusions?|votes?|objections?|opposition|quorum|majority|solution|than|but|except|came of)\b/iu

/** Whether a sentence that begins with a negation tells of a debate all the same. */
export const isOfDebate = (sentence: string) => OF_DEBATE.test(sentence)

/** Somebody told of the matter, or it was settled: it was discussed, whatever is left. */
const TOLD =
  /\b(?:(?<!nothing was )said|reported|presented|showed|explained|proposed|suggested|noted|argued|answered|replied|agreed|decided|resolved|approved|adopted|thought|wondered|objected|discussed|debated|welcom(?:ed|es)|announced|gave|introduced|passed on|admitted|wanted|moved to|made|accepted|confirmed|rejected|endorsed|appointed|thanked|elected|points? out)\b|^(?:agreed|decided|resolved|action|decision)\b/i

export const tellsOfMatter = (sentence: string) => TOLD.test(sentence)

/** "…, and we went on", "…, and the Chair passed to the next item": no more of the matter. */
const MOVING_ON =
  /[,;.]?\s(?:and |so )?(?:(?:we|the \p{L}+|it|she|he) (?:then )?)?(?:went|moved|moving|passed|turned|proceeded|go|move|next) (?:straight |right |swiftly )?(?:on|next|to (?:the next|item|no)\b[^.;]{0,30})$/u

/** A sentence in small letters without the words that lead on to the next item. */
export const withoutMovingOn = (said: string) => said.replace(MOVING_ON, "")
