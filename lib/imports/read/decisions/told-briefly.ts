/** What a thing of the agenda is said to be in one word, in minutes that leave the sentence out. */
const FATE = "(?:agreed|approved|accepted|adopted|carried|consensed|decided|passed|resolved)"
/** "…: decided to postpone it", "… – agreed to pay.", "…, agreed by all zones.": in front of what more is said. */
const BEHIND = new RegExp(
  `^(.{3,240}?)(?:[,;:]|\\s[–—-])\\s(?:all |unanimously )?${FATE}(?:[.!]?$|\\s(?:to|on|that|for|not to|unanimously|as)\\b|\\sby (?:all|everyone|everybody|the)(?:\\s\\p{Ll}+){0,2}[.!]?$)`,
  "iu",
)
/** "… – 20 January agreed." */
const AT_END = /^(.{3,240}?)\s[–—-]\s[^,.;:–—]{2,60}\s(?:agreed|approved|accepted|carried)[.!]?$/iu
/** "Minutes of May 7 (approved)". */
const IN_BRACKETS = new RegExp(
  `^(.{3,240}?)\\s\\((?:unanimously )?${FATE}(?: unanimously)?\\)\\.?$`,
  "iu",
)
/** "Lane closure approved.", "Purchase of two ladders approved (up to 300)." */
const THING_DONE =
  /^((?!(?:the |our )?(?:chair|board|committee|council|group|members|secretary|all|every)\b)[^.,;:()]{3,120}?\s\S{2,30})\s(?:approved|adopted|ratified|endorsed|accepted)(?: unanimously| as (?:amended|presented|proposed))?(?:\s\([^()]{2,60}\))?\.?$/iu
const MAY_BE = new RegExp(`[,;:–—-]\\s(?:[^,.;:–—]{2,60}\\s)?(?:all |unanimously )?${FATE}`, "iu")
/** A verb in front: somebody did something, and what follows is theirs; who moved and seconded did it for all. */
const TOLD =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|will|would|said|says|did|does|not|no|if|when|whether|once|as|than|he|she|they|we|I|who|which|that)(?!\p{L})|(?<!\p{L})(?!(?:moved|seconded|proposed|need|feed|seed|speed|shed|bed|red|indeed|hundred|revised|proposed|updated|amended|shared)(?!\p{L}))\p{Ll}{2,}ed(?!\p{L})/u
/** "Ana Lind: agreed", "Registration: accepted": a name or one word alone may be whose turn it is. */
const ALONE = /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}[\p{L}\p{M}'’.-]*){0,3}\s?$/u

/** Whether the title of an item under which nothing stands says what became of it: "2. May minutes (approved)". */
export const toldInTitle = (title: string) => toldBriefly(title) || IN_BRACKETS.test(title)

/** Whether a fragment without a verb of its own says what was decided of the thing in front: "Leaflets, £210 – agreed to pay". */
export function toldBriefly(sentence: string): boolean {
  const thing = /(?:ed|imously|\))\.?$/.test(sentence)
    ? THING_DONE.exec(sentence.slice(0, 240))?.[1]
    : undefined
  if (
    thing !== undefined &&
    !ALONE.test(thing) &&
    !TOLD.test(thing) &&
    !/\b(?:be|been|being|gets?|got|to)$/i.test(thing)
  )
    return true
  if (!MAY_BE.test(sentence.slice(0, 400))) return false
  const said = sentence.slice(0, 400)
  const front = BEHIND.exec(said)?.[1]
  if (front !== undefined && !ALONE.test(front)) return !TOLD.test(front)
  const told = AT_END.exec(said)?.[1]
  return told !== undefined && !TOLD.test(told)
}
