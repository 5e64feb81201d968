import type { Who } from "../people/who"
import { isShort, namesWritten, writtenOut } from "../people/written-out"
import type { Offices } from "./who-held"

/**
 * Gives those who led, hosted or took the notes their whole names: "Chair: D. Yovchev" above the signature of
 * Dimitar Yovchev, "Host: Petra". Each of them holds an office once.
 */
export function nameInFull(offices: Offices, who: Who, texts: readonly string[]): void {
  const all = [...offices.hosts, ...offices.moderators, ...offices.scribes]
  const written = all.some(({ value }) => isShort(value)) ? namesWritten(texts) : []
  for (const office of all) {
    const known = office.value.includes(" ") ? null : who.whole(office.value)
    const short = known ?? office.value
    const whole = (isShort(short) ? writtenOut(short, written) : null) ?? known
    if (whole && whole !== office.value) Object.assign(office, { value: whole, how: "inferred" })
  }
  for (const office of ["hosts", "moderators", "scribes"] as const)
    offices[office] = offices[office].filter(
      ({ value }, index, each) => each.findIndex((other) => other.value === value) === index,
    )
}
