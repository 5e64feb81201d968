import { HONORIFIC } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { isBody } from "../people/bodies"
import { isRole, readEntry } from "../people/entry"
import { ORGANISATION_WORDS, TITLE_WORDS } from "../people/vocabulary"
import { betweenNames, richOutside, semicolon } from "../text/outside"
import { type Rich, sliceRich, trimRich } from "../text/rich"
import type { RollEntry } from "./roll-entry"
import { segmentsOf, shareOfNames } from "./roll-names"

/** "Ministry of Wellness (Dr Ana Lind, Ben Okoro)": a house, and who came for it in brackets. */
const HOUSE = /^([^()]{2,80}?)\s*\(([^()]{3,400})\)\.?$/

/**
 * A list of organisations with their people in brackets, cut at semicolons or commas; null where one
 * of the parts is anything else. `of`: reads the people of a part.
 */
export function readHouses(
  rich: Rich,
  of: (people: Rich) => readonly RollEntry[] | null,
): RollEntry[] | null {
  if (!rich.text.includes("(")) return null
  // "Water and Hygiene Cluster (Ana Lind)" is one house.
  const one =
    !rich.text.includes(";") &&
    rich.text.indexOf("(") === rich.text.lastIndexOf("(") &&
    isBody(frontOf(rich.text))
  const parts = one ? [rich] : richOutside(rich, rich.text.includes(";") ? semicolon : betweenNames)
  const houses = parts.map((part) => ({ part, match: HOUSE.exec(part.text.slice(0, 500)) }))
  if (!houses.every(({ match }) => match !== null && holdsPeople(match[1] ?? "", match[2] ?? "")))
    return null
  return houses.flatMap(({ part, match }) => {
    const place = match?.[1]?.trim() ?? ""
    const from = part.text.indexOf("(") + 1
    const people = trimRich(sliceRich(part, from, part.text.lastIndexOf(")")))
    return (of(people) ?? []).map((entry) => ({
      ...entry,
      affiliation: [place, entry.affiliation].filter(Boolean).join(", "),
      capacity: [entry.capacity, place].filter(Boolean).join(", "),
    }))
  })
}

const frontOf = (text: string) => text.slice(0, text.indexOf("(")).trim()

/** Whether a line begins with a house and its people: "Ministry of Wellness (Dr Ana Lind, Ben Okoro); …". */
export function beginsWithHouse(text: string): boolean {
  const [, front = "", inside = ""] =
    /^([^()]{2,80}?)\s*\(([^()]{3,200})(?:\)|$)/.exec(text.slice(0, 300)) ?? []
  return front !== "" && holdsPeople(front, inside.replace(/[,;]\s*$/, ""))
}

/** Whether a house stands in front of the brackets and whole names in them, and not the other way about. */
function holdsPeople(front: string, inside: string): boolean {
  const people = segmentsOf(inside)
  if (shareOfNames(people.map(({ text }) => ({ text: text.replace(HONORIFIC, "") }))) < 1)
    return false
  if (HONORIFIC.test(front) || isRole(front) || isTitled(front)) return false
  const words = plainCase(front).match(/[\p{L}-]+/gu) ?? []
  const isHouse =
    words.length === 1 || isBody(front) || words.some((word) => ORGANISATION_WORDS.has(word))
  const [first = ""] = plainCase(inside).split(/[\s.]/)
  const titled = HONORIFIC.test(inside) || TITLE_WORDS.has(first)
  return isHouse || titled || (people.length > 1 && readEntry(front) === null)
}

/** "Cllr Ana Lind (Deputy Mayor)": somebody with a title, and what else they are. */
function isTitled(front: string): boolean {
  const [first = ""] = plainCase(front).split(/[\s.]/)
  return TITLE_WORDS.has(first) && readEntry(front)?.name.includes(" ") === true
}
