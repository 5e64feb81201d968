import { readDue } from "@/lib/minutes/due"
import { wordsValue } from "../text/ordinals"
import { comingDay, type DateOrder } from "./calendar"
import { findMoments } from "./moments"
import { monthValue } from "./months"

const LEAD =
  /(?<!\p{L})(?:(?:(?:by )?when\s?\?|(?:by|when|timeline|target(?: date)?|until|échéance|plazo|frist|scadenza|prazo)\s?:)|by|before|until|till|prior to|ahead of|in advance of|(?:at (?:the|its) )?latest(?: by| on)?|during|between now and|no later than|not later than|not after|due(?: date| by| on)?\s*:?|deadline(?: is)?\s*:?|within|in time for|for|on|at(?=\s(?:the |our )?next )|in(?=\s(?:an?|one|two|three|four|six|eight|\d{1,2})\s(?:weeks?|days?|months?|fortnight)\b)|in(?=\s(?:the )?(?:next|coming|following)\s(?:two|three|four|six|eight|\d{1,2})\s(?:weeks?|days?|months?)\b)|to(?=\s(?:the |our )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\p{Ll})|avant|d['’]ici|au plus tard|jusqu['’]au|pour(?=\s(?:le |fin )?\d)|antes(?= de)|hasta(?= el)|a más tardar|para(?= el)|até|entro|bis(?: spätestens)?(?: zum| zur)?(?=\s)|spätestens(?: am| bis(?: zum)?)?)\s+(?:(?:the|its|their)\s+(?:deadline|closing date|due date|final date)\s+(?:of|on)\s+|the\s+|le\s+|de\s+|del\s+|el\s+|il\s+|l['’]|o\s+dia\s+|o\s+)?(?:(?:cob|eod|eob|close of business|end of (?:the )?day)\s+(?:on\s+)?)?/giu
const NEXT =
  /^(?:our |the )?(?:next|coming|following|regular) (?:[\p{L}-]+ ){0,2}(?:meeting|call|session|sitting|hui|night|evening|conference|teleconference|telecon|gathering|assembly|council|board|committee|plenary|round)\b/iu
/** "The next AGM": a meeting by the letters of its name. */
const NEXT_NAMED = /^(?:(?:our|the|The) )?next \p{Lu}{2,5}\b/u
/** "24/05" without a year. */
const SHORT_DAY =
  /^(?:cob |eod |eob )?(\d{1,2})[/.](\d{1,2})\.?(?:,?\s\(?(?:mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}\)?)?[)\].]*$/iu
/** "Mid-June" is the middle of the next June. */
const MIDDLE = /^mid(?:dle of)?[-\s](\p{L}{3,9})\.?(?:\s((?:19|20)\d\d))?(?!\p{L})/iu
const WEAK = /^(?:for|on|within|in|at|to)\b/i
/** "One week before the next meeting", "two days before the call". */
const AHEAD_OF_NEXT =
  /\b(\p{L}{1,8}|\d{1,2}) (days?|weeks?) (?:before|ahead of|prior to|in advance of) (?:the |our )?(?:next|following|coming) (?:\p{L}+ )?(?:meeting|call|session|sitting|plenary)\b/iu
/** "A week from today", "ten days from now". */
const FROM_TODAY =
  /(?<!\p{L})(?:\p{L}{1,8}|\d{1,2}) (?:days?|weeks?|months?) from (?:today|now)\b/iu
const END_OF_NEXT = /^(?:the )?end of (?:the )?(?:next|coming|following) (week|month)\b/i
/** "Monday week" is the Monday behind the next one. */
const DAY_WEEK = /^(?:the )?((?:mon|tues|wednes|thurs|fri|satur|sun)day) week\b/i
/** "To find out if the slip is free on 12 June": when that is so, and not by when it is asked. */
const ASIDE = /\s(?:if|whether|what|why|how|who (?:can|could|will|would)) [^.,;:]{2,76}\s$/
const LEAD_ALONE = /^(?:by|before|until|till|due)\s+(?:the\s+)?/i
const MOST = 8
/** Characters of an action that are looked at. */
const LONGEST = 3000
/** A word or figure that names a day: everything else need not be tried as one. */
const DAYISH =
  /\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:to|tomor)(?:day|row)|days?|weeks?|fortnight|months?|years?|end|january|february|march|april|may|june|july|august|september|october|november|december|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|fin|semaines?|mois|jours?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b/iu

/** Whether a text may say outright by when something is to be done: "on 3 May" may be when it happens. */
export const saysByWhen = (text: string) => OUTRIGHT.test(text)
const OUTRIGHT =
  /[\s(](?:by|before|until|due|(?:no|not) later than|at (?:the|its) latest|latest by|prior to|ahead of|in time for)\s/

/** What a day is read against: that of the meeting, and that of the next one. */
export type Days = { meeting: string | null; next: string | null; order?: DateOrder }

/** The day by which something is due, where its text gives one; without a year the next such day. */
export function dueIn(text: string, days: Days): string | null {
  const ahead = AHEAD_OF_NEXT.exec(text.slice(0, LONGEST))
  const count = countOf(ahead?.[1] ?? "")
  if (ahead?.[2] && count && days.next)
    return earlier(days.next, count * (/^week/i.test(ahead[2]) ? 7 : 1))
  const fromToday = FROM_TODAY.exec(text.slice(0, LONGEST))
  if (fromToday) return relativeDay(plain(fromToday[0].trim(), ""), days.meeting, "")
  const hits = [...text.slice(0, LONGEST).matchAll(LEAD)].slice(0, MOST)
  // "A visit on 14 June – by 16 May": what says outright by when comes first.
  const weak = hits.filter(([lead]) => WEAK.test(lead))
  const strong = hits.filter((each) => !weak.includes(each))
  // "Find a crew for 1 July (20 June)": a day in brackets at the end is that by when it is to be done.
  const bracketed = weak.length > 0 && strong.length === 0 ? dayInBrackets(text, days) : null
  if (bracketed) return bracketed
  for (const hit of [...strong, ...weak]) {
    if (
      /^(?:on|for)\b/i.test(hit[0]) &&
      ASIDE.test(text.slice(Math.max(0, hit.index - 80), hit.index))
    )
      continue
    const start = hit.index + hit[0].length
    const day = dayAt(text.slice(start, start + 60), days, WEAK.test(hit[0]) ? hit[0] : "")
    if (day) return day
  }
  if (
    /(?<!\p{L})(?:tomorrow|mañana|demain|morgen|amanhã|domani)[.\s)]*$/iu.test(text.slice(-12)) &&
    days.meeting
  )
    return earlier(days.meeting, -1)
  const dashed = /\s[–—/→➔▶>]\s([^–—/→➔▶>]{3,40})$/.exec(text.slice(-60))?.[1]
  const behind = dashed ? dayAt(dashed.replace(LEAD_ALONE, ""), days, "") : null
  if (behind) return behind
  // "Send the list @ana 2024-05-20": a day as tools write it, at the very end.
  const iso = /\s((?:19|20)\d\d-\d\d-\d\d)[)\].]{0,2}$/.exec(text.slice(-16))?.[1]
  const last10 = iso ? dayAt(iso, days, "") : null
  if (last10) return last10
  // "Write the letter. 1 August 2022": the day is a sentence of its own.
  const own = /[.!]\s+(?=[^.]*\d)([^.!?]{4,24})\.?$/.exec(text.slice(-60))?.[1]
  const alone = own ? dayAt(own, days, "") : null
  if (alone) return alone
  const inBrackets = dayInBrackets(text, days)
  if (inBrackets) return inBrackets
  const tail =
    /(?:\s(?:[–—-]{1,2}|[→▶►▸»])|[,;|]|:(?=\s)|\s{3})\s*([^,;|–—→▶►▸»\s][^,;|–—→▶►▸»]{2,30})$/.exec(
      text.slice(-60),
    )?.[1]
  return tail ? dayAt(tail.replace(LEAD_ALONE, ""), days, "") : null
}

/** "(20 June)", "(Secretariat, 1 February)": the day in brackets at the end, alone or beside a name. */
function dayInBrackets(text: string, days: Days): string | null {
  const said = /[([]([^()[\]]{3,40})[)\]][.\s]*$/.exec(text.slice(-60))?.[1]
  if (!said) return null
  const beside = said
    .split(/[,;]\s/)
    .toReversed()
    .slice(0, 3)
  for (const part of [said, ...beside]) {
    const when = part.replace(LEAD_ALONE, "")
    // "(as of 3 May)", "(version of 3 May)" is of something else.
    const day = /^[\d\p{Lu}]|^(?:end|mid|next|this)\b/u.test(when) ? dayAt(when, days, "") : null
    if (day) return day
  }
  return null
}

/** The day that a cell of a table or the words behind "by" name. */
export function dayAt(text: string, { meeting, next, order }: Days, lead: string): string | null {
  const words = plain(text.replace(/^(?:due|by|before|until|deadline)\b\s*:?\s*/i, ""), lead)
  const ofNext = END_OF_NEXT.exec(words)?.[1]?.toLowerCase()
  if (ofNext && meeting) {
    const then = ofNext === "week" ? earlier(meeting, -7) : earlier(`${meeting.slice(0, 8)}01`, -31)
    return relativeDay(`the end of the ${ofNext}`, then, "")
  }
  const dayWeek = DAY_WEEK.exec(words)?.[1]
  const nextSuch = dayWeek ? relativeDay(dayWeek, meeting, lead) : null
  if (nextSuch) return earlier(nextSuch, -7)
  if (NEXT.test(words) || NEXT_NAMED.test(words)) return next
  const hours = meeting
    ? /^(?:within )?(\d{1,3}|\p{L}{3,12}(?:-\p{L}{3,6})?) hours\b/iu.exec(words)?.[1]
    : undefined
  const count = hours ? Number(hours) || wordsValue(hours) : null
  if (meeting && count && count <= 240) return earlier(meeting, -Math.ceil(count / 24))
  // "The February meeting" is the next one where that is in February.
  const named = monthValue(
    /^(?:the )?(\p{L}{3,9}) (?:meeting|call|session)\b/iu.exec(words)?.[1] ?? "",
  )
  if (named !== undefined && next !== null && Number(next.slice(5, 7)) === named) return next
  const short = SHORT_DAY.exec(words.trim())
  if (short && meeting) {
    const [a, b] = [Number(short[1]), Number(short[2])]
    const [date, month] = order === "month-first" || b > 12 ? [b, a] : [a, b]
    if (month < 1 || month > 12 || date < 1 || date > 31) return null
    const figures = { year: null, month, day: date, weekday: null, doubtful: false, from: 0, to: 0 }
    return comingDay(figures, meeting)
  }
  // "By the 20th": the next day of that number.
  const ordinal = meeting
    ? /^(?:the )?(\d{1,2})(?:st|nd|rd|th)[).\]]*$/i.exec(words.trim())?.[1]
    : undefined
  if (ordinal && meeting) return nextOfNumber(Number(ordinal), meeting)
  const middle = MIDDLE.exec(words)
  const month = monthValue(middle?.[1] ?? "")
  if (month !== undefined && (middle?.[2] || meeting)) {
    const year = middle?.[2] ? Number(middle[2]) : null
    const figures = { year, month, day: 15, weekday: null, doubtful: false, from: 0, to: 0 }
    return comingDay(figures, meeting ?? "")
  }
  const { days, times } = findMoments(words, order)
  const [day] = days
  if (day && day.from <= 12) {
    return day.year !== null || meeting ? comingDay(day, meeting ?? "") : null
  }
  if (times.length > 0 && days.length === 0 && /^\d/.test(words)) return null
  return relativeDay(words, meeting, lead)
}

/** The next day with a number, in this month or the one behind it. */
function nextOfNumber(day: number, meeting: string): string | null {
  const [year = 0, month = 0, date = 0] = meeting.split("-").map(Number)
  const at = new Date(Date.UTC(year, month - (day > date ? 1 : 0), day))
  return at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null
}

const countOf = (text: string) => (/^an?$/i.test(text) ? 1 : Number(text) || wordsValue(text))

const earlier = (day: string, count: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)

/** "EOW", "end March", "one week from today" and "the next two weeks" as they are said at length. */
function plain(words: string, lead: string): string {
  const said = /^(?:with)?in\b/i.test(lead)
    ? words.replace(/^(?:the\s+)?(?:next|coming|following)\s+(?=\p{L}+\s\p{L}+)/iu, "")
    : words
  return said
    .replace(/^fortnight\b/i, "two weeks")
    .replace(/^(?:the\s+)?(?:this|current) (week|month|year)[).]*$/i, "the end of the $1")
    .replace(/^(?:the\s+)?eow\b/i, "the end of the week")
    .replace(/^(?:the\s+)?eom\b/i, "the end of the month")
    .replace(/^(?:the\s+)?eoy\b/i, "the end of the year")
    .replace(/^end\s+(?=(?!of\b)\p{L}{3,9}\b)/iu, "the end of ")
    .replace(/^(\p{L}{1,8}|\d{1,2}) (days?|weeks?|months?) from (?:today|now)\b/iu, "in $1 $2")
}

/** "Friday", "the end of May", "in two weeks": the longest beginning that is one day. */
function relativeDay(text: string, meeting: string | null, lead: string): string | null {
  const words = (/^[^.;:()[\]!?]*/.exec(text)?.[0] ?? "").trim().split(/\s+/).slice(0, 6)
  if (!DAYISH.test(words.join(" "))) return null
  // "The week after next" is not the one of which it begins with the words.
  if (/\bafter next\b/i.test(words.join(" "))) return null
  const front = /^(?:with)?in\b/i.test(lead) ? "in " : ""
  for (let count = words.length; count > 0; count--) {
    const phrase = words.slice(0, count).join(" ").replace(/,$/, "")
    // "On Monday" may be a day of anything; only a deadline is sure to be one.
    const closes = /^on\b/i.test(lead) && /^\p{L}{3,6}day[.\s]*$/iu.test(text)
    if (/^(?:for|on)\b/i.test(lead) && !/^\d/.test(phrase) && !closes) return null
    const day = readDue(front + phrase, meeting, "en")
    if (day && /\p{L}{3}|\d[-/.]\d/u.test(phrase)) return day
  }
  return null
}
