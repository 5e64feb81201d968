import { foldName } from "@/lib/people/model"

/** Titles that stand before a name and go with it wherever they stand. */
export const titlesOfAddress =
  "mrs?|ms|mx|miss|dr|prof|professor|sir|mme|mlle|madame|mademoiselle|monsieur|m|amb|ambassador|ambassadeur|ambassadrice|sr|sra|hon"

/** What else stands beside the name of somebody and is none: offices before it, degrees behind it. */
const besideNames = new Set(
  (
    "minister senator chair co-chair cochair president secretary judge justice lord lady dame rev reverend " +
    "father sister sheikh eng ing herr frau don dona dott dra srta senor senora excellency madam mister " +
    "commissioner director deputy vice captain colonel general maitre me ministre senateur presidente " +
    "commissaire directeur directrice honourable honorable phd md esq obe cbe mbe mba llm msc hrh"
  ).split(" "),
)
const address = new Set([...titlesOfAddress.split("|"), "mr"])

/** Whether a word beside a name is a title, and no part of the name. */
export function isTitle(word: string): boolean {
  const folded = foldName(word)
  return address.has(folded) || besideNames.has(folded)
}
