import { plainCase } from "@/lib/check/words"
import { isBody } from "../people/bodies"
import { areJoined } from "../people/joined-names"
import { findNames } from "../people/names"
import { ROLE_WORDS, TITLE_WORDS } from "../people/vocabulary"

type Told = { name: string; office: string }
type Pair = Told & { isOffice: boolean }

/** "Chair ", "vice-chair: ", "Master of the wagons: Mr. ": what somebody is, in front of the name. */
const IN_FRONT =
  /(?:^|[;:.,·|•—–(]\s*|\s{2,})((?:\p{L}[\p{L}’'-]{1,20}\.?\s){0,3}?\p{L}[\p{L}’'-]{1,20}\.?)(:\s{1,12}|\s)(?:\p{L}{1,5}\.?\s){0,2}$/u
/** What parts one from the next, or ends the line. */
const END = /^\s*(?:$|[;.,·|•—–)]|\s{2})/u
/** What stands in front of names and is nobody's office. */
const NO_OFFICE =
  /^(?:also |those )?(?:present|attending|attendance|absent|apolog\p{L}+|excused|guests?|members?|participants?|venue|place|location|date|time|next|minutes?|notes?|approved|proposed|seconded|prepared|circle|round|quorum|signed)\b/iu
const LONGEST = 600

/**
 * Who is what in the rows at the head of a report: "Chair Ana Lind, secretary Ben Okoro", "Dean: Ana Lind. Scribe: …".
 * A label that is no known office is one where it stands in the same row as one, or in the next.
 */
export function officesInRows(texts: readonly string[]): Told[] {
  const rows = texts.map((text) => pairsIn(text.slice(0, LONGEST)))
  const isSure = rows.map((pairs) => pairs.some(({ isOffice }) => isOffice))
  return rows.flatMap((pairs, row) => {
    const beside = isSure[row] || isSure[row - 1] || isSure[row + 1]
    return pairs.filter(({ isOffice }) => isOffice || beside)
  })
}

function pairsIn(text: string): Pair[] {
  const names = findNames(text).filter(({ words, possessive }) => words > 1 && !possessive)
  return names.flatMap(({ name, from, to }, index) => {
    const next = names[index + 1]
    const start = Math.max(from - 100, names[index - 1]?.to ?? 0)
    const [, office = "", sign = ""] = IN_FRONT.exec(text.slice(start, from)) ?? []
    const isSeveral = next !== undefined && areJoined(text.slice(to, next.from))
    if (office === "" || isSeveral || NO_OFFICE.test(office) || !END.test(text.slice(to, to + 4)))
      return []
    const last = plainCase(office.split(/\s+/).at(-1) ?? "").replace(/\.$/, "")
    const isOffice = ROLE_WORDS.has(last) || TITLE_WORDS.has(last) || /^conven[eo]r$/.test(last)
    const isLabel = sign.startsWith(":") && !/[^s]s$/.test(office) && !isBody(`the ${office}`)
    return isOffice || isLabel ? [{ name, office, isOffice }] : []
  })
}
