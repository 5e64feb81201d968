import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const numbersOf = (head: string) =>
  readReport(
    `${head}\n\n## Lamps\n\nAna Lind showed the lamp that is to be bought.\n\n## Fees\n\nBen Okoro spoke on the fees.\n`,
    "x.md",
  ).numbers.printed.map(({ printed }) => printed)

describe("the number of a meeting in a heading below the name of the page", () => {
  test("is read", () => {
    expect(
      numbersOf("# Quay/Chats\n\nThis page is old. Not all of it holds.\n\n# Chat Meeting #7"),
    ).toEqual(["7"])
  })

  test("is read in front of its day", () => {
    expect(
      numbersOf(
        ".. -*- rst -*-\n\nThis file is part of Quay.\n\n# Quay User Meeting 6 (2011-05-26)",
      ),
    ).toEqual(["6"])
  })

  test("is read as an ordinal right below the name of the body", () => {
    expect(numbersOf("# Quay Circle\n## Twenty-first Meeting\nSkarn, 2023")).toEqual([
      "Twenty-first",
    ])
    expect(numbersOf("# Quay Circle\n## First readings\nSkarn, 2023")).toEqual([])
  })

  test.each([
    "# Quay minutes, 3 March 2022\n\n# The MC meeting",
    "# Quay minutes, 3 March 2022\n\nIt was the first call of the board after the elections.",
    "# Quay minutes, 3 March 2022\n\nAna Lind welcomed everybody to the first call of the year.",
    "# Quay minutes, 3 March 2022\n\nBen Okoro came, whose first meeting it was.",
    "# Quay minutes, 3 March 2022\n\nAna Lind was there, and it was late.\n\n# Minutes of meeting no. 6\n\nApproved.",
    "# CVI Terms Board Meeting, 3 March 2022",
    "# Quay meeting, 3 March 2022\n\nSession 1: 09:00 - 10:30",
  ])("of another meeting, or none: %s", (head) => {
    expect(numbersOf(head)).toEqual([])
  })
})
