import { expect, test } from "vitest"
import { readReport } from "../report"

const LONG =
  "Ana told the group about the lamp on the north pier, which has been dark since the storm, and read out what the port had written. Nobody was surprised by it."
const minutesWith = (said: string) => `Harbour Light Group
Meeting 12, 3 March 2022

Present: Ana Lind, Ben Okoro, Cem Arslan

1. Lamps
${said}

2. Buoys
${LONG}
`
const paragraphsOf = (said: string) =>
  readReport(minutesWith(said), "lines.txt")
    .blocks.filter(
      ({ part, item, kind }) => part === "discussion" && item === "1" && kind !== "heading",
    )
    .map(({ text }) => text.slice(0, 20))

test("where nobody wraps lines each is a paragraph", () => {
  expect(
    paragraphsOf(`${LONG}\n1.1 Ben to write to the port.\nOrder two lamps [Cem]`),
  ).toHaveLength(3)
})

test("where one line goes on with another they stay together", () => {
  const wrapped = `${LONG}\nThe group thanked her for the trouble that she has had with the lamp, and\nasked for more.`
  expect(paragraphsOf(wrapped)).toHaveLength(1)
})

test("what some draw for a bullet begins a line", () => {
  expect(paragraphsOf(`${LONG}\n-- Ben will ask the port.\n-- Mr. Arslan will pay.`)).toHaveLength(
    3,
  )
  expect(paragraphsOf(`${LONG}\n  o Ben will ask the port.\n  o Cem will pay.`)).toHaveLength(3)
})
