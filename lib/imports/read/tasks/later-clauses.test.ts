import { describe, expect, test } from "vitest"
import { coverageOf } from "../coverage/coverage-words"
import { readReport } from "../report"

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
    ["Ben will have the form rewritten by then.", [[BEN]]],
    ["Ben signs the papers by 10 March.", [[BEN]]],
    ["Ben will lead the walk on lamps together with Mr. Arslan.", [[BEN, CEM]]],
    [
      "A committee made up of Mr. Ben Okoro, Dr. Dora Weiss and Mazi Cem Arslan was charged with compiling the list by 9 April.",
      [[BEN, DORA, CEM]],
    ],
    [
      "It tasked the working group on lamps, led by Mr. Arslan, with shortening the form.",
      [["working group on lamps"]],
    ],
    [
      "The operators of the nine lights are to install the older lamp within two weeks.",
      [["operators of the nine lights"]],
    ],
    ["Ben declared that the Pilots' Union will print the posters.", [["Pilots' Union"]]],
    ["Action: Commission services to circulate a draft by 30 April.", [["Commission services"]]],
    ["Action: N 412-4  all members: nominate experts.", [["all members"]]],
    ["→ Les parents élus écrivent à l'inspection.", [["parents élus"]]],
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
    "Ben will have the flu by then.",
    "Ben will have the keys of the shed.",
    "Ben will have his own boat in town.",
    "The covers of the nine lamps are to scale.",
    "The board charged the working group on lamps a fee.",
    "Ben supposed that the Pilots' Union will print the posters.",
    "No action was agreed, as Ben will travel.",
  ])("%s is nothing that is known to be taken on", (said) => expect(ownersOf(said)).toEqual([]))
})

test("a name that ends like a word of courtesy is known whole", () => {
  const text = minutesWith("Action: Min-ji, Cem-san: call the port.").replace(
    "Ben Okoro",
    "Kang Min-ji",
  )
  expect(readReport(text, "j.txt").actions.map(({ owners }) => owners)).toEqual([
    ["Kang Min-ji", CEM],
  ])
})

test("somebody else's clause gives nobody to share a task with", () => {
  expect(ownersOf("Ben will write to the port, and Dora spoke together with Cem.")).toEqual([[BEN]])
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

  test.each<[string, string[]]>([
    ["The meeting was called to order at 2 pm, after a short delay, by Ana Lind.", ["Ana Lind"]],
    ["As she took the chair, Ana Lind welcomed all.", ["Ana Lind"]],
    ["The working group was chaired by Ana Lind.", ["Ana Lind"]],
    ["Ana Lind took us through the agenda.", ["Ana Lind"]],
    ["Ana Lind ran the meeting.", ["Ana Lind"]],
    ["The meeting was called to order at 2 pm after a prayer by Ana Lind.", []],
    ["The meeting was called to order after the roll was read by Ana Lind.", []],
    ["A drafting group chaired by Ana Lind met before.", []],
    ["Ana Lind took us through her slides.", []],
    ["Ana Lind ran the session on lamps.", []],
  ])("%s tells who led, or does not", (said, led) => {
    const { moderators } = readReport(minutesWith("Ben spoke.", said), "led.txt")
    expect(moderators.map(({ value }) => value)).toEqual(led)
  })
})
