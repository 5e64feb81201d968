import { describe, expect, test } from "vitest"
import { listsOf } from "../short-minutes"

describe("what ends a list or goes on with it", () => {
  test("a rule below the labels of two lists", () => {
    const lists =
      "Members attending            Members excused\n-----------------            ---------------\nAna Lind                     Dora Weiss\nBen Okoro                    Eli Moss\nCem Arslan\n"
    expect(listsOf(lists)).toEqual([
      ["Ana Lind", "Ben Okoro", "Cem Arslan"],
      ["Dora Weiss", "Eli Moss"],
    ])
  })

  test("another row of the form", () => {
    const rows =
      "| | |\n|---|---|\n| Present | Ana Lind, Ben Okoro |\n| Regrets | Dora Weiss, Eli Moss |\n| Minutes | Ben Okoro |\n"
    expect(listsOf(rows)).toEqual([
      ["Ana Lind", "Ben Okoro"],
      ["Dora Weiss", "Eli Moss"],
    ])
  })

  test("a family name on the next line", () => {
    const wrapped =
      "Present: Ana Lind, Ben Okoro-Castellanos, Marguerite Fontanel-Diarra, Cem\nArslan, Dora Weiss\nSent regrets: Eli Moss"
    const all = [
      "Ana Lind",
      "Ben Okoro-Castellanos",
      "Marguerite Fontanel-Diarra",
      "Cem Arslan",
      "Dora Weiss",
    ]
    expect(listsOf(wrapped)).toEqual([all, ["Eli Moss"]])
  })

  test.each<[string, string[]]>([
    ["Messages of regret had come from Dora Weiss and Eli Moss.", ["Dora Weiss", "Eli Moss"]],
    ["Chief Dora Weiss had been granted leave for the quarter.", ["Dora Weiss"]],
    ["Sent apologies: Dora Weiss (on nights), Eli Moss.", ["Dora Weiss", "Eli Moss"]],
    ["Dora Weiss had been granted a loan for the quarter.", []],
  ])("%s", (said, away) => {
    const opening = `Ana Lind was in the chair. Also there: Ben Okoro, Cem Arslan, Fay Lee. ${said}`
    expect(listsOf(opening)[1]).toEqual(away)
  })

  test("the title of several", () => {
    const [present] = listsOf(
      "Ana Lind led the meeting. Present were Elders Ana Lind and Ben Okoro, Deacons Cem Arslan and Dora Weiss.",
    )
    expect(present).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan", "Dora Weiss"])
  })
})
