import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { listsOf } from "../short-minutes"

const HERE = ["Ana Lind", "Ben Okoro", "Cem Arslan"]

describe("a list that no heading announces", () => {
  test.each([
    // A sentence that ends with a colon tells who was there.
    "Hello! Please sign in, so that we know who came. Roll call:\n\n* Ana Lind / Port / @ana\n* Ben Okoro / Town / @ben\n* Cem Arslan / Mill / @cem",
    "The group met at the quay and on the line. The following members were present or took part remotely:\n\nAna Lind, Chair; Ben Okoro, Dan Reed; Dan Reed. Cem Arslan, Dan Reed.",
    "The port represented by:\nMs Ana Lind, Harbour Office\nMr Ben Okoro, Harbour Office\n\nThe town represented by:\nMr Cem Arslan, Works\nMr Dan Reed, Works",
    "The group met at the quay. Members in attendance were:\n\nPort Authority\n\nAna Lind\n\nFishers Union\n\nBen Okoro\n\nMill Institute\n\nCem Arslan",
    "Community attendance:\n* Ana Lind\n* Ben Okoro\n* Cem Arslan",
    "## Attendees (Initials: Name @chat)\n\n- [x] AL: Ana Lind (ana)\n- [x] BO: Ben Okoro (ben)\n- [ ] DW: Dora Weiss (dora)\n- [x] CA: Cem Arslan",
    // People alone.
    "Ana Lind - chair & P\nBen Okoro - C\nCem Arslan - H & J\nDan Reed - adviser",
    "Councillors Ana Lind, Ben Okoro and Cem Arslan.",
    // Groups of a list.
    "## Attendance\n\n### Members\n\n- Ana Lind\n- Ben Okoro\n\n### Others\n\n- Cem Arslan",
    "Attendees\n\n* Port\n  * Ana Lind\n  * Ben Okoro\n* Mill\n  * Cem Arslan",
    // What divides people.
    "Present: Ana Lind (Union of Quays + others), Ben Okoro, Cem Arslan (Mill)",
    "Present: Bros. Ben Okoro. Sis. Ana Lind, Cem Arslan",
    "| Date | 3 March 2022 |\n| Attendees | Ana Lind<br>Ben Okoro<br/>Cem Arslan |",
    "Ana Lind, Ben Okoro and Cem Arslan were on the call.",
  ])("%s", (list) => {
    const [here] = listsOf(list)
    expect(here.filter((name) => name !== "Dan Reed").sort()).toEqual(HERE)
  })

  test.each([
    "The board gave its thanks. The prizes were taken home by:\n\n* Ana Lind\n* Ben Okoro",
    "Members in attendance were asked to think of:\n\n* a lamp for the quay\n* a new rope",
    "Ana Lind - chair\nBen Okoro was late again and said so at length.",
  ])("is none: %s", (text) => {
    expect(listsOf(text)[0]).toEqual([])
  })

  test("a title in front of a full stop divides nobody", () => {
    const list = "Present: Ana Lind, Prof. Ben Okoro, the Ven. Cem Arslan"
    expect(listsOf(list)[0]).toEqual(HERE)
  })

  test("who is away with a reason beside the name", () => {
    const list =
      "Roll call:\n\n* Ana Lind / Port / @ana\n* Ben Okoro / Town / @ben\n* Dora Weiss / Mill / @dora (absent: greetings from the hills)"
    expect(listsOf(list)).toEqual([["Ana Lind", "Ben Okoro"], ["Dora Weiss"]])
  })

  test("those who introduce themselves by how they are called", () => {
    const text =
      "# Mesh minutes, 3 March 2022\n\nattendees: 3\n\n## Intros\n\n- pernille, has a roof near the market\n- goran, links between roofs\n- mattis\n\n## Lamps\n\nThe lamps were counted by all of us.\n"
    const { participants } = readReport(text, "x.md")
    expect(participants.map(({ name }) => name)).toEqual(["pernille", "goran", "mattis"])
  })

  test("the sentence above the list tells when it was", () => {
    const text =
      "Quay Committee\n\nMINUTES\n\nThe second meeting of the Quay Committee was held on Friday, 16 May 2008, from 9:30 a.m. Members in attendance were:\n\nAna Lind\nBen Okoro\nCem Arslan\n\n1. Lamps\n\nThe lamps were counted.\n"
    const { start, numbers } = readReport(text, "x.txt")
    expect(start?.value).toMatchObject({ date: "2008-05-16", time: "09:30" })
    expect(numbers.canonical?.value).toBe(2)
  })
})

describe("people in other places", () => {
  test.each([
    "- Ana Lind (chair)\n- Ben Okoro\n- Cem Arslan",
    "## Attendees\n\n### Port\n\nAna Lind\nBen Okoro\n\n### Mill\n\nCem Arslan",
    "| Company | Representative |\n|---|---|\n| Port | Ana Lind, Ben Okoro |\n| Mill | Cem Arslan |",
    "* **Attendees**\n  * Ana Lind, Ben Okoro, Cem Arslan",
  ])("%s", (list) => {
    const text = `# Quay minutes, 3 March 2022\n\n${list}\n\n## Topics\n\n### Lamps\n\nThe lamps were counted by all of us.\n\n### Ropes\n\nNothing was said.\n`
    const { participants } = readReport(text, "x.md")
    expect(participants.map(({ name }) => name)).toEqual(HERE)
  })

  test("who sent apologies stands below the item, and what was said of them does not", () => {
    const text = (said: string) =>
      `Quay minutes, 3 March 2022\n\nPresent: Ana Lind, Ben Okoro\n\n1. Apologies for absence\n\n${said}\n\n2. Lamps\n\nThe lamps were counted.\n`
    const away = (said: string) => readReport(text(said), "x.txt").regrets.map(({ name }) => name)
    expect(away("Dora Weiss (DW)")).toEqual(["Dora Weiss"])
    expect(away("There were none.")).toEqual([])
  })
})
