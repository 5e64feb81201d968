import { isBody } from "../people/bodies"
import { FOR_OTHERS } from "./commitment-words"
import { withoutThe } from "./commitments-by-office"

const NAME = "\\p{Lu}[\\p{L}\\p{M}’'-]{0,24}"
/** "The Ministry of Justice will share the contract", "OCC will add two columns", "Zone leads to send their plans". */
const WILL = new RegExp(
  `^(?:The\\s|All\\s)?(${NAME}(?:\\s(?:(?:of|for|and|the|&)\\s){0,2}[\\p{L}’'-]{2,24}){0,5}?)\\s(will|shall|to)\\s(?:also\\s|then\\s)?${FOR_OTHERS}\\s`,
  "u",
)
const LETTERS = /^(?!(?:AOB|AGM|TBC|TBD|ALL)$)[A-Z]{3,6}(?: and [A-Z]{3,6})?$/

/** The body that is to do something for the others in a sentence of its own; null where there is none. */
export function bodyThatWill(sentence: string): string | null {
  const [, name = "", how] = WILL.exec(sentence.slice(0, 140)) ?? []
  if (name === "" || /\?\W{0,2}$/.test(sentence.slice(-3))) return null
  const bare = withoutThe(name)
  // "The Agency will send it": alone, it is the one that everybody knows.
  const one =
    /^The\s/.test(sentence) &&
    /^(?:Agency|Inspectorate|Ministry|Office|Authority|Foundation|Company|Union|Association)$/.test(
      bare,
    )
  if (LETTERS.test(bare) || one) return how === "to" ? null : bare
  return bare.includes(" ") && isBody(bare) ? bare : null
}
