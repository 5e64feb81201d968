import { describe, expect, test } from "vitest"
import { coverageOf } from "./coverage-words"
import { readReport } from "./report"

const minutesWith = (said: string, head = "Chair: Ana Lind") => `Harbour Light Group
Meeting 12, 3 March 2022, 14:00 UTC

${head}
Present: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss (Archivist)

1. Lamps

${said}

2. Any other business

Nothing was raised.
`
const ownersOf = (said: string) =>
  readReport(minutesWith(said), "clause.txt").actions.map(({ owners }) => owners)
const [BEN, CEM, DORA] = ["Ben Okoro", "Cem Arslan", "Dora Weiss"]

describe("what somebody takes on in a later clause or by another sign than their name", () => {
  test.each<[string, string[][]]>([
    ["Ben was surprised by that; he undertook to check the lamps.", [[BEN]]],
    ["Dora agreed to serve as teller, and she is to publish the call by 28 July.", [[DORA]]],
    ["BO and CA volunteered to write a page on lamps.", [[BEN, CEM]]],
    ["Dora spoke of the book. It was decided to keep it. She will write to all members.", [[DORA]]],
    ["Dora spoke. She will write to all, and Ben undertook to call the port.", [[DORA], [BEN]]],
    ["The Archivist was asked to write to the port.", [[DORA]]],
    ["Ben will have the draft checked once it is posted.", [[BEN]]],
    ["Ben signs the papers by 10 March.", [[BEN]]],
    ["No action was taken, but Ben promised to gather scans.", [[BEN]]],
    ["[12-A1] Action Item for Ben Okoro, Cem Arslan: Call the port.", [[BEN, CEM]]],
    [
      "Each breakout group was requested to send its comments by Friday.",
      [["Each breakout group"]],
    ],
  ])("%s", (said, owners) => expect(ownersOf(said)).toEqual(owners))

  test.each([
    "Ben met Cem at the port; he undertook to check the lamps.",
    "Dora wanted to know who had promised to mend it last year.",
    "Nominations open on 3 March and close by 24 March.",
    "Ben will have the keys with him.",
    "No action was agreed, as Ben will travel.",
  ])("%s is nothing that is known to be taken on", (said) => expect(ownersOf(said)).toEqual([]))
})

describe("what the other habits of writers say", () => {
  test("a running order gives initials behind its titles, and an abbreviation elsewhere stays", () => {
    const timed =
      "Running order\n14:00 – 14:10  Lamps (BO)\n14:10 – 14:30  Pier (CA)\n\nLamps\n- Ben reported.\n\nPier\n- Cem reported.\n"
    const text = `Harbour Light Group\n3 March 2022, 14:00 UTC\n\nPresent: Ben Okoro (BO), Cem Arslan (CA)\n\n${timed}`
    const titles = (source: string) => readReport(source, "o.txt").agenda.map(({ title }) => title)
    expect(titles(text)).toEqual(["Lamps", "Pier"])
    expect(titles(text.replace(/14:\d\d – 14:\d\d {2}/g, "- "))[0]).toBe("Lamps (BO)")
  })

  test.each([
    "Stood down, as the report was not available.",
    "This item stands deferred until the President is back.",
    "Discussion of the budget was postponed, pending the reply of the bank.",
    "The term ends on 31 December. As Ben was not on the line, this was deferred to the next call.",
  ])("%s puts the item off", (text) => expect(coverageOf(text)).toBe("not-reached"))

  test("discussion of a step that was put off is still discussion", () => {
    expect(coverageOf("Ben presented the budget. The vote was postponed.")).toBe("discussed")
  })

  test("a day in a link is no day of the meeting, and one's first meeting no number", () => {
    const text = minutesWith("Ana welcomed Ben to his first meeting.").replace(
      "Meeting 12, 3 March",
      "Recording: https://media.example.org/2022-03-01\nCall of 3 March",
    )
    const { start, numbers } = readReport(text, "link.txt")
    expect(start?.value.date).toBe("2022-03-03")
    expect(numbers.printed).toEqual([])
  })

  test("of two co-chairs the one who came led, and whoever took the chair before them", () => {
    const of = (text: string) => readReport(text, "c.txt").moderators.map(({ value }) => value)
    const listed = minutesWith("Ben spoke.", "Place: online").replace(
      "Ana Lind,",
      "Ana Lind (co-chair),",
    )
    expect(of(listed)).toEqual(["Ana Lind"])
    expect(
      of(
        minutesWith(
          "In the absence of the President, Mrs. Eva Roth, who was unwell, the Vice-President, Mr. Ben Okoro, took the chair and called the meeting to order.",
          "Place: online",
        ),
      ),
    ).toEqual([BEN])
  })
})
