import type { Rich } from "../text/rich"
import type { WrittenTime } from "./clock"
import { readZone } from "./zones"

/** "Closed: 14:20", "until 5 p.m.": an hour at which nothing begins. */
const CLOSING =
  /(?<!\p{L})(?:end(?:s|ed|ing)?|ende|clos(?:ed?|es|ing)|adjourn\p{L}{0,4}|finish\p{L}{0,3}|wrap-?up|until|till|deadline|schluss|cierre|encerramento|clôture|fin)(?!\p{L})[^.;\d]{0,12}$/iu
/** "Doors 9:30", "line open from 13:45", "lunch at noon": what comes before a meeting, or between. */
const BESIDES =
  /\b(?:doors?|lobby|lines?|bridge|coffee|tea|breakfast|lunch|dinner|supper|refreshments|drinks|registration|sign-in|check-in|arrivals?|cast off|depart(?:s|ure)?|leaves?|reception|set-?up|dial-in)\b[^.;,\d]{0,16}$/i

/** "The meeting begins at 11:30": of several hours that one. */
const BEGINNING =
  /\b(?:meeting|session|call|sitting|we|business|proper) (?:(?:itself|proper|will|to|shall) )?(?:begins?|starts?|opens?|commences?)\b[^.;,\d]{0,16}$/i

/** The hours of a text at which a meeting may have begun, the likeliest first; those of doors and meals where no other is told. */
export function hoursOfStart(times: readonly WrittenTime[], text: string): WrittenTime[] {
  const front = ({ from }: WrittenTime) => text.slice(Math.max(0, from - 30), from)
  const own = times.filter((time) => !CLOSING.test(front(time)))
  const meeting = own.filter((time) => !BESIDES.test(front(time)))
  const begins = meeting.filter((time) => BEGINNING.test(front(time)))
  return inOneZone([begins, meeting, own].find(({ length }) => length > 0) ?? own, text)
}

/** "Time zone: CET", "All times in UTC", "(all times in these minutes are UTC+8)". */
const ZONE_OF_ALL =
  /\b(?:[Tt]ime ?[Zz]one|TIME ?ZONE|(?:[Aa]ll )(?:times|hours)|[Zz]eitzone|[Ff]useau horaire|[Hh]uso horario|[Ff]uso horário)\b[^A-Z+-]{0,40}/

/** The zone that one of these texts gives for all hours. */
export function zoneOfAll(texts: readonly Rich[]): string | null {
  for (const { text } of texts) {
    const match = ZONE_OF_ALL.exec(text.slice(0, 200))
    const zone = match && readZone(text.slice(match.index + match[0].length, 260))
    if (zone) return zone.zone
  }
  return null
}

/** Of "15:00 local time (13:00 UTC)" or "09:00 Montevideo · 13:00 Lisbon (12:00 UTC)" the hour whose zone is said. */
function inOneZone(times: readonly WrittenTime[], text: string): WrittenTime[] {
  const zoned = times.findIndex(({ zone }) => zone !== null)
  if (zoned < 1) return [...times]
  const between = times.slice(0, zoned).map(({ to }, at) => text.slice(to, times[at + 1]?.from))
  const last = between.at(-1) ?? ""
  const isList = between.every((words) => /^[^.;]{0,30}$/.test(words))
  const isTold = /[(/=]\s*$/.test(last) || (zoned > 1 && isList)
  return isList && isTold ? times.slice(zoned) : [...times]
}
