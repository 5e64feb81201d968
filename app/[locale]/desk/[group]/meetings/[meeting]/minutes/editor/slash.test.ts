import { expect, it } from "vitest"
import en from "@/messages/en.json"
import fr from "@/messages/fr.json"
import { slashCommands } from "./commands"
import { matching } from "./slash"

const english = slashCommands((key) => en.minutes.block[key])
const french = slashCommands((key) => fr.minutes.block[key])
const first = (commands: typeof english, typed: string) => matching(commands, typed)[0]?.key

it.each([
  ["d", "decision"],
  ["a", "action"],
  ["q", "question"],
  ["s", "statement"],
  ["décision", "decision"],
  ["decision", "decision"],
  ["déclaration", "statement"],
  ["declaration", "statement"],
  ["action", "action"],
  ["question", "question"],
  ["statement", "statement"],
  ["liste", "list"],
  ["list", "list"],
  ["citation", "quote"],
])("/%s means %s in both languages", (typed, key) => {
  expect([first(english, typed), first(french, typed)]).toEqual([key, key])
})

it("offers everything before the first letter, and nothing for what is no block", () => {
  expect(matching(french, "")).toHaveLength(7)
  expect(matching(french, "tableau")).toEqual([])
})
