import { HONORIFIC, nameKey } from "@/lib/check/names"
import { findNames, type NameInText } from "../people/names"
import type { Rich } from "../text/rich"
import { findSentences, numberInFront } from "../text/sentences"
import { chairsHandedOver } from "./handed-over"
import { firstNamed, heldBy } from "./holders"
import { beginsWithHouse, isHouse } from "./hosts-told"
import { isInBrackets } from "./office-fields"
import type { Office } from "./office-label"
import { findOffices } from "./office-sentence"
import type { Register } from "./register"

/** What stands between somebody and what is told of them: "Ana Lind, who kindly", "Ana's farm (she", "Ana Lind,". */
const TOLD_OF = /^(?:['’]s?(?: \p{Ll}+)?)?(?:,? who(?: \p{Ll}+ly)?|,| \((?:s?he|they))?\s*$/u

/** And what is told: that they hosted, or who they are to the others. */
const AND_TOLD =
  /^(?:['’)]|,? who\b| \((?:s?he|they)\b|, (?:(?:our|the|your|today['’]s) )?(?:\p{Ll}{3,10} )?host(?:ess)?\b)/u

/** "Ana Lind chaired the meeting": who is said in sentences to have held one of these offices. */
export function takeSentences(
  register: Register,
  rich: Rich,
  kinds: readonly Office[],
  chairOnly: boolean | "opened" = false,
) {
  const text = rich.text.slice(0, 4000)
  for (const { from: start, to } of findSentences(text)) {
    const from = start || numberInFront(text)
    for (const found of findOffices(text.slice(from, Math.min(to, from + 1500)), chairOnly)) {
      const own = found.offices.filter((office) => kinds.includes(office))
      takeNames(register, rich, from + found.from, from + found.to, own)
    }
  }
}

function takeNames(
  register: Register,
  rich: Rich,
  from: number,
  to: number,
  kinds: readonly Office[],
) {
  const said = rich.text.slice(from, to)
  const told = toldBeside(rich.text, from, to)
  const text = told ? said : atPlace(said, kinds)
  const all = told
    ? [told]
    : findNames(text).filter((name) => !isHouse(name.name) && !isOfBody(text, name))
  const outside = all.filter((name) => !isInBrackets(text, name.from))
  // "I (Ben Okoro) chaired": where nobody else is named, who stands in the brackets is meant.
  const names = outside.length > 0 ? outside : all
  const whole = names.filter((name) => name.words > 1)
  // "Hosted by the Port Library, Room B": a house hosts, and nobody.
  if (kinds.every((kind) => kind === "hosts") && beginsWithHouse(text)) return
  // "I. Call to Order - Monique called": the number of the item is no initial.
  const counts = ({ from: at, name }: { from: number; name: string }) =>
    from + at === 0 && names.length > 1 && /^\p{Lu}\. /u.test(name)
  const named = (whole.length > 0 ? whole : names).filter((name) => !counts(name))
  for (const name of named.length > 0 ? named : names.filter((each) => !counts(each))) {
    const alias = /^\s?\(["“]?(\p{Lu}\p{Ll}+)["”]?\)/u.exec(text.slice(name.to, name.to + 40))?.[1]
    const at = register.locate.span(rich, from + name.from, from + name.to)
    if (alias) {
      const end = rich.text.indexOf(alias, from + name.to) + alias.length
      const both = register.locate.span(rich, from + name.from, end)
      register.offices.aliases.push({ name: name.name, alias, at: both })
    }
    const value = name.name.replace(HONORIFIC, "")
    for (const kind of kinds) register.add(kind, { value, at, how: "read" })
  }
}

/** "The chair of Quay Council": what stands behind the office is a body; a title in front shows a person. */
const isOfBody = (text: string, { name, from }: NameInText): boolean =>
  /\b(?:of|from|at|for|the|in|bei)\s$/i.test(text.slice(Math.max(0, from - 8), from)) &&
  !HONORIFIC.test(name)

/** "Board meeting, at the home of Ana Lind, who hosted", "at Ana's (Ana Lind, host)": whoever is named last, alone. */
function toldBeside(whole: string, from: number, to: number): NameInText | undefined {
  const text = whole.slice(from, to)
  const last = findNames(text).at(-1)
  const isAside = last && (isOfBody(text, last) || isInBrackets(text, last.from))
  if (!last || !isAside || !TOLD_OF.test(text.slice(last.to))) return undefined
  // "Ana Lind, mayor of Quay Town, hosted": the town did not.
  return AND_TOLD.test(whole.slice(from + last.to, from + last.to + 60)) ? last : undefined
}

/** "Hosted by Ana Lind at the Computing Laboratory, Quay Mawr": behind a house stands where it is. */
function atPlace(text: string, kinds: readonly Office[]): string {
  const house = kinds.every((kind) => kind === "hosts")
    ? text.search(/\sat (?:the|our|\p{Lu})/u)
    : -1
  return house > 0 && !/\s(?:and|&)\s/.test(text.slice(house)) ? text.slice(0, house) : text
}

/** "Ana Lind handed the chair to Ben Okoro for this item." */
export function takeHandedOver(
  register: Register,
  rich: Rich,
  beside: readonly { name: string; capacity: string }[],
) {
  for (const { name, from, to, office } of chairsHandedOver(rich.text.slice(0, 4000))) {
    const family = (each: string) => ` ${nameKey(each)}`.endsWith(` ${nameKey(name)}`)
    const known = [
      ...beside.map((each) => each.name),
      ...[...register.offices.moderators, ...register.offices.beside].map(({ value }) => value),
    ]
    const given = name.includes(" ") ? name : firstNamed(name, known)
    const whole = known.find(family) ?? heldBy(name, beside) ?? (office ? undefined : given)
    const at = register.locate.span(rich, from, to)
    if (whole) register.add("moderators", { value: whole, at, how: "read" })
  }
}
