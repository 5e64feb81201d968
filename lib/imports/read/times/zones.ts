import { IANAZone } from "luxon"
import { plainCase } from "@/lib/check/words"
import { ABBREVIATED, NAMED } from "./zone-names"

const OFFSET = /^\(?(?:UTC|GMT)?\s?([+\-−])(\d{1,2})(?::?(\d{2}))?\b\)?/
/** In small letters those alone that are no words of any language. */
const LETTERS = /^\(?(?:at\s)?([A-Z]{1,4}|utc|gmt|cest|bst|edt|pdt)\b(?!-|\/(?!\d))\)?/
const IANA =
  /^\(?((?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_/]+)\)?/
const PLACE =
  /^\(?(?:U\.?S\.?\s)?(\p{L}{2,12}(?:\s\p{L}{2,9}){0,2}?)\s(?:(?:standard|daylight|summer|local)\s)?time\b\)?/iu
/** "1 p.m. US Eastern", "15:00 UK": what stands for a zone without the word for it. */
const US =
  /^\(?(?:U\.?S\.?[\s/])?(Eastern|Central|Mountain|Pacific|EASTERN|CENTRAL|MOUNTAIN|PACIFIC|UK(?=\)|[\s.,;/]|$))\b\)?/

/** "18h00 (heure de Paris)", "hora de Madrid", "horário de Brasília": the place behind the word. */
const TURNED =
  /^\(?(?:heure (?:d['’]été )?(?:de |d['’])|(?:hora|horário) (?:local |oficial )?d[eo] |ora di |ortszeit )(\p{Lu}\p{L}{2,14}(?:\s(?:de\s)?\p{Lu}\p{L}{2,14})?)\)?/u
/** "18 Uhr Berliner Zeit" */
const PLACE_IN_GERMAN = /^\(?(\p{Lu}\p{Ll}{2,12})er Zeit(?!\p{L})\)?/u
/** "10:00 a.m. (New York)" */
const BRACKETED = /^\(?(\p{Lu}\p{L}{2,12}(?:\s\p{Lu}\p{L}{2,10}){0,2})\)(?=[\s.,;]|$)/u

/** What may stand between an hour and its zone: "hrs (IST)", "horas (CET)", "in the evening, Irish time". */
const FILLER =
  /^(?:[\s,(>]|heure (?:d['’]été |locale )?(?:de |d['’])\p{Lu}\p{L}{2,14}(?:,\s|\s?[/(]\s?)(?=UTC|GMT|C)|(?:h|hrs|hours|horas|heures|uhr|uur|ore)(?![\p{L}\p{N}])\.?|lt(?=\s?[(,])|local time(?=\s?[(,])|in the (?:morning|afternoon|evening)(?!\p{L})|o['’]clock(?!\p{L})){1,8}/iu

/** The zone at the start of a text, in luxon's form, and its length; null when there is none. */
export function readZone(text: string): { zone: string; length: number } | null {
  const space = FILLER.exec(text.slice(0, 60))?.[0].length ?? 0
  const rest = text.slice(space, space + 60)
  const offset = /^\(?(?:UTC|GMT|[+−-]\d\d(?!\d{0,2}\s?[-–—]))/.test(rest)
    ? OFFSET.exec(rest)
    : null
  if (offset) {
    const hours = Number(offset[2])
    const minutes = Number(offset[3] ?? 0)
    if (hours > 14 || minutes > 59) return null
    const sign = offset[1] === "+" ? "+" : "-"
    const zone = hours || minutes ? `UTC${sign}${hours}${minutes ? `:${offset[3]}` : ""}` : "UTC"
    return { zone, length: space + offset[0].length }
  }
  const letters = LETTERS.exec(rest)
  const known = letters?.[1] ? ABBREVIATED[letters[1].toUpperCase()] : undefined
  if (letters && known) return { zone: known, length: space + letters[0].length }
  const iana = IANA.exec(rest)
  if (iana?.[1] && IANAZone.isValidZone(iana[1])) {
    return { zone: iana[1], length: space + iana[0].length }
  }
  for (const pattern of [PLACE, US, TURNED, PLACE_IN_GERMAN, BRACKETED]) {
    const match = pattern.exec(rest)
    const zone = match?.[1] ? zoneOfPlace(match[1]) : null
    if (match && zone) return { zone, length: space + match[0].length }
  }
  return null
}

/** "Oslo time 15:00", "New York time: 10:00" */
const PLACE_IN_FRONT = /((?:\p{Lu}\p{L}{1,12}\s){1,3}[Tt]ime)(?:,|:)?\s(?:at\s)?$/u
/** "UTC 14:00", also in two cells of a table: "| UTC | 14:00 |". */
const LETTERS_IN_FRONT = /(?:^|[\s(])(UTC|GMT|CES?T|BST|E[DS]T|P[DS]T)\)?:?(?:\s\|)?\s$/
/** "Date (UTC):", "| Time (Nairobi) |", "Jakarta (WIB) ": the label of an hour. */
const LABEL_IN_FRONT = /(\([^()\d]{2,24}\))\s?[:|]\s{1,40}$|(\([A-Z]{3,4}\))\s{1,3}$/

/** The zone that the words right in front of an hour name, in luxon's form. */
export function zoneInFront(text: string): string | null {
  const front = text.slice(-80)
  const [, label, bracket] = LABEL_IN_FRONT.exec(front) ?? []
  const whole = LETTERS_IN_FRONT.exec(front)?.[1] ?? label ?? bracket
  if (whole) return readZone(whole)?.zone ?? null
  // "Held Buenos Aires time": the name of a place may have one word or more.
  const words = PLACE_IN_FRONT.exec(front)?.[1]?.split(/\s/) ?? []
  for (let from = 0; from < words.length - 1; from++) {
    const zone = readZone(words.slice(from).join(" "))
    if (zone) return zone.zone
  }
  return null
}

/** "14:00 each morning (Geneva time)", "from 09:00 (local time, CEST)": brackets a few words behind the hour. */
const LATER =
  /^[^()\d.;:|\n]{1,30}(?=\((?:[^()\d]{0,20}\b)?(?:[A-Z]{3,4}|(?:UTC|GMT)[^()]{0,8}|\p{Lu}[^()]{2,24} time)\))/u
/** "| 10:00 | UTC+3 |" */
const CELL_BEHIND = /^\s?\|\s?([^|\n]{3,32}?)\s?(?:\||$)/

/** The zone behind an hour, and where it ends: right there, in the next cell, or in brackets a little later. */
export function zoneBehind(text: string): { zone: string; length: number } | null {
  const zone = readZone(text)
  if (zone) return zone
  const [cell = "", name = ""] = CELL_BEHIND.exec(text) ?? []
  const inCell = name ? readZone(name) : null
  if (inCell && inCell.length === name.length) return { ...inCell, length: cell.length }
  const space = LATER.exec(text)?.[0].length ?? 0
  const later = space ? readZone(text.slice(space)) : null
  return later && { ...later, length: space + later.length }
}

function zoneOfPlace(name: string): string | null {
  const place = name.toLowerCase().trim()
  const listed = NAMED[place]
  if (listed) return listed
  const city = plainCase(place)
    .replace(/(?:^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/\s/g, "_")
  for (const area of ["Europe", "Africa", "America", "Asia", "Australia", "Pacific"]) {
    if (IANAZone.isValidZone(`${area}/${city}`)) return `${area}/${city}`
  }
  return null
}
