import { expect, test } from "vitest"
import { itemsIn } from "../short-minutes"

const talk = (who: string) => `${who} reported on what was done and on what is still missing.\n\n`
const items = `Lamps\n\n${talk("Ana")}Pier\n\n${talk("Ben")}Ferry\n\n${talk("Cem")}`
const titles = ["Lamps: discussed", "Pier: discussed", "Ferry: discussed"]

test("the name of the body in the look of the items, above who was there, is none of them", () => {
  const text = `International Union for Lights\n\nMeeting of 3 March 2022\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n${items}`
  expect(itemsIn(text)).toEqual(titles)
})

test("a first item below which somebody spoke is one, and so is the opening above a list", () => {
  const text = `Minutes of 3 March 2022\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\nMooring\n\n${talk("Ana")}${items}`
  expect(itemsIn(text)).toEqual(["Mooring: discussed", ...titles])
})
