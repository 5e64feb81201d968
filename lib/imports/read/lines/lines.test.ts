import { describe, expect, test } from "vitest"
import { readReport } from "../report"

/** What is read of a report with these lines between its title and the people. */
const read = (body: string) =>
  readReport(
    `Pier Forum\nMeeting of 4 March 2021, 14:00 UTC\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n${body}\n`,
    "pier.txt",
  )
const titlesIn = (body: string) => read(body).agenda.map(({ title }) => title)

describe("a table drawn in characters", () => {
  test("lists tasks, one a line, whose cells go on below", () => {
    const { actions } = read(
      "ACTIONS\n+---+-----------------+------------+---------------+\n| # | Task            | Owner      | Due           |\n+---+-----------------+------------+---------------+\n| 1 | Order two lamps | Ana Lind,  | 20 March 2021 |\n|   |                 | Ben Okoro  |               |\n| 2 | Paint the shed  | Cem Arslan | 1 April 2021  |\n+---+-----------------+------------+---------------+",
    )
    expect(actions.map(({ text, due }) => [text, due])).toEqual([
      ["Order two lamps", "2021-03-20"],
      ["Paint the shed", "2021-04-01"],
    ])
    expect(actions.map(({ owners }) => owners)).toEqual([["Ana Lind", "Ben Okoro"], ["Cem Arslan"]])
  })

  test("lists the items", () => {
    expect(
      titlesIn(
        "+------+-----------------+------+\n| Item | Subject         | Min. |\n+------+-----------------+------+\n| A    | New lamps       | 20   |\n| B    | Paint and tools | 10   |\n+------+-----------------+------+\n\nA. New lamps\n\nBen reported that two are broken.\n\nB. Paint and tools\n\nNothing to report.",
      ),
    ).toEqual(["New lamps", "Paint and tools"])
  })

  test("holds what was said, of which a line is no row", () => {
    expect(
      titlesIn(
        "+----+----------------------------+\n| No | Discussion                 |\n+----+----------------------------+\n| 1  | Lamps                      |\n|    | Ben reported on the lamps. |\n+----+----------------------------+\n| 2  | Paint                      |\n|    | Ana asked for the colour.  |\n+----+----------------------------+",
      ),
    ).toEqual(["Lamps", "Paint"])
  })
})

describe("dots that lead over", () => {
  test("fill the fields of a form", () => {
    const form =
      "RECORD\n\nMEETING NO. .......... 12\nDATE ................. 4 March 2021\nTIME OPENED .......... 2 pm UTC\nPRESIDED BY .......... Ana Lind\nAPOLOGIES ............ Dorte Vang\n\n1. Lamps\n\nBen Okoro reported that two are broken.\n"
    const filled = readReport(form, "form.txt")
    expect(filled.numbers.canonical?.value).toBe(12)
    expect(filled.start?.value.instant).toBe("2021-03-04T14:00:00Z")
    expect(filled.moderators.map(({ value }) => value)).toEqual(["Ana Lind"])
    expect(filled.regrets.map(({ name }) => name)).toEqual(["Dorte Vang"])
  })

  test("to a house make no field of a name", () => {
    const { participants } = readReport(
      "Pier Forum\nMeeting of 4 March 2021\n\nPresent:\n  Ana Lind ....... Buoy Office\n  Ben Okoro ...... Pilots' Guild\n\n1. Lamps\n\nBen reported.\n",
      "pier.txt",
    )
    expect(participants.map(({ name }) => name)).toEqual(["Ana Lind", "Ben Okoro"])
  })
})

describe("a log", () => {
  const log = (...said: string[]) => said.map((line, index) => `14:0${index}:11 ${line}`).join("\n")
  test("tells decisions and tasks by commands to the bot", () => {
    const { decisions, actions } = read(
      log(
        "<ana> #topic Lamps",
        "<ben> two are broken",
        "<ana> #agreed The lamps are replaced before Easter",
        "<ana> #action Ben to order two lamps",
        "<cem> i #agreed to nothing",
      ),
    )
    expect(decisions.map(({ text }) => text)).toEqual(["The lamps are replaced before Easter"])
    expect(actions.map(({ text }) => text)).toEqual(["Ben to order two lamps"])
  })
})

describe("titles", () => {
  test("between single stars, with their numbers", () => {
    const { agenda, actions } = read(
      "* 1 LAMPS *\nBen reported that two are broken.\n\n* 2 PAINT *\nAna asked for the colour.\n\n* 3 TOOLS *\nNothing.\n\n* TO DO *\nBen: order two lamps by 20 March\n",
    )
    expect(agenda.map(({ title }) => title)).toEqual(["LAMPS", "PAINT", "TOOLS"])
    expect(actions.map(({ owners }) => owners)).toEqual([["Ben Okoro"]])
  })

  test("behind letters in brackets", () => {
    expect(
      titlesIn(
        "[A] Lamps\n[B] Paint\n[C] Tools\n\n[A] LAMPS\n\nBen reported that two are broken.\n\n[B] PAINT\n\nAna asked for the colour.\n\n[C] TOOLS\n\nNothing.",
      ),
    ).toEqual(["Lamps", "Paint", "Tools"])
  })

  test("a bullet with a star at its end is none", () => {
    expect(
      titlesIn(
        "1. Lamps\n\n* two are broken *\n* Ana has a third *\n* Ben pays *\n\n2. Paint\n\nBlue.",
      ),
    ).toEqual(["Lamps", "Paint"])
  })
})
