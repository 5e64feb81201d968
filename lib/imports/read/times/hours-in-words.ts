import { wordsValue } from "../text/ordinals"
import { anyOf, words } from "../text/stems"
import { numberWord } from "./number-words"

/** An hour written out, and where it stands. */
type SpokenHour = { from: number; length: number; hour: number; minute: number }

const DIAL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
const PART = "(?:\\s(?:in the |at )(morning|forenoon|afternoon|evening|night)\\b)?"
/** "two in the afternoon", "three o'clock", "11 in the morning". */
const IN_WORDS = new RegExp(
  `\\b(${DIAL}|(?<![\\d.:])\\d{1,2}(?=\\s(?:o['’]c|in the (?:mor|for|aft|eve))))(?:\\s(o['’]clock|(?=(?:UTC|GMT)\\b)))?${PART}`,
  "gi",
)
/** "half past seven", "a quarter to nine", "ten past eight in the evening". */
const PAST = new RegExp(
  `\\b(half|(?:a )?quarter|five|ten|twenty|twenty-five|(?<![\\d.:])[1-5]?\\d)(?:\\sminutes)?\\s(past|to)\\s(${DIAL}|\\d{1,2})${PART}`,
  "gi",
)
/** "Eleven hundred hours", "fourteen thirty hours": as soldiers and sailors say it. */
const HUNDRED =
  /\b(?:(?:oh|zero)[\s-])?([a-z]{3,9}(?:-[a-z]{3,5})?)[\s-](hundred|fifteen|thirty|forty[\s-]five)\s(?:hours|hrs|utc|gmt)\b/gi
const MAY_BE_SPOKEN = anyOf(
  words(
    "clock|in the|at night|past|to | hundred|fifteen|thirty|forty|heure|hora|uhr|ore | de la |da tarde|da noite|da manhã",
  ),
)

/** "À quatorze heures trente", "às quinze horas e trinta minutos", "alle ore diciotto", "um achtzehn Uhr". */
const NUMBER = "[\\p{L}-]{2,20}(?:\\s(?:e|y|et)\\s\\p{L}{3,8})?"
const OTHER = new RegExp(
  `(?<=(?:^|[\\s(])(?:à|às|as|las|um|gegen|ab|vers|dès|desde|hacia)\\s)(${NUMBER})\\s(?:heures?|horas?|uhr)(?!\\p{L})(?:\\s(?:et\\s|y\\s|e\\s|con\\s)?(${NUMBER}))?|\\bore\\s(${NUMBER})`,
  "giu",
)
/** "A las seis de la tarde", "às 10 da manhã". */
const OF_PART =
  /(?<=(?:^|[\s(])(?:las|à|às|as)\s)(\d{1,2}|\p{L}{2,8})(?:\sy\s(media|cuarto)|\se\s(meia))?\s(?:de la|da) (mañana|tarde|noche|manhã|noite)(?!\p{L})/giu
const LATE =
  /^.{0,20}?(?:de la (?:tarde|noche)|da (?:tarde|noite)|de l['’]après-midi|du soir|della sera|abends|nachmittags)(?!\p{L})/iu
const SHARES: Record<string, number> = {
  demie: 30,
  media: 30,
  meia: 30,
  mezza: 30,
  quart: 15,
  cuarto: 15,
}

/** Every hour of a text that is written out, in English and the languages around it. */
export function* hoursInWords(text: string): Generator<SpokenHour> {
  if (!MAY_BE_SPOKEN(text)) return
  const at = (match: RegExpExecArray, hour: number, minute: number) => ({
    from: match.index,
    length: match[0].length,
    hour,
    minute,
  })
  for (const match of text.matchAll(IN_WORDS)) {
    const [, written = "", clock, part] = match
    const hour = wordsValue(written) ?? Number(written)
    if (!(hour >= 1 && hour <= 12)) continue
    if (clock !== undefined || part) yield at(match, (hour % 12) + (isLate(hour, part) ? 12 : 0), 0)
  }
  for (const match of text.matchAll(PAST)) {
    const [, share = "", side, written = "", part] = match
    const minutes = /half/i.test(share)
      ? 30
      : /quarter/i.test(share)
        ? 15
        : (wordsValue(share) ?? Number(share))
    const dial = wordsValue(written) ?? Number(written)
    if (dial < 1 || dial > 12) continue
    const hour = (dial - (side === "to" ? 1 : 0)) % 12
    const minute = side === "to" ? 60 - minutes : minutes
    // "Ten to seven" counts a vote where no hour of the day is spoken of.
    if (/half|quarter/i.test(share) || part)
      yield at(match, hour + (isLate(dial - (side === "to" ? 1 : 0), part) ? 12 : 0), minute)
  }
  for (const match of text.matchAll(HUNDRED)) {
    const hour = wordsValue(match[1] ?? "")
    const minute = /hundred/i.test(match[2] ?? "") ? 0 : wordsValue(match[2] ?? "")
    if (hour !== null && hour < 24 && minute !== null) yield at(match, hour, minute)
  }
  for (const match of text.matchAll(OF_PART)) {
    const [, written = "", share, half, part = ""] = match
    const hour = Number(written) || numberWord(written)
    const minute = SHARES[(share ?? half ?? "").toLowerCase()] ?? 0
    if (hour && hour <= 12) yield at(match, (hour % 12) + (/ma[nñ]/i.test(part) ? 0 : 12), minute)
  }
  for (const match of text.matchAll(OTHER)) {
    const hour = numberWord(match[1] ?? match[3] ?? "")
    if (hour === null || hour > 24) continue
    const said = match[2] ?? ""
    const minute = SHARES[said.toLowerCase()] ?? numberWord(said)
    const length = match[0].length - (minute === null ? said.length : 0)
    const late = hour < 12 && LATE.test(text.slice(match.index + length, match.index + length + 40))
    yield { from: match.index, length, hour: hour + (late ? 12 : 0), minute: minute ?? 0 }
  }
}

/** Nobody meets at two at night: an hour without its half is one of the day or the evening. */
const isLate = (hour: number, part: string | undefined) =>
  part ? /afternoon|evening|night/i.test(part) : hour < 8
