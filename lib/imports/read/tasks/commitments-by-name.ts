import type { NameInText } from "../people/names"
import type { Who } from "../people/who"
import { ASKED_INITIALS, BY_WHOM, INITIALS_TO, LEFT_WITH } from "./commitment-words"
import type { Commitment } from "./commitments-later"

/** Who takes something on, and where the words of it begin. */
export type Beginning = Omit<Commitment, "to">

/** Those with whom something is left, or by whom it is to be done. */
export function byPassive(
  sentence: string,
  names: readonly NameInText[],
  who: Who,
): Beginning | null {
  const match =
    (/ left | f[ae]ll| (?:passe[sd]|goes|went) to | up to | down to | remains for | rests with /.test(
      sentence,
    )
      ? LEFT_WITH.exec(sentence)
      : null) ?? (sentence.includes(" by ") ? BY_WHOM.exec(sentence) : null)
  const written = match?.[1] ?? match?.[2] ?? match?.[3]
  if (!match || !written) return null
  const from = match.index + match[0].indexOf(written)
  const owners = names
    .filter((name) => name.from >= from && name.to <= from + written.length)
    .flatMap(
      ({ name, ...each }) => who.whole(name) ?? (name.includes(" ") || "house" in each ? name : []),
    )
  const office = owners.length === 0 ? who.holder(written.replace(/^the /i, "")) : null
  if (office) return { owners: [office], from: 0 }
  return owners.length > 0 ? { owners, from: 0 } : null
}

/** "Nothing starts without it, so KT is to chase them": initials in a clause of their own. */
const CLAUSE =
  /^[^;]{8,300}?(?:,(?:\s(?:so|and|but))?|;)\s(?=\p{Lu}{2,4}\s(?:is |agreed |offered )?(?:to|will)\s)/u

/** "AL to send it", "AL asked BO to find out". */
export function byInitials(sentence: string, who: Who): Beginning | null {
  const clause = CLAUSE.exec(sentence)?.[0].length ?? 0
  const match =
    INITIALS_TO.exec(sentence.slice(0, 120)) ??
    (clause > 0 ? INITIALS_TO.exec(sentence.slice(clause, clause + 120)) : null) ??
    (/[A-Z]{2} to /.test(sentence) ? ASKED_INITIALS.exec(sentence) : null)
  const owners = `${match?.[1] ?? ""}${match?.[2] ?? ""}`
    .split(/[^\p{Lu}.]+/u)
    .flatMap((letters) => (letters ? (who.whole(letters) ?? []) : []))
  return owners.length > 0 ? { owners, from: 0 } : null
}

/** "Directors Pruitt and Espinoza", "Drs Lind and Okoro": a title of several. */
export const OF_SEVERAL =
  /^(?:Directors|Councill?ors|Commissioners|Trustees|Aldermen|Supervisors|Senators|Deputies|Professors|Members|Messrs|Drs)\.?\s(?=\p{Lu})/u

/** Who is meant; "Whitehorse will send it" by a family name alone, where the text has the whole name once. */
export function calledBy({ name, words }: NameInText, who: Who): string | null {
  const family = name.replace(OF_SEVERAL, "")
  return who.whole(name) ?? (words === 1 || family !== name ? who.whole(`Mr ${family}`) : null)
}
