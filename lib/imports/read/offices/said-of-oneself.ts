import { plainCase } from "@/lib/check/words"
import { turnOf } from "../speech/turns"
import { type Rich, sliceRich } from "../text/rich"
import { firstNamed, listedAs } from "./holders"
import type { OfficeTexts } from "./who-held"

/** "I am Ana Lind and I will moderate", "i have the chair tonight". */
const MINE =
  /\bI(?:['’](?:m|ll|ve)| am| will| shall| have| get to)?(?: be)? (?:(?:your|the|today['’]s|tonight['’]s) (?:chair|moderator|facilitator)|chair(?:ing)?|moderat(?:e|ing)|facilitat(?:e|ing)|presid(?:e|ing)|(?:have|hold|take) the (?:chair|gavel))(?=[.,;!]| (?:today|tonight|this|the|our|and|because|since)\b|$)|\bI(?:['’]ve got| have) the chair\b/i

/** So many turns of a log are searched. */
const MOST = 20

/** Those who say in a turn of their own that they lead the meeting, by the names that the report has for them. */
export function chairsOfThemselves({
  running,
  listed,
}: Pick<OfficeTexts, "running" | "listed">): { name: string; rich: Rich }[] {
  const names = listed.map(({ name }) => name)
  return (running ?? []).slice(0, MOST).flatMap((rich) => {
    const turn = MINE.test(rich.text.slice(0, 600)) ? turnOf(rich.text) : null
    if (!turn) return []
    const { label, from, to } = turn
    const same = names.find((name) => plainCase(name) === plainCase(label))
    const large = label.charAt(0).toUpperCase() + label.slice(1)
    const name = same ?? listedAs(label, listed)?.name ?? firstNamed(large, names) ?? own(label)
    return name ? [{ name, rich: sliceRich(rich, from, to) }] : []
  })
}

/** "ANA LIND" as people write it elsewhere. */
function own(label: string): string | null {
  if (!label.includes(" ")) return null
  if (label !== label.toUpperCase()) return label
  return label.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}
