import { plainCase } from "@/lib/check/words"
import { isBody } from "./bodies"
import { isRole } from "./entry"
import { ORGANISATION_WORDS, TITLE_WORDS } from "./vocabulary"

/** In front of an office: its bearer does not hold it. */
export const DEPUTY = /^(?:deputy|vice|assistant|co|former|past|acting|junior) /i
const OWN =
  /^(\p{L}{3,20}) (?:of|to) the (?:commission|committee|board|council|group|meeting|panel|association|society|union|club|assembly|forum|team)$/iu
/** What many are, or what somebody belongs to. */
const BODIES =
  /\b(?:secretariat|secr[eé]tariat|sekretariat|secretar[ií]a|secretariado|staff|team|office|committee|council|board|group|bureau|commission|members?|observers?|delegates?|advis[eo]rs|representatives?|guests?|experts?)$|^advis[eo]r$/i

/** "Web Archive Alliance", "Interpreting", "Relief Coordination": where somebody belongs, which is nobody's office. */
export function isHouse(part: string): boolean {
  const last = plainCase(part.split(/\s+/).at(-1) ?? "")
  return ORGANISATION_WORDS.has(last) || FIELD.test(part)
}

const FIELD = /^\p{L}{4,}ing$|^\p{Lu}\p{L}+ \p{Lu}\p{Ll}{3,}(?:tion|ment|ics|ance)$/u

/** The offices that what is said of somebody names, each as it may be asked for: "board secretary", "secretary". */
export function officesIn(role: string | null): string[] {
  const offices: string[] = []
  for (const written of role?.split(/,\s/).flatMap(withOfficeBehind).flatMap(bothOffices) ?? []) {
    const part = written.replace(/^(?:from|for|on behalf of|representing) (?:the |our )?/i, "")
    const words = part.toLowerCase().split(/\s+/)
    const own = OWN.exec(part)?.[1]
    if (!own && (BODIES.test(part) || ((isBody(part) || isHouse(part)) && !isRole(part)))) continue
    // The deputy clerk is not "the clerk", but the secretary of the board is "the secretary".
    const short = DEPUTY.test(part) ? "" : (own ?? words.at(-1) ?? "")
    for (const office of new Set([words.join(" "), short.toLowerCase()]))
      if (office) offices.push(sameOffice(office))
  }
  return offices
}

/** "Secretary", "Registrar": what somebody is called by, alone or in front of a name. */
const isOffice = (part: string): boolean => isRole(part) || TITLE_WORDS.has(plainCase(part))

/** "Scheme manager (secretary)": both, where what stands in the brackets is an office too. */
function withOfficeBehind(part: string): string[] {
  const [, front, inner] = /^([^()]{3,60})\s\(([^()\s]{3,24})\)$/.exec(part) ?? []
  if (front && inner && isRole(inner)) return [front, inner]
  // "Governor (items 4-6)": when somebody came is no part of what they are.
  const [, whole] = /^([^()]{3,40}?) \((?:for )?items? [\d ,and–-]{1,20}\)$/.exec(part) ?? []
  if (whole) return [whole]
  // "Secretary of the Commission", "Registrar and Secretary to Senate", "Medical adviser (Sunday only)"
  const office =
    /^([^()]{3,40}?) (?:of|to) (?:the |our )?\p{L}|^([^()]{3,40}?) \([^()]{3,40}\)$/u.exec(part)
  // "(Hon. Secretary). Also present for": what is behind the brackets is another matter.
  const own = office?.[1] ?? office?.[2] ?? /^\(([^()]{3,40})\)[.;]/.exec(part)?.[1]
  return own && isOffice(own) ? [part, own] : [part]
}

/** "Clerk and Responsible Financial Officer", "Registrar and Secretary to the Senate": both, where each is an office. */
function bothOffices(part: string): string[] {
  const parts = part.split(/\s(?:and|&)\s/)
  return parts.length === 2 && parts.every(isOffice) ? [part, ...parts] : [part]
}

export function sameOffice(office: string): string {
  return office
    .replace(/^(?:the|our)\s/, "")
    .replace(/(?<=\p{L}{2})\.$/u, "")
    .replace(/(?<=^(?:vice|co|deputy))-/, " ")
    .replace(/^hon(?:orary|\.)? /, "hon ")
    .replace(/^harbou?rmaster$/, "harbour master")
    .replace(/chair(?:man|woman|person)$/, "chair")
}
