import { DateTime, IANAZone } from "luxon"

/** Names that people look for, where the list of a machine may still have the older ones. */
const modern = [
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Ho_Chi_Minh",
  "Asia/Yangon",
  "Europe/Kyiv",
  "America/Argentina/Buenos_Aires",
]

/** Zones to choose from: UTC, then all others by name. `chosen` is always among them. */
export function zoneNames(chosen = "UTC"): string[] {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), ...modern.filter(isZone)])
  for (const name of ["UTC", "Etc/UTC"]) names.delete(name)
  if (chosen !== "UTC") names.add(chosen)
  return ["UTC", ...[...names].sort()]
}

/** Whether it is the IANA name of a zone that this machine knows. */
export function isZone(name: string): boolean {
  return name === "UTC" || (name.includes("/") && IANAZone.isValidZone(name))
}

export type LocalStart =
  | { at: Date }
  /** The clocks are put forward over it: it does not exist. `after` is the first time that does. */
  | { problem: "skipped"; after: string }
  /** The clocks are put back over it: it comes twice, first and last, here in UTC. */
  | { problem: "twice"; first: string; second: string }
  | { problem: "malformed" }

/** The instant at which it is `day` (`YYYY-MM-DD`) and `time` (`HH:mm`) in a zone. */
export function localStart(day: string, time: string, zone: string): LocalStart {
  const asked = DateTime.fromISO(`${day}T${time}`, { zone: "UTC" })
  if (!asked.isValid || !isZone(zone)) return { problem: "malformed" }
  const local = asked.setZone(zone, { keepLocalTime: true })
  // In a gap the library goes on by the length of the gap, and so does not keep the local time.
  if (local.toFormat("yyyy-MM-dd HH:mm") !== asked.toFormat("yyyy-MM-dd HH:mm"))
    return { problem: "skipped", after: endOfGap(local) }
  const [first, second] = local
    .getPossibleOffsets()
    .map((each) => each.toUTC())
    .sort((a, b) => a.toMillis() - b.toMillis())
  if (first && second)
    return { problem: "twice", first: first.toFormat("HH:mm"), second: second.toFormat("HH:mm") }
  return { at: local.toJSDate() }
}

/** The first local time after the gap that lies within the two hours before `after`. */
function endOfGap(after: DateTime): string {
  let best = after
  for (let step = after; step.offset === after.offset; step = step.minus({ minutes: 1 }))
    best = step
  return best.toFormat("HH:mm")
}

/** Day and time of an instant in a zone, as the fields of a form want them. */
export function localFields(at: Date, zone: string): { day: string; time: string } {
  const local = DateTime.fromJSDate(at, { zone: isZone(zone) ? zone : "UTC" })
  return { day: local.toFormat("yyyy-MM-dd"), time: local.toFormat("HH:mm") }
}
