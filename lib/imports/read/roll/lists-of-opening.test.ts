import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (head: string) => {
  const { participants, regrets } = readReport(
    `# Quay Board Minutes, 12 May 2022\n\n${head}\n\n## Lamps\n\nThe lamp was shown and the board agreed to buy it.\n`,
    "x.md",
  )
  return [participants.map(({ name }) => name), regrets.map(({ name }) => name)]
}

describe("people in the item with which a meeting opens", () => {
  test("below groups of any words", () => {
    expect(
      read(
        "1.  **Call to Order / Roll Call**\n\n    a.  **Founding Members**\n\n        i.  Ana Lind (Polar)\\*\n\n        ii. Ben Okoro (Kite)\\*\n\n        iii. Cem Arslan (Port)\n\n    b.  **Not in attendance**\n\n        i.  Dan Weiss (Sol)\n\n2.  **Fees**\n\n    a.  The fees stay.",
      ),
    ).toEqual([["Ana Lind", "Ben Okoro", "Cem Arslan"], ["Dan Weiss"]])
  })

  test("below a label that says how they came", () => {
    expect(
      read(
        "## Opening the meeting at 12:00\n\nVia conference call:\n\n- Ana Lind\n- Ben Okoro\n- Cem Arslan (secretary)",
      )[0],
    ).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan"])
  })

  test.each([
    "## Opening\n\nCandidates for the council:\n\n- Ana Lind\n- Ben Okoro\n- Cem Arslan",
    "## Opening\n\nThe chair thanked those who have left.\n\n- Ana Lind\n- Ben Okoro",
  ])("nobody of %s", (head) => {
    expect(read(head)[0]).toEqual([])
  })
})

describe("where somebody belongs behind a name and a mere space", () => {
  test("in a list whose other lines have a gap there", () => {
    expect(
      read(
        "**Attendees**\n\nAna Lind  Chair\nBen Okoro  Kite Marine\nCem Arslan  Port of Sol\nDan Weiss Postal Coaches\n\nNon-members attending:\nEva Brandt Data Panel\nFay Moreau Lower Region (phone)",
      )[0],
    ).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan", "Dan Weiss", "Eva Brandt", "Fay Moreau"])
  })

  test("where others of that house stand in the list", () => {
    expect(
      read(
        "### Attendees\n\n* Ana Lind - Rootstock\n* Ben Okoro - Port\n* Cem Arslan Rootstock\n* Rosa Iglesias Pardo",
      )[0],
    ).toEqual(["Ana Lind", "Ben Okoro", "Cem Arslan", "Rosa Iglesias Pardo"])
  })
})

describe("people behind a label within a paragraph", () => {
  test("the family names of those whom the head names whole", () => {
    expect(
      read(
        "Quay Committee<br>\nAna Lind, Chair<br>\nBen Okoro, Vice Chair<br>\nCem Arslan<br>\nDan Weiss<br>\n\n**1. Call to Order**\n\nChair Lind called the meeting to order at 6:34 p.m. Present: Members\nLind, Okoro, and Weiss. Excused absence: Member Arslan.\nAlso present: Secretary Eva Brandt.",
      ),
    ).toEqual([["Ana Lind", "Ben Okoro", "Dan Weiss", "Eva Brandt"], ["Cem Arslan"]])
  })

  test("not what else was present", () => {
    expect(
      read("The chair opened the call. Present: a quorum of the board, and much rain.")[0],
    ).toEqual([])
  })
})

describe("those away", () => {
  test("by a mark that a note explains", () => {
    expect(
      read(
        "## Members attending:\n\n* Ana Lind (Port, chair)\n* Ben Okoro (Kite)*\n* Cem Arslan (Sol)\n\n*=absent",
      ),
    ).toEqual([["Ana Lind", "Cem Arslan"], ["Ben Okoro"]])
  })

  test("not by one that says something else", () => {
    expect(
      read(
        "## Members attending:\n\n* Ana Lind (Port, chair)\n* Ben Okoro (Kite)*\n* Cem Arslan (Sol)\n\n*=voting",
      ),
    ).toEqual([["Ana Lind", "Ben Okoro", "Cem Arslan"], []])
  })
})
