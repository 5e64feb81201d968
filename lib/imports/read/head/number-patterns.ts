import { ONCE } from "../text/once"
import { NUMBER_WORD } from "../text/ordinals"
import { OTHER_ORDINAL } from "../text/ordinals-elsewhere"

export const MEETING = `${ONCE}(?:(?:e-)?meetings?|calls?|sessions?|sittings?|consultations?|hui|sederunts?|(?:tele(?:phone )?|video ?)conferences?|teleconferences?|telecons?|telechats?|telcos?|videoconferences?|syncs?|stand-?ups?|get-togethers?|convenings?|AGMs?|EGMs?|SGMs?|general assembl(?:y|ies)|webinars?|plenary|plenaries|gatherings?|hearings?|huddles?|round ?tables?|conference calls?|réunions?|séances?|reuni[oó]n|sesi[oó]n|sessão|reunião|sitzung|riunione|seduta|vergadering|m[øö]tet?|mtg\\.?)${ONCE}`
const WRITTEN = `${NUMBER_WORD}(?:[\\s-](?:and\\s)?${NUMBER_WORD}){0,3}`
const ORDINAL_WORD = `(?:${NUMBER_WORD}[\\s-](?:and\\s)?){0,3}(?:first|second|third|\\p{L}{2,12}th)|${OTHER_ORDINAL}(?:\\s${OTHER_ORDINAL})?`
const YEARLY =
  "(?:19|20)\\d\\d[/-]\\d\\d[-/.]\\d{1,3}|\\d{1,3}/(?:19|20)\\d\\d(?:-\\d\\d)?|(?:19|20)\\d\\d[/-]\\d{1,3}(?![-/\\d])"
const FIGURES = `${YEARLY}|\\d{1,3},\\d{3}|\\d{1,4}(?:st|nd|rd|th|e|ème|er|re|ª|º|:[ae])?`
const ROMAN = "[IVXLCDM]{1,12}"
/** "HUF/2023/3": the letters of the body, the year and the number. */
const CODE = "\\p{Lu}{2,8}[/-](?:(?:19|20)\\d\\d[/-]\\d{1,3}|\\d{1,3}[/-](?:19|20)\\d\\d)"

/** "Meeting ref. HUF-14" */
const REFERENCE = "(?<=\\bref(?:erence)?[.:]{0,2}\\s)\\p{Lu}{2,8}[/-]\\d{1,4}"
/** "Meeting 5/23": the year is that of the day, and no day itself. */
const SHORT_YEAR = "\\d{1,2}/\\d\\d(?!\\d)"
/** "Online Meeting XXII", "Call no. 12", "meeting (#59)". */
export const BEHIND = new RegExp(
  `\\b${MEETING}\\s*(?:\\(?(?:no\\.?|nr\\.?|number|num\\.?|n\\.?[º°]|№)\\s?|\\(?#\\s?|\\((?=\\d{1,3}\\)(?:\\s?$|\\s?[\\n,–—-]))|ref(?:erence)?[.:]{0,2}\\s|[:|–-]\\s)?(${CODE}|${REFERENCE}|${SHORT_YEAR}|${FIGURES}|${ROMAN}|${WRITTEN})(?![\\p{L}\\p{N}]|[-/.:]\\d|\\s?(?:[ap]\\.?m\\b|hrs?\\b|minutes?\\b|hours?\\b|participants?\\b|members\\b|people\\b|weeks?\\b|%))`,
  "giu",
)
/** "26th virtual meeting", "The 33 virtual meeting", "twenty-sixth call". */
export const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}.:/-])(${FIGURES}|${ROMAN}(?=\\s)|[IVXL]{1,7}(?:e|ème|ª|º|th|st|nd|rd)(?=\\s)|[IVXLC]{2,9}(?=\\.\\s)|${ORDINAL_WORD})[).]?\\s+(?!(?:quarter|half|floor|draft|version|reading|day|week)\\b)(?:and\\s(?:last|final)\\s)?(?:annual\\s)?(?:board\\sof\\s\\p{L}+\\s+)?(?:(?!(?:of|and|in|on|at|the|to|with|for|annual|global)\\b(?!-))\\(?[\\p{L}/'’-]+\\)?\\s+){0,4}?${MEETING}(?![\\p{L}\\p{M}])(?!\\s(?:rooms?|id|link|house|point)\\b)`,
  "giu",
)
/** In a title alone: "Minutes No. 7", "Weekly notes #59". */
export const LABELLED =
  /(?:^|[\s(,–—-])(?:(?:no|nr|n[uú]m)(?:\.\s?|\s(?=\d{1,3}\/))|number\s|n[uú]mero\s|(?:minutes|acta|ata|protokoll|verbale|procès-verbal)\s{1,3}(?=\d{1,3}\/)|(?<=^|,\s|[–—:·|]\s)(?:minutes|notes|acta|ata|protokoll|verbale|procès-verbal|referat|notulen)\s(?=\d{1,3}\s*(?:$|[–—|-]\s|,\s\D)|\p{Lu}{2,8}[/-]\d)|n\.?[º°]\s?|№\s?|#\s?)(\p{Lu}{2,8}[/-](?:(?:19|20)\d\d[/-]\d{1,3}|\d{1,3}[/-](?:19|20)\d\d)|\d{1,3}\/(?:(?:19|20)\d\d(?:-\d\d)?|\d\d(?!\d))|(?:19|20)\d\d\/\d{1,3}|\d{1,3},\d{3}|\d{1,4}|(?<=\b(?:no|nr)\.?\s?)[IVXL]{1,7})(?![\p{L}\p{N}]|[/.:-]\d)/giu
/** What stands in front of a number that is none of a meeting. */
export const OTHER =
  /\b(?:division|district|local|branch|lodge|unit|regiment|company|post|station|circular|paper|school|ward|chapter|court|precinct|zone|section|block|plot|house|room|hall|group|troop|union|county|parish|area|region|platform|pier|berth|shed|project|case|file|docket|ref(?:erence)?|registration|register|reg|society|association|organi[sz]ation|club|account|licen[cs]e|permit|act|law|resolution|article|order|decree|phone|tel|vat|tax|iban|isbn|issn|serial|customer|order|page|charity|ticket|contract|grant|lot|box)$/i
export const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon))?$/i
/** In a title alone: "6th General Assembly", "XII Congress", "31st Annual Meeting". */
const GATHERING = new RegExp(
  `(?<![\\p{L}\\p{N}.:/-])(\\d{1,3}(?:st|nd|rd|th|e|ème|ª|º)|[IVXL]{1,7}(?:e|ème|ª|º|th|st|nd|rd)?(?=\\s)|[IVXL]{2,7}(?=\\.)|${ORDINAL_WORD})\\.?\\s+(?:(?:ordinary|extraordinary|annual|general|regular|national|international|plenary|statutory|biennial)\\s+){0,3}(?:assembl(?:y|ies)|congress|convention|conference|asamblea|assemblée|assembleia|plenum|synod|diet|council|forum|symposium|board|meeting)(?![\\p{L}\\p{M}])`,
  "giu",
)
/** In a title alone: "second of 2020", "Meeting the 14th", "the fourteenth time we met". */
const IN_TURN = new RegExp(
  `(?<![\\p{L}\\p{N}.:/-])(\\d{1,3}(?:st|nd|rd|th)|${ORDINAL_WORD})(?:(?=\\sof\\s(?:(?:19|20)\\d\\d|our|these)(?![\\p{L}\\p{N}]))|(?=\\stime(?!\\p{L}))|(?<=\\b${MEETING},?\\sthe\\s\\S{1,20}(?:\\s\\S{1,12})?)(?=[.,;(]|$|\\s(?:since|so far|to date)(?!\\p{L})))`,
  "giu",
)
/** In a title alone: "EG-FLOOD 3/2016": the letters of the body, a number and the year. */
const OF_LETTERS =
  /^\W{0,4}\p{Lu}[\p{Lu}\d-]{1,14}\s(\d{1,3}\/(?:19|20)\d\d)(?![\p{L}\p{N}]|[/.:]\d)/gu
/** "A meeting of the Trustees, being their fifty-second". */
export const BEING = new RegExp(
  `\\b(?:being|which was|as) (?:the|their|its|our) (\\d{1,3}(?:st|nd|rd|th)|${ORDINAL_WORD})(?=,| since|\\W*$)`,
  "giu",
)
/** In a title alone: "Annual General Meeting 2023 (the eleventh)", "Monthly round table, edition 29". */
const IN_BRACKETS = new RegExp(
  `\\((?:the |our )?(\\d{1,3}(?:st|nd|rd|th)|${ORDINAL_WORD})\\)`,
  "giu",
)
const EDITION =
  /\b(?:edition|issue|instal?lment|episode)\s(?:no\.?\s|#\s?)?(\d{1,4})(?![\p{L}\p{N}]|[/.:]\d)/giu
/** In a title alone: "IETF 110 - Routing": "ROUTING - IETF 110": a gathering by its letters, four at least, beside the group that sat. */
const LETTERS =
  /(?:^\W{0,4}|\s[–—-]\s(?=\p{Lu}+\s\d+$))(?!(?:COVID|LOCAL|ROOM|UNIT|HALL|PART|ITEM|LODGE|BRANCH|DISTRICT|TEAM|ZONE|AREA|WARD|PAGE|ANNEX|GROUP|STATION|POST|FORM|CHAPTER)\s)\p{Lu}{4,8}\s(?=\d{1,3}(?:$|\s[–—-]\s\p{L}))(\d{1,3})/gu
/** In a title alone: "Report of the sixth interoperability event". */
const EVENT = new RegExp(
  `(?<![\\p{L}\\p{N}.:/-])(\\d{1,3}(?:st|nd|rd|th)|${ORDINAL_WORD})\\s+(?:(?!(?:of|and|in|on|at|the|to|with|for)\\b)[\\p{L}'’-]+\\s+){0,2}(?:events?|workshops?|round ?tables?|seminars?|symposium|retreats?|hackathons?|plugfests?)(?![\\p{L}\\p{M}])`,
  "giu",
)
/** In a title alone: "Reunión de la junta, 3/2023-24". */
const OF_YEAR = new RegExp(
  `\\b(?:${MEETING}|board|committee|council|executive|presidium)\\b[^.;:,\\d]{0,40},?\\s(\\d{1,3}/(?:19|20)\\d\\d(?:-\\d\\d)?)(?![\\p{L}\\p{N}]|[/.:]\\d)`,
  "giu",
)
/** In a title alone: "Protokoll der 12. Sitzung". */
const COUNTED =
  /(?<![\p{L}\p{N}.])(\d{1,3})\.\s(?:\p{L}{3,20}\s){0,2}\p{L}{0,20}(?:sitzung|treffen|versammlung|besprechung)(?!\p{L})/giu
/** In a title alone: "Meeting minutes (59th)", "Notes, 12th". */
const AFTER_MINUTES =
  /\b(?:minutes|notes|record|proceedings|acta|procès-verbal|protokoll),?\s\(?(\d{1,4}(?:st|nd|rd|th|e)|[IVXL]{2,7})\)?\s*$/giu
/** A line of its own: "number: 41", "Call: 12", "Meeting no.: 3/2022". */
export const FIELD = new RegExp(
  `^(?:\\|\\s)?(?:(?:minutes|${MEETING})(?:\\s(?:no\\.?|nr\\.?|number|#))?|number|no\\.?|nr\\.?|issue|edition)\\s?(?:[:|]|\\.{3,40})\\s*["']?#?(\\d{1,3}/\\d\\d(?!\\d)|${FIGURES}|${ROMAN}|${ORDINAL_WORD})["']?\\s*\\|?$`,
  "giu",
)
/** What is looked for in titles alone. */
export const OF_TITLES = [
  OF_YEAR,
  LABELLED,
  AFTER_MINUTES,
  GATHERING,
  EVENT,
  COUNTED,
  IN_TURN,
  IN_BRACKETS,
  EDITION,
  LETTERS,
  OF_LETTERS,
]
/** "Twenty-first Meeting", "31st session": the whole of a heading. */
export const ORDINAL_ALONE = new RegExp(
  `^(?:the\\s)?(?:\\d{1,3}(?:st|nd|rd|th)|[IVXL]{1,7}|${ORDINAL_WORD})\\s(?:[\\p{L}()-]{4,14}\\s){0,2}(?:meeting|call|assembly|plenary|(?<!^(?:the\\s)?(?:first|second|third|1st|2nd|3rd)\\s)(?:session|sitting))$`,
  "iu",
)
