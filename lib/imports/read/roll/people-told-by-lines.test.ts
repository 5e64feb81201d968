import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const SAID =
  "1. Lamps\n\nMs Lind reported that two lamps are dim. Ben asked who pays. Mr Arslan had a list of them.\n\n2. Any other business\n\nNothing was raised.\n"
const present = (head: string, said = SAID) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n${head}\n\n${said}`,
    "a.txt",
  )
    .participants.map(({ name }) => name)
    .sort()

describe("people whom lines of any look name in front of all that was said", () => {
  test.each([
    "Our people:\n- Ana Lind\n- Ben Okoro\n- Cem Arslan",
    "Convener\n    Ana Lind\nUsers\n    Ben Okoro   - creel boats\n    Cem Arslan  - ferry\nApologies\n    Dora Weiss  - fish farm",
    "WHO (add yourself)\nAL  Ana Lind (moderates)\nBO  Ben Okoro\nCA  Cem Arslan\ncan't come: Dora Weiss",
    "Upper plots: Ana Lind, Ben Okoro\nOrchard: Cem Arslan\nRegrets: Dora Weiss",
    "PRESIDED BY ....... Ana Lind\nMEMBERS ........... Ben Okoro,\n                    Cem Arslan\nAPOLOGIES ......... Dora Weiss",
    "With us:\n  Ana Lind . . . . . viola\n  Ben Okoro  . . . . oboe\n  Cem Arslan . . . . general manager\nNot with us: Dora Weiss",
  ])("%s", (head) => {
    expect(present(head)).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan"])
  })

  test.each([
    // Nobody calls them by name, or somebody introduces them.
    "Old Mill\nGrange Room\nPort House",
    "Where: Grange Room\nContact: Fay Brook",
  ])("none: %s", (head) => {
    expect(present(head)).toEqual([])
  })

  test("at the end under a heading that says so", () => {
    const end =
      "People present\n--------------\n\n* ana = Ana Lind\n* ben = Ben Okoro\n* cem = Cem Arslan\n"
    expect(present("Minutes", `${SAID}\n${end}`)).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan"])
  })
})
