import { findNames } from "../people/names"
import { anyOf, words } from "../text/stems"
import { COME, PARTLY } from "./scene-words"

/** Whether a sentence may tell of somebody who was away: most do not. */
const MAY_TELL = anyOf(
  words(
    "apolog|regret|excus|absen|away|abroad|unwell|ill|indisposed|travel|detain|prevent|held up|stuck|kept|leave|holiday|vacation|delayed|unavailable|missing|missed|not |couldn|didn|wasn|weren|can|unable|word|message|wrote|written|phoned|rung|rang|mail|text|let |declin|cancel|stayed|granted|given|commitment|engagement|dropped|drop |without |begged|cried|neither",
  ),
)

/** "Apologies were received from …", "Those who sent regrets were …", "Ben stood in for …": names follow. */
const BEFORE_NAMES = new RegExp(
  [
    "\\b(?:apologies|apology|regrets|excuses|(?:messages?|letters?|notes?) of (?:regret|excuse))(?: for (?:absence|non-attendance))?(?: (?:were|was|had been|have been|has been))?(?: (?:also |had )?(?:came|come|arrived|received|reported|expressed|extended|intimated|read|announced|lodged|heard|transmitted|sent|given|noted|conveyed|tendered|accepted|offered|submitted|made|recorded)(?: in)?(?: and (?:accepted|noted|approved))?)?(?: (?:on behalf of|from|of|by|for(?= \\p{Lu})))\\s*:?\\s+",
    "\\b(?:sent|given|gave|tendered|offered|with)(?: in)? (?:their |his |her )?(?:apologies|regrets|excuses)(?: for absence)? (?:were|was|included|include)\\s*:?\\s+",
    `\\b(?:unable to|(?:could|can|did)(?: ?not|n[’']t)) ${COME}(?: today| tonight| this time)? (?:were|was)\\s*:?\\s+`,
    "^(?:those |also |members )?(?:absent|excused|missing|away|unavailable|not (?:present|with us|here|there))(?: (?:from|at) (?:the|this) \\p{L}+| today| tonight| this \\p{L}+| with (?:apologies|notice|leave))? (?:were|was)\\s*:?\\s+",
    "^we missed\\s+(?=\\p{Lu})",
    "^(?:we|the \\p{L}+)(?: had to)? (?:met|meet|sat|sit|managed|do) without\\s+(?=(?:the \\p{L}+, )?\\p{Lu})",
    "^leave (?:of absence )?(?:was|had been) (?:granted|given) to\\s+",
  ].join("|"),
  "iu",
)

/** A piece of each of these; the last ones stand in front of everything else. */
const mayStandBefore = anyOf(
  words(
    "apolog|regret|excuse|unable|couldn|could not|cann|can not|didn|did not|leave|without|we missed",
  ),
)
const FRONT = /^(?:those|also|members|absent|missing|away|unavailable|not)\s|\bcan['’]t\s/i

/** "… sent her regrets", "… was unable to take part": names stand in front. */
const BEHIND_NAMES = new RegExp(
  `\\s(?:${[
    "(?:has |have |had )?(?:also )?(?:sent|sends|send|conveyed|tendered|offered|gave|submitted|expressed) (?:in )?(?:his |her |their |the )?(?:\\p{Ll}{4,12} and )?(?:apologies|regrets|excuses)(?! (?:of|from|on behalf of)\\s)",
    "(?:had |has |have )?(?:apologi[sz]ed(?=[.;,]|$| (?:for|that) (?:\\p{Ll}{2,5} )?(?:absence|inability|not |(?:being )?(?:absent|away|unable)|cannot|could(?: not|n[’']t)|can[’']t))|(?:who )?regret(?:s|ted) (?:that (?:he|she|they)|not|being)|excused (?:him|her|them)sel(?:f|ves)|(?:asked|begged|wished|requested|prayed) to be excused(?! from)|let (?:us|it be|the \\p{L}+) know(?:n)? that|declined(?=[.;,]|$| the invitation))",
    "(?:written|wrote|sent (?:word|a (?:message|note|mail))|telephoned|phoned|rung|rang|e-?mailed|texted|messaged)(?: (?:in|us|ahead|the \\p{Ll}+|beforehand|in advance|earlier))? (?:to (?:say|excuse|apologi[sz]e|decline|cancel)|saying|that (?:he|she|they))",
    "(?:told|informed|notified|warned) (?:us|the \\p{Ll}+|everyone)(?: \\p{Ll}{3,10}){0,2} that (?:he|she|they) (?:w(?:ould|ill)|could|can)(?: ?not|n[’']t)",
    "(?:was|were|is|are) (?:absent|excused|unavailable|missing(?=[.;,]|$| (?:today|because|due))|(?:away )?on (?:\\p{Ll}{1,12} )?(?:leave|holidays?|vacation)(?! (?:next|from|until|in \\p{Lu}))|not (?:present|there|in attendance|with us|able to (?:COME))(?! (?:when|during|for the|at the (?:vote|time)))|away|abroad|ill|unwell|indisposed|travelling|traveling|detained|prevented|held up|stuck|kept away)",
    "(?:has|have|had) been (?:kept|held up|detained|delayed|prevented|called away)",
    "(?:was|were|has been|have been|had been) (?:granted|given) (?:\\p{Ll}{1,12} )?leave",
    "(?:had to (?:cancel|decline|drop out|send (?:apologies|regrets)|stay (?:away|at home))|stayed (?:away|at home)|had (?:an?other|other|a prior|prior|a previous|previous) (?:commitments?|engagements?|appointments?))",
    "(?:did not|didn[’']t) (?:attend|come|appear|join|participate|take part|make it)(?=[.;,]|$| (?:in )?(?:the|this) (?:meeting|call|session)| today| because| as | due)",
    "(?:begged|cried) off(?=[.;,]|$| (?:at|as|because|with)\\b)",
    "missed (?:the|this|our|today[’']s) (?:meeting|call|session)(?=[.;,]|$| because| due)",
    "(?:could(?:n[’']t| not)|can(?:n[o’']t|[’']t| not)|(?:was|were|been) (?:not able|unable) to|w(?:ould|ill) not be able to) (?:COME)",
  ]
    .join("|")
    .replaceAll("COME", COME)})\\b`,
  "iu",
)

/** "Neither Ana Lind nor Ben Okoro was able to attend." */
const NEITHER_CAME = new RegExp(
  `\\s(?:(?:was|were|is|had been) (?:able to ${COME}|present|there|here)|could ${COME}|attended|came)\\b`,
  "iu",
)

/** "Ana felt that the clinics were missing": what somebody says of something else. */
export function saysOfOthers(front: string): boolean {
  const said =
    front
      .slice(findNames(front).at(-1)?.to ?? 0)
      .split(/[.;]/)
      .at(-1) ?? ""
  return /\b(?:that|said|says|asked|felt|thought|reported)\b(?! (?:that )?(?:he|she|they)\b)/i.test(
    said,
  )
}

/** Where a sentence tells of somebody who was away: whether their names stand behind that or in front of it. */
export function toldAway(sentence: string): {
  behind: RegExpExecArray | null
  before: RegExpExecArray | null
} {
  if (!MAY_TELL(sentence)) return { behind: null, before: null }
  const neither = /^neither\s\p{L}/iu.test(sentence) ? NEITHER_CAME.exec(sentence) : null
  const behind =
    mayStandBefore(sentence) || FRONT.test(sentence) ? BEFORE_NAMES.exec(sentence) : null
  const before = neither ?? BEHIND_NAMES.exec(sentence)
  return {
    behind,
    before: before && !PARTLY.test(sentence.slice(before.index)) ? before : null,
  }
}

/** Where the next of several who were away is told of. */
export const awayBehindNames = (text: string) => (MAY_TELL(text) ? BEHIND_NAMES.exec(text) : null)
