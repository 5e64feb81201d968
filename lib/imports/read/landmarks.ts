import type { Line } from "./shape"

/** What a line can announce: the part of the report that begins with it. */
export type Landmark =
  | "agenda"
  | "discussion"
  | "decisions"
  | "actions"
  | "next"
  | "participants"
  | "regrets"
  | "annex"

/** `rest` is the index in the line's words where what it announces begins on the same line. */
export type Announced = { landmark: Landmark; rest: number | null }

const TAIL = "\\s*(?:\\([^()]{0,40}\\))?\\s*[:.]?"
const ANNEX = "(?:annex(?:e|ure)?|appendix|attachment)(?:\\s+(?:\\d{1,2}|[a-z]|[ivx]{1,4}))?"
const PEOPLE =
  "(?:(?:full |provisional )?(?:list|names?)(?: of)?(?: the)? )?(?:meeting |registered |online |remote |in-person )?(?:participants?|attendees?|attendance|participation|present|those present|présents?|présentes|participants présents|in attendance|members present|(?:wg |group )?members in attendance|people present|guests?|observers?)(?: list)?(?: (?:of|at|in) the (?:meeting|call|session))?"

const ALONE: readonly [Landmark, RegExp][] = [
  [
    "agenda",
    new RegExp(
      `^(?:(?:the |our |draft |proposed |provisional |meeting |adopted |approved |annotated |today's )*agenda(?: items?| points?| topics?)?(?: (?:of|for) (?:the|this|today's) (?:meeting|call|session|day))?|topics?(?: (?:for|of|under) discussion| to discuss)?|(?:items?|points?) (?:for|to) discuss(?:ion)?|order of (?:business|the day)|(?:projet d['’])?ordre du jour)${TAIL}$`,
      "i",
    ),
  ],
  [
    "discussion",
    new RegExp(
      `^(?:points?(?: that were)? (?:discussed|raised)|points? of discussion|items? discussed|(?:summary of (?:the )?|main |key )?discussions?(?: points| summary| items| notes)?|summary of (?:the )?(?:proceedings|meeting|call)|(?:main|key) points|proceedings|deliberations|notes|meeting notes|(?:meeting )?minutes|summary)${TAIL}$`,
      "i",
    ),
  ],
  [
    "decisions",
    new RegExp(
      `^(?:summary of |list of )?(?:the )?(?:key |main )?(?:decisions?|resolutions?|agreements?|conclusions and decisions|decisions and conclusions|agreed points|points agreed|décisions?)(?: (?:taken|made|reached|adopted|prises))?(?: (?:of|at|by) the (?:meeting|call|session|group|committee))?${TAIL}$`,
      "i",
    ),
  ],
  [
    "actions",
    new RegExp(
      `^(?:summary of |list of )?(?:the )?(?:key |main |open |new )?(?:action (?:items?|points?|list)|actions?(?: agreed| arising| required| to take)?|next steps|follow[- ]?ups?(?: actions?| items?)?|to[- ]?dos?(?: list)?|tasks?|assignments|commitments|actions? (?:log|register|table|tracker)|points? d['’]action|actions à (?:mener|suivre))(?: and (?:next steps|action items|owners|deadlines|responsibilities))?(?: (?:of|from|at) the (?:meeting|call|session))?${TAIL}$`,
      "i",
    ),
  ],
  [
    "next",
    new RegExp(
      `^(?:date (?:and time )?of (?:the )?)?(?:our |the )?next (?:[\\p{L}-]+ ){0,3}(?:meeting|call|session|teleconference)s?(?: date)?${TAIL}$|^(?:date de la )?prochaine (?:réunion|séance)${TAIL}$`,
      "iu",
    ),
  ],
  ["participants", new RegExp(`^(?:${ANNEX}\\s*[:.–—-]?\\s*)?${PEOPLE}${TAIL}$`, "i")],
  [
    "regrets",
    new RegExp(
      `^(?:list of )?(?:regrets|apologies(?: for absence)?|absents?|absentees|excused|unable to attend|excusés?|absents excusés)${TAIL}$`,
      "i",
    ),
  ],
  ["annex", new RegExp(`^${ANNEX}\\s*(?:[:.–—-].{0,100})?$`, "i")],
]

const INLINE: readonly [Landmark, RegExp][] = [
  ["agenda", /^(?:draft |proposed )?agenda\s*[:–—]\s+(?=\S)/i],
  [
    "next",
    /^(?:prochaine (?:réunion|séance)\s*:\s*(?=\S))|^(?:date (?:and time )?of (?:the )?)?(?:our |the )?next (?:[\p{L}-]+ ){0,3}(?:meeting|call|session|teleconference)s?(?: date)?\s*(?:\([^()]{0,40}\)\s*)?(?::|\s[–—-]\s)\s*(?=\S)/iu,
  ],
  [
    "participants",
    new RegExp(
      `^(?:${ANNEX}\\s*[:.–—-]?\\s*)?${PEOPLE}\\s*(?:\\([^()]{0,40}\\)\\s*)?(?::|\\s[–—-]\\s)\\s*(?=\\S)`,
      "i",
    ),
  ],
  [
    "regrets",
    /^(?:regrets|apologies(?: for absence)?|absents?|excused|excusés?|absents excusés)\s*(?:\([^()]{0,40}\)\s*)?[:–—]\s*(?=\S)/i,
  ],
]

/** The part of a report that a line announces, null for an ordinary line. */
export function landmarkOf(line: Line): Announced | null {
  if (line.marker || line.bullet) return null
  const text = line.words.text.slice(0, 200)
  if (line.words.text.length <= 120) {
    for (const [landmark, pattern] of ALONE) {
      if (pattern.test(text)) return { landmark, rest: null }
    }
  }
  for (const [landmark, pattern] of INLINE) {
    const match = pattern.exec(text)
    if (match) return { landmark, rest: match[0].length }
  }
  return null
}

/** Whether a sentence leads into the agenda: it speaks of one and ends with a colon. */
export function leadsToAgenda(text: string): boolean {
  return /\bagenda\b/i.test(text.slice(-240)) && /:["”]?$/.test(text.slice(-3).trimEnd())
}
