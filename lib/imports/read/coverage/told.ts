/** "No decision was reached", "No consensus": something was talked about. */
const OF_DEBATE =
  /^(?:there (?:is|was|were) )?(?:no|nothing) (?:\p{Ll}+ ){0,2}(?:decisions?|decided|agreed|settled|resolved|concluded|consensus|agreement|conclusions?|votes?|objections?|opposition|quorum|majority|solution|than|but|except|came of)\b/iu

/** Whether a sentence that begins with a negation tells of a debate all the same. */
export const isOfDebate = (sentence: string) => OF_DEBATE.test(sentence)

/** Somebody told of the matter, or it was settled: it was discussed, whatever is left. */
const TOLD = new RegExp(
  [
    "\\b(?:(?<!nothing was )said|stated|reported|presented|showed|explained|described|outlined|introduced|announced|gave|passed on|summed up|recalled)\\b",
    "\\b(?:proposed|suggested|noted|argued|insisted|stressed|answered|replied|thought|wondered|objected|admitted|wanted|wants to|feared|warned|urged|mentioned|commented|points? out|pointed out|welcom(?:ed|es)|thanked|asked (?:how|why|what|when|who|about|whether (?!there|any|some)))\\b",
    "\\b(?:agreed|decided|resolved|approved|adopted|accepted|confirmed|rejected|endorsed|appointed|elected|moved to|made|motion by|second(?:ed)? by)\\b",
    "\\b(?:discussed|debated|went through|gone through|looked at|talked|(?<!no )(?<!for )discussion (?:about|followed|on whether)|views|opinions)\\b",
    "^(?:agreed|decided|resolved|action|decision)\\b",
  ].join("|"),
  "i",
)

export const tellsOfMatter = (sentence: string) => TOLD.test(sentence)

/** "…, and we went on", "…, and the Chair passed to the next item": no more of the matter. */
const MOVING_ON =
  /[,;.]?\s(?:and |so )?(?:(?:we|the \p{L}+|it|she|he) (?:then )?)?(?:went|moved|moving|passed|turned|proceeded|go|move|next) (?:straight |right |swiftly )?(?:on|next|to (?:the next|item|no)\b[^.;]{0,30})$/u

/** A sentence in small letters without the words that lead on to the next item. */
export const withoutMovingOn = (said: string) => said.replace(MOVING_ON, "")

/** Another item than the one that it stands under. */
const ANOTHER = /\bitems? \(?\d|\b(?:first|second|third|fourth|fifth|last) item\b/i

/** "Ben stated that item 6 would not be discussed." */
export const isOnAnother = (sentence: string) => ANOTHER.test(sentence) && TOLD.test(sentence)

/** "We moved on.", "Next." */
export const movesOn = (sentence: string) =>
  /^(?:(?:so |and )?(?:we|the \p{L}+|they) (?:then )?(?:went|moved|passed) (?:straight )?(?:on|to the next)|moving on|next)\b/iu.test(
    sentence,
  )

const DEBATED =
  /\b(?:views|opinions|divided|differed|disagreed|(?<!not )debated|gone through|went through|looked at|talked|(?:introduced|presented|opened) by|(?:after|following|tras|nach|après|após) (?:\p{L}+ ){0,3}(?:discussion|debate?|diskussion|aussprache|discusión|discussão|discussione))(?!\p{L})/iu

/** Whether what stands in front of "was put off" tells of a debate. */
export const wasDebated = (front: string) => front.length > 8 && DEBATED.test(front)
