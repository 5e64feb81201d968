import { monthValue } from "../times/months"
import { romanValue } from "./ordinals"
import { type Rich, sliceRich, trimRich } from "./rich"

/** How a line is numbered: `4`, `1.2`, `4a`, a letter, or a Roman numeral (letters can be both). */
export type Marker = { text: string; form: "number" | "dotted" | "label" | "letter" }

/** A line of the source, taken apart into what stands before its words and its words. */
export type Line = {
  n: number
  from: number
  to: number
  indent: number
  /** An empty line stands before it. */
  gap: boolean
  /** Ends with a forced line break. */
  breaks: boolean
  /** The depth of a Markdown heading, 0 for other lines. */
  level: number
  quote: boolean
  bullet: boolean
  /** A box to tick: null when there is none, else whether it is ticked. */
  ticked: boolean | null
  marker: Marker | null
  /** Everything after indent, marks and number. */
  words: Rich
  /** The line without indent and heading marks, its number included. */
  whole: Rich
  /** The title of an item by where it stands, whatever it says. */
  topic?: true
  /** What was taken off in front of it: the hour and the nickname of a line of a log. */
  front?: string
  /** What was taken off behind it: who wrote it down, and when. */
  stamp?: string
  /** Stands in a column of what is to be done. */
  task?: true
  /** Says by whom or by when the task in front of it is to be done. */
  margin?: true
  /** Stands in a column of what was decided. */
  outcome?: true
  /** The head of a column of people, as the label of what stands below it. */
  label?: true
  /** The head of a table of people, and which of its columns names them, whatever it is called. */
  names?: number
  /** The head of a column of whole names, whatever it is called; "away": of those who did not come. */
  people?: true | "away"
  /** Says where those beside it in a table of people belong, and names nobody. */
  place?: true
  /** Stands beside such a cell, so that a comma divides people. */
  beside?: true
  /** A row of a list of people: where they belong, a colon, and who they are. */
  listed?: true
}

/** Some write "##Roof" without a space; one sign alone in front of a word is a tag. */
const HEADING = /^(#{1,6}(?=\s)(?!\s{2,}\p{L}.{1,60}\s{3}\S)|#{2,6}(?=[\p{Lu}\d"“]))\s*/u
/** "=== Sluice gates ===", "= Meeting 31 =": a heading as wikis write it. */
const WIKI = /^(={1,6})\s{1,4}(?=\S)(?=.{1,160}\s\1$)/
/** A sign such as a calendar in front of a heading or of the label of a line: it says nothing. */
const SIGN =
  /^(?:(?:\p{Extended_Pictographic}[\uFE0F\u200D]{0,2}|:[a-z_]{3,20}:)\s{0,3}){1,3}(?=[\p{L}\d])/u
/** "Topic: Licence" is the heading of a section where a scribe writes along with a chat. */
const TOPIC = /^(?:(?:sub-?topic|topic|agenda item|agendum)\s*:|#(?:sub)?topic)\s+(?=\S)/i
/** "→ Ana writes", "* => Ana writes": an arrow in front, or behind the sign of an entry. */
export const ARROW_IN_FRONT = /^(?:[-*+•◦○▪■●◆‣·–—]\s{1,4})?(?:[→➔➜➝➞➡☞⇒►▶▸➤➢👉]|[-=]{1,2}>|>{3})/u
/** "§  Fees", "Ø  Fees": what Word's signs of lists become where their font is lost. */
const BULLET =
  /^(?:[-=]{1,2}>|>{3}(?=\s)|[→➔➜➝➞➡☞⇒]\uFE0F?|👉[\u{1F3FB}-\u{1F3FF}]?|\*{2,4}(?=\s)|[⭐★☆]\uFE0F?|[-*+•◦○▪■●◆‣·–—►▶▸➤➢\uE000-\uF8FF]|o(?=\s{2})|~(?=\s\p{Lu})|:(?=\s{1,4}\p{Lu})|[§ØüÞ](?=[\s\u00a0]{2,3}[\p{L}"“]))\s+/u
const BOX = /^(?:\[([ xX])\]|☐)\s+/
const NUMBERED =
  /^(?:(?:[Aa]genda|AGENDA)\s+)?(?:(?:[Ii]tem|ITEM|[Ss]ubject|SUBJECT|[Tt]opic|TOPIC|[Pp]oint|POINT|TOP|[Pp]unkt|[Pp]unto|PUNTO|[Mm]atter|MATTER)\s+(?:(?:[Nn]o\.?|NO\.?|[Nn]r\.?|#)\s?)?)?(\(?)(\d{1,3}(?:\.\d{1,3}){1,3}|[A-Z](?:\.\d{1,2}){1,3}(?![.\d])|\d{1,3}\.?[a-zA-Z](?![\p{L}\p{N}])|\d{1,3}|[a-zA-Z]|[ivxlc]{1,7}|[IVXLC]{1,7})(?:(\)|\.\)?|\.?[ºª°](?:[.)]|\s?[:.–—-](?=\s))?|\/(?=\s)|\s*[:–—│┃|·-](?=\s))(\s+|$|(?=[\p{Lu}"“]))|(?=\s|$))/u

/** Takes a line apart. `indent` and `gap` come from the caller, who has the source. */
export function shapeOf(
  base: Pick<Line, "n" | "from" | "to" | "indent" | "gap" | "breaks">,
  rich: Rich,
): Line {
  let rest = trimRich(rich)
  let level = 0
  const heading = HEADING.exec(rest.text)
  if (heading?.[1]) {
    level = heading[1].length
    rest = trimRich(sliceRich(rest, heading[0].length))
    const closed = /\s#+$/.exec(rest.text.slice(-10))
    if (closed) rest = trimRich(sliceRich(rest, 0, rest.text.length - closed[0].length))
  }
  const wiki = level === 0 ? WIKI.exec(rest.text.slice(0, 180)) : null
  if (wiki?.[1]) {
    level = wiki[1].length
    rest = trimRich(sliceRich(rest, wiki[0].length, rest.text.length - level))
  }
  const sign = SIGN.exec(rest.text.slice(0, 24))
  if (sign && (level > 0 || /^[\p{L} -]{2,30}:\s/u.test(rest.text.slice(sign[0].length, 60))))
    rest = trimRich(sliceRich(rest, sign[0].length))
  const topic = level === 0 && rest.text.length <= 160 ? TOPIC.exec(rest.text) : null
  // "### Topic Storage on phones": the word alone names what kind of heading it is.
  const named =
    level > 0 ? /^(?:[Ss]ub-?)?[Tt]opic(?:\s?:)?\s+(?=\p{Lu}\p{Ll}+\s)/u.exec(rest.text) : null
  let quote = false
  if (/^>\s?(?!>)/.test(rest.text) && level === 0) {
    quote = true
    rest = trimRich(sliceRich(rest, 1))
  }
  const whole = rest
  if (named) rest = trimRich(sliceRich(rest, named[0].length))
  if (topic) {
    level = /^#?sub/i.test(topic[0]) ? 4 : 3
    rest = trimRich(sliceRich(rest, topic[0].length))
  }
  let bullet = false
  const dot = BULLET.exec(rest.text)
  if (dot && level === 0) {
    bullet = true
    const arrow = ARROW_IN_FRONT.exec(rest.text)?.[0].length ?? 0
    const end = arrow > dot[0].length && rest.text.charAt(arrow) === " " ? arrow : dot[0].length
    rest = trimRich(sliceRich(rest, end))
    // "* TOPIC: Fees" in the summary of a bot.
    const listed = rest.text.length <= 160 ? TOPIC.exec(rest.text) : null
    if (listed) {
      bullet = false
      level = 3
      rest = trimRich(sliceRich(rest, listed[0].length))
    }
  }
  let ticked: boolean | null = null
  const box = BOX.exec(rest.text)
  if (box) {
    ticked = box[1] !== undefined && box[1] !== " "
    rest = sliceRich(rest, box[0].length)
  }
  // "… under / point 6.": a small word at the start of a wrapped line goes on with the sentence.
  const torn = !base.gap && level === 0 && !bullet && /^\p{Ll}{4,8}\s/u.test(rest.text)
  const marker = torn ? null : markerOf(rest.text)
  if (marker) rest = trimRich(sliceRich(rest, marker.length))
  // "2. Agenda Item No. 1: Fees": the number of the item, behind that of the paragraph.
  const inner = marker && /^(?:agenda )?item\b/i.test(rest.text) ? markerOf(rest.text) : null
  if (inner) rest = trimRich(sliceRich(rest, inner.length))
  // "1. [x] Budget": the box may stand behind the number.
  const behind = marker && !box ? BOX.exec(rest.text) : null
  if (behind) rest = sliceRich(rest, behind[0].length)
  return {
    ...base,
    level,
    quote,
    bullet,
    ticked,
    marker: (inner ?? marker)?.marker ?? null,
    words: rest,
    whole,
  }
}

const COUNTED = /^(?:reuni[oóã]|riunion|sesi[oó]n|sess[aã]o|seduta|as+embl|asamblea|junta\s)/i

const SITTING =
  /^(?:(?:öffentliche|ordentliche|außerordentliche|gemeinsame)\s)?\p{L}{0,20}(?:sitzung|versammlung)\s(?:des|der|von)\s/iu

/** The number at the start of a text and how many characters it takes, null when there is none. */
function markerOf(text: string): { marker: Marker; length: number } | null {
  const match = NUMBERED.exec(text.slice(0, 80))
  if (!match?.[2]) return null
  const [all, open, number, close, space] = match
  const form = formOf(number)
  if (!form) return null
  // A bare number or letter is a word of the sentence, unless "Item" stands before it.
  const named = /^(?:agenda\s+)?item/i.test(all)
  if (!close && /^\p{L}{3,8}\s/u.test(all) && !named && number.length < 4) return null
  const plain = /^[A-Z\d]+\.\d/.test(number) || /^\d+\.?[a-z]$/.test(number)
  const bare =
    plain &&
    /^\s+(?:\p{Lu}|\d{1,4}\s\p{Lu}|\d{1,5}(?:\/[\p{L}\d]{1,6}){1,3}\s[–—-]\s|\p{Ll}[\p{L}\d]*-[\p{L}\d]+(?:-|\s*$))/u.test(
      text.slice(all.length),
    )
  if (!close && (form === "letter" || !(named || bare))) return null
  // "Item 4 was not reached." tells of an item and is no heading.
  if (
    named &&
    !close &&
    /^\s*(?:was|were|is|are|has|have|had|will|would|could|did)\s/.test(
      text.slice(all.length, all.length + 12),
    )
  )
    return null
  const drawn = !named && /[:–—|-]$/.test(close ?? "")
  if (form === "letter" && (space === "" || drawn)) return null
  // "1 | Opening" is numbered, "1 | Lift | Ana" a row of a table.
  if (close?.endsWith("|") && text.includes("|", all.length)) return null
  if (open === "(" && !close?.startsWith(")")) return null
  // "12. Mai 2022" is a day.
  const [, month = ""] =
    /^\s*(\p{L}{3,10})\.?(?:[\s,]+(?:19|20)\d\d|\s*$|,)/u.exec(
      text.slice(all.length, all.length + 30),
    ) ?? []
  if (close === "." && form === "number" && monthValue(month) !== undefined) return null
  // "Dª. Pilar Ruiz" is how a lady is addressed.
  if (/^\.?[ªº°]/.test(close ?? "") && /^[^\dIVXivx]/.test(number)) return null
  // "7ª reunião ordinária" counts the meetings.
  if (/^\.?[ªº°]$/.test(close ?? "") && COUNTED.test(text.slice(all.length, all.length + 16)))
    return null
  // "88. Sitzung des Ausschusses" counts them, too: so many items has no agenda.
  if (
    close === "." &&
    Number(number) >= 10 &&
    SITTING.test(text.slice(all.length, all.length + 60))
  )
    return null
  // "12.V.2022" is one too.
  if (close === "." && /^[IVX]{1,4}\.\s?\d{4}/.test(text.slice(all.length, all.length + 12)))
    return null
  const label = number.replace(/^(\d+)\.([a-z])$/i, "$1$2").replace(/^(\d+)\.0$/, "$1")
  return { marker: { text: label, form }, length: all.length }
}

function formOf(number: string): Marker["form"] | null {
  if (/^\d+(?:\.0)?$/.test(number)) return "number"
  if (/^\d+\.?[a-z]$/i.test(number)) return "label"
  if (/^(?:\d|[A-Z]\.\d)/.test(number)) return "dotted"
  return number.length === 1 || romanValue(number) !== null ? "letter" : null
}
