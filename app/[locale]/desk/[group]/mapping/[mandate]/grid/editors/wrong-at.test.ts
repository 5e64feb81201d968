import { expect, test } from "vitest"
import { cellInputs } from "@/lib/mapping/input"
import { freshActivity, writtenActivities } from "./written-activities"
import { wrongAt } from "./wrong-at"

const issueOf = (field: keyof typeof cellInputs, written: unknown) => {
  const read = cellInputs[field].safeParse(written)
  const [issue] = read.error?.issues ?? []
  if (!issue) throw new Error("It was read without an error")
  return issue
}

test("of several activities the one is named whose field is wrong, also behind one that is blank", () => {
  const [sound, blank, far, late] = [
    freshActivity("Forum one"),
    freshActivity(),
    { ...freshActivity("Forum two"), link: "www.example.org" },
    { ...freshActivity("Forum three"), years: "soon" },
  ]
  const links = writtenActivities([sound, blank, far])
  expect(wrongAt(issueOf("activities", links), links)).toEqual({ activity: far.id, part: "link" })
  const years = writtenActivities([blank, sound, late])
  expect(wrongAt(issueOf("activities", years), years)).toEqual({ activity: late.id, part: "years" })
})

test("of a scope it is the reason, and of what is wrong as a whole no field", () => {
  const scope = { scope: "in", reason: "" }
  expect(wrongAt(issueOf("scope", scope), scope)).toEqual({ activity: null, part: "reason" })
  expect(wrongAt(issueOf("responsible", "nobody"), "nobody")).toBeNull()
})
