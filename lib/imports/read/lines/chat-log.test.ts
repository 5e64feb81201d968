import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { itemsIn, itemsOf } from "../short-minutes"

describe("logs of a channel", () => {
  test("nearly all lines are somebody's, without the hour", () => {
    const log = `<cem> == Harbour lights, weekly call ==
<cem> Date: 3 March 2022, 14:00 UTC
<cem> Scribe: Cem
<cem> Present: Ana Lind (ana), Ben Okoro (ben), Cem Arslan (cem)
<cem> Topic: Lamps
<ana> the third lamp is out again
<ben> I saw that as well, it flickers
<cem> Topic: Pier
<ana> no news from the diver`
    expect(itemsIn(log)).toEqual(["Lamps: discussed", "Pier: no-update"])
  })

  test("a name between signs in a report is none", () => {
    const text = "1. Lamps\n\n<ana> wrote that the third is out.\n\n2. Pier\n\nBen saw the diver.\n"
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed"])
  })
})

describe("what a bot sets behind each line", () => {
  test("is no part of the titles, where it is wrapped as well", () => {
    const text = `Meeting summary
---------------
* Lamps  (ana, 17:03:05)
  * ben reports that the third lamp is out and that nobody knows
    why  (ana, 17:04:12)

* Pier  (ana, 17:15:00)
  * cem saw the diver, who found a rotten pile on the north side  (ana, 17:15:40)
  * he asks two firms for offers until the next call  (ana, 17:16:02)

* Fees  (ana, 17:20:00)
  * cem explains the new fees to everybody who came
    (ana, 17:21:00)`
    expect(itemsOf(text).map(String)).toEqual([
      "Lamps: discussed",
      "Pier: discussed",
      "Fees: discussed",
    ])
  })

  test("the hour at which one guest came stays", () => {
    const text =
      "Minutes, 3 March 2022\n\n1. Lamps\n\nBen counted them. The diver came (ben, 17:03)\n"
    const { paragraphs } = readReport(text, "report.txt")
    expect(paragraphs.at(-1)?.text).toBe("Ben counted them. The diver came (ben, 17:03)")
  })
})
