import { IANAZone } from "luxon"

/** Zones as people abbreviate them, in the form that luxon takes. Fixed where the letters are. */
const ABBREVIATED: Record<string, string> = {
  UTC: "UTC",
  GMT: "UTC",
  Z: "UTC",
  WET: "UTC",
  BST: "UTC+1",
  WEST: "UTC+1",
  CET: "UTC+1",
  WAT: "UTC+1",
  CEST: "UTC+2",
  EET: "UTC+2",
  CAT: "UTC+2",
  SAST: "UTC+2",
  EEST: "UTC+3",
  EAT: "UTC+3",
  MSK: "UTC+3",
  GST: "UTC+4",
  PKT: "UTC+5",
  IST: "UTC+5:30",
  SGT: "UTC+8",
  HKT: "UTC+8",
  AWST: "UTC+8",
  JST: "UTC+9",
  KST: "UTC+9",
  AEST: "UTC+10",
  AEDT: "UTC+11",
  NZST: "UTC+12",
  NZDT: "UTC+13",
  HNE: "UTC-5",
  HAE: "UTC-4",
  HNP: "UTC-8",
  HAP: "UTC-7",
  MEZ: "UTC+1",
  MESZ: "UTC+2",
  MSC: "UTC+3",
  WIB: "UTC+7",
  ICT: "UTC+7",
  PHT: "UTC+8",
  NPT: "UTC+5:45",
  BRT: "UTC-3",
  ART: "UTC-3",
  EDT: "UTC-4",
  AST: "UTC-4",
  ADT: "UTC-3",
  AKDT: "UTC-8",
  AKST: "UTC-9",
  EST: "UTC-5",
  CDT: "UTC-5",
  CST: "UTC-6",
  MDT: "UTC-6",
  MST: "UTC-7",
  PDT: "UTC-7",
  PST: "UTC-8",
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PT: "America/Los_Angeles",
}

/** Places whose name stands for a zone in "11 a.m. Geneva time" and the like. */
const NAMED: Record<string, string> = {
  eastern: "America/New_York",
  central: "America/Chicago",
  mountain: "America/Denver",
  pacific: "America/Los_Angeles",
  "central european": "Europe/Berlin",
  "eastern european": "Europe/Athens",
  "western european": "Europe/Lisbon",
  british: "Europe/London",
  uk: "Europe/London",
  "greenwich mean": "UTC",
  universal: "UTC",
  "coordinated universal": "UTC",
  "east africa": "Africa/Nairobi",
  "west africa": "Africa/Lagos",
  "south africa": "Africa/Johannesburg",
  india: "Asia/Kolkata",
  indian: "Asia/Kolkata",
  japan: "Asia/Tokyo",
  china: "Asia/Shanghai",
  irish: "Europe/Dublin",
  french: "Europe/Paris",
  german: "Europe/Berlin",
  spanish: "Europe/Madrid",
  italian: "Europe/Rome",
  dutch: "Europe/Amsterdam",
  belgian: "Europe/Brussels",
  austrian: "Europe/Vienna",
  polish: "Europe/Warsaw",
  swedish: "Europe/Stockholm",
  norwegian: "Europe/Oslo",
  danish: "Europe/Copenhagen",
  finnish: "Europe/Helsinki",
  greek: "Europe/Athens",
  turkish: "Europe/Istanbul",
  kenyan: "Africa/Nairobi",
  nigerian: "Africa/Lagos",
  ghanaian: "Africa/Accra",
  egyptian: "Africa/Cairo",
  japanese: "Asia/Tokyo",
  korean: "Asia/Seoul",
  philippine: "Asia/Manila",
  thai: "Asia/Bangkok",
  pakistani: "Asia/Karachi",
  geneva: "Europe/Zurich",
  swiss: "Europe/Zurich",
  bern: "Europe/Zurich",
  "new york": "America/New_York",
  washington: "America/New_York",
  "addis ababa": "Africa/Addis_Ababa",
  delhi: "Asia/Kolkata",
  "new delhi": "Asia/Kolkata",
  beijing: "Asia/Shanghai",
  kyoto: "Asia/Tokyo",
  rio: "America/Sao_Paulo",
  "rio de janeiro": "America/Sao_Paulo",
  bergen: "Europe/Oslo",
  trondheim: "Europe/Oslo",
  gothenburg: "Europe/Stockholm",
  malmö: "Europe/Stockholm",
  munich: "Europe/Berlin",
  hamburg: "Europe/Berlin",
  cologne: "Europe/Berlin",
  frankfurt: "Europe/Berlin",
  barcelona: "Europe/Madrid",
  valencia: "Europe/Madrid",
  milan: "Europe/Rome",
  turin: "Europe/Rome",
  lyon: "Europe/Paris",
  marseille: "Europe/Paris",
  strasbourg: "Europe/Paris",
  rotterdam: "Europe/Amsterdam",
  "the hague": "Europe/Amsterdam",
  utrecht: "Europe/Amsterdam",
  manchester: "Europe/London",
  edinburgh: "Europe/London",
  glasgow: "Europe/London",
  cardiff: "Europe/London",
  porto: "Europe/Lisbon",
  mumbai: "Asia/Kolkata",
  bangalore: "Asia/Kolkata",
  bengaluru: "Asia/Kolkata",
  chennai: "Asia/Kolkata",
  hyderabad: "Asia/Kolkata",
  "cape town": "Africa/Johannesburg",
  pretoria: "Africa/Johannesburg",
  durban: "Africa/Johannesburg",
  seattle: "America/Los_Angeles",
  "san francisco": "America/Los_Angeles",
  portland: "America/Los_Angeles",
  boston: "America/New_York",
  philadelphia: "America/New_York",
  atlanta: "America/New_York",
  austin: "America/Chicago",
  dallas: "America/Chicago",
  houston: "America/Chicago",
  ottawa: "America/Toronto",
  montreal: "America/Toronto",
  osaka: "Asia/Tokyo",
  shenzhen: "Asia/Shanghai",
  guangzhou: "Asia/Shanghai",
  abuja: "Africa/Lagos",
  mombasa: "Africa/Nairobi",
  kisumu: "Africa/Nairobi",
}

const OFFSET = /^\(?(?:UTC|GMT)?\s?([+\-−])(\d{1,2})(?::?(\d{2}))?\b\)?/
const LETTERS = /^\(?(?:at\s)?([A-Z]{1,4})\b(?!-|\/(?!\d))\)?/
const IANA =
  /^\(?((?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_/]+)\)?/
const PLACE =
  /^\(?(?:U\.?S\.?\s)?([A-Za-z]{2,12}(?:\s[A-Za-z]{2,8}){0,2}?)\s(?:(?:standard|daylight|summer|local)\s)?time\b\)?/i
/** "1 p.m. US Eastern", "15:00 UK": what stands for a zone without the word for it. */
const US = /^\(?(?:U\.?S\.?[\s/])?(Eastern|Central|Mountain|Pacific|UK(?=\)|[\s.,;/]|$))\b\)?/

/** "18h00 (heure de Paris)", "hora de Madrid": the place behind the word. */
const TURNED =
  /^\(?(?:heure (?:d['’]été )?(?:de |d['’])|hora (?:local )?de |ora di |ortszeit )([A-Z]\p{L}{2,14}(?:\s[A-Z]\p{L}{2,14})?)\)?/u
/** "10:00 a.m. (New York)" */
const BRACKETED = /^\(?([A-Z][A-Za-z]{2,12}(?:\s[A-Z][A-Za-z]{2,10}){0,2})\)(?=[\s.,;]|$)/

/** What may stand between an hour and its zone: "hrs (IST)", "horas (CET)", "in the evening, Irish time". */
const FILLER =
  /^(?:[\s,(>]|heure (?:d['’]été |locale )?(?:de |d['’])\p{Lu}\p{L}{2,14}(?:,\s|\s?[/(]\s?)(?=UTC|GMT|C)|(?:h|hrs|hours|horas|heures|uhr|ore)(?![\p{L}\p{N}])\.?|lt(?=\s?[(,])|local time(?=\s?[(,])|in the (?:morning|afternoon|evening)(?!\p{L})|o['’]clock(?!\p{L})){1,8}/iu

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
  const known = letters?.[1] ? ABBREVIATED[letters[1]] : undefined
  if (letters && known) return { zone: known, length: space + letters[0].length }
  const iana = IANA.exec(rest)
  if (iana?.[1] && IANAZone.isValidZone(iana[1])) {
    return { zone: iana[1], length: space + iana[0].length }
  }
  for (const pattern of [US, PLACE, TURNED, BRACKETED]) {
    const match = pattern.exec(rest)
    const zone = match?.[1] ? zoneOfPlace(match[1]) : null
    if (match && zone) return { zone, length: space + match[0].length }
  }
  return null
}

function zoneOfPlace(name: string): string | null {
  const place = name.toLowerCase().trim()
  const listed = NAMED[place]
  if (listed) return listed
  const city = place
    .replace(/(?:^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/\s/g, "_")
  for (const area of ["Europe", "Africa", "America", "Asia", "Australia", "Pacific"]) {
    if (IANAZone.isValidZone(`${area}/${city}`)) return `${area}/${city}`
  }
  return null
}
