import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const decisionsOf = (said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss\n\n1. Lamps\n\nThe lamps were counted.\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  ).decisions.map(({ text }) => text)

describe("labels of decisions", () => {
  test.each([
    [
      "[4] Ben told of the lamps and what they cost.\n\n[5] RESOLVED: That two lamps be bought.",
      "That two lamps be bought.",
    ],
    ["20:28\tTilda\tAGREED: Buy two lamps", "Buy two lamps"],
    ["> **Agreement 2.** Two lamps are bought.", "Two lamps are bought."],
    ["Conclusion 3/24 Two lamps are bought.", "Two lamps are bought."],
    ["[17:11] RESOLVED: Two lamps are bought.", "Two lamps are bought."],
    ["19:07:02 <ana> #agreed Two lamps are bought.", "Two lamps are bought."],
    ["<ana> RESOLVED: Two lamps are bought.", "Two lamps are bought."],
    [
      "A.1  Ben told of the lamps.\nA.2  Carla asked what they cost.\nA.3  DECIDED: Two lamps are bought.",
      "Two lamps are bought.",
    ],
    ["D1 (item 1): Two lamps are bought.", "Two lamps are bought."],
    ["Ben told of them.\n-- agreed: two lamps are bought", "two lamps are bought"],
    ["Nobody spoke against it. So, decision: two lamps are bought.", "two lamps are bought."],
    ["Recommendation adopted: Two lamps are bought.", "Two lamps are bought."],
    ["MSC (Okoro/Lind) to buy two lamps.", "to buy two lamps."],
    ["AGREED to buy two lamps.\nTO DO  Ben to order them (20 May)", "to buy two lamps."],
    ["/Decision:/ Two lamps are bought.", "Two lamps are bought."],
    ["Chair's ruling: two lamps are bought.", "two lamps are bought."],
    ["**Agreed.** Two lamps are bought.", "Two lamps are bought."],
    ["DECISION (by majority): two lamps are bought", "two lamps are bought"],
    ["**Ruling.** Two lamps are bought.", "Two lamps are bought."],
    ["+ *Adopted:* Each quay has a lamp of its own.", "Each quay has a lamp of its own."],
    ["Ana: me.\n#decision Two lamps are bought.", "Two lamps are bought."],
    [">>> Decision: Two lamps are bought.", "Two lamps are bought."],
    ["Agreed → two lamps are bought.", "two lamps are bought."],
    ["Consensus in the room: Two lamps are bought.", "Two lamps are bought."],
    ["Passed as amended: Two lamps are bought.", "Two lamps are bought."],
    ["MOTION 21-31 CARRIED: To buy two lamps.", "To buy two lamps."],
    ["Resolved, 3–1: two lamps are bought.", "two lamps are bought."],
    ["Approved: purchase of two lamps.", "purchase of two lamps."],
    ["#agreed buy two lamps", "buy two lamps"],
    ["VOTED to buy two lamps.", "to buy two lamps."],
  ])("%s", (said, decided) => {
    expect(decisionsOf(said)).toEqual([decided])
  })

  test.each([
    "Decisions: none",
    "MOTION 21-33 FAILED: To buy two lamps.",
    "Approved: Ana Lind, Secretary",
    "Passed by the harbour: two ships and a raft.",
    "1.3  The report tells how lamps are bought.",
  ])("%s is none", (said) => {
    expect(decisionsOf(said)).toEqual([])
  })
})

describe("motions with those who moved them", () => {
  test.each([
    ["MOTION: to buy two lamps\n\nMoved By: Ana Lind\n\nSeconded by: Ben Okoro\n\nCarried"],
    ["1.2 Purchase of Lamps: MOTION: to buy two lamps\nMoved by Ana Lind. Motion passed."],
    ["**Motion:** to buy two lamps\n\nMoved by Ana, passed 6-0."],
  ])("%s", (said) => {
    expect(decisionsOf(said)).toEqual(["to buy two lamps"])
  })

  test("in lines below one another, and not where it was lost", () => {
    const moved = "Moved: Ben Okoro\nSeconded: Carla Weiss\nThat the lane be closed from June.\n"
    expect(decisionsOf(`${moved}CARRIED`)).toEqual(["That the lane be closed from June."])
    expect(decisionsOf(`${moved}LOST`)).toEqual([])
  })
})

describe("what a count or a body decides", () => {
  test.each([
    "The vestry decided to close the stairs.",
    "The council agreed payment of £18 to the Reading Room.",
    "Thus, the report is approved.",
    "The budget for 2024 passed, seven to one.",
    "On a show of hands, nine to two, the hall is kept.",
    "It was voted to keep the hall.",
    "There was no dissent: the hall is kept.",
    "The fee stays at 30, the assembly decided.",
    "The motion that the branches pay the household rate carried, four to one.",
    "Purchase of two ladders approved (up to 300).",
  ])("%s", (said) => {
    expect(decisionsOf(said)).toEqual([said])
  })

  test("follows from the votes in front of it", () => {
    const follows = "Thus, the training day stays free of charge."
    expect(decisionsOf(`Votes: 6 for, 2 against.\n\n${follows}`)).toEqual([follows])
    expect(decisionsOf(`Ana Lind told of the day.\n\n${follows}`)).toEqual([])
    expect(decisionsOf("Vote: 9 yes, 2 no. The hall is kept.")).toEqual(["The hall is kept."])
  })

  test.each([
    "The council agreed with Ana Lind on this.",
    "The talk on our lamps was accepted for the conference in Aldo Bay.",
    "There were 212 requests, of which 97 were granted.",
    "The committee decided last year to keep the hall.",
    "The council approved the plan in May, Ana Lind said.",
    "Ben asked for 20:00, so the late train is no trouble.",
    "Ana thinks it can be adopted.",
    "Shall we keep the hall? Agreed?",
  ])("%s: not so", (said) => {
    expect(decisionsOf(said)).toEqual([])
  })
})

describe("rows and entries that are no decisions", () => {
  test("a row that was rejected", () => {
    const table =
      "## Decisions\n\n| No. | Decision | Vote |\n|---|---|---|\n| 1 | The lane is closed. | 4–0 |\n| 2 | The roof is replaced. | rejected, 1–3 |"
    expect(decisionsOf(table)).toContain("The lane is closed.")
    expect(decisionsOf(table)).not.toContain("The roof is replaced.")
  })

  test("boxes to tick below a heading of decisions are tasks", () => {
    expect(
      decisionsOf(
        "### Decision\n\nThe lane is closed.\n\n- [ ] @ana put up a sign\n- [x] @ben buy it",
      ),
    ).toEqual(["The lane is closed."])
  })
})

describe("what is set off where nothing else decides", () => {
  const minutes = (one: string, other: string, more = "Ben told of the fees.") =>
    readReport(
      `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss\n\n## 1. Lamps\n\nThe lamps were counted.\n\n${one}\n\n## 2. Fees\n\n${more}\n\n${other}\n`,
      "x.md",
    ).decisions.map(({ text }) => text)

  test("behind ticks or in bold, on several items", () => {
    const [lamps, fees] = ["Two lamps are bought.", "Children pay half of the fee."]
    expect(minutes(`✔ ${lamps}`, `✔ ${fees}`)).toEqual([lamps, fees])
    expect(minutes(`a. **${lamps}**`, `b. **${fees}**`)).toEqual([lamps, fees])
  })

  test("not where it tells what was, nor where decisions are told otherwise", () => {
    expect(minutes("✔ Ben counted the lamps.", "✔ Carla wrote to the bank.")).toEqual([])
    const bold = ["**Two lamps are old.**", "**Children like the lamps.**"] as const
    expect(minutes(...bold, "Decision: The fee stays.")).toEqual(["The fee stays."])
  })
})

describe("columns of tables that hold decisions", () => {
  const inTable = (table: string) =>
    readReport(
      `# Harbour Light Group\n\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind, Ben Okoro\n\n${table}\n`,
      "x.md",
    ).decisions.map(({ text }) => text)
  const said = "Ana Lind told of the lamps of the quay, which are older than the quay itself."

  test("beside what was said", () => {
    expect(
      inTable(
        `| # | Item | Said | Decided | To do |\n|---|---|---|---|---|\n| 1 | Lamps | ${said} | Two lamps are bought. | – |\n| 2 | Fees | Nothing new. | – | – |`,
      ),
    ).toEqual(["Two lamps are bought."])
    expect(
      inTable(
        `| Point | Who said what | What came of it |\n|---|---|---|\n| Lamps | ${said} | Agreed by all: Two lamps are bought. |\n| Fees | Nothing new. | – |`,
      ),
    ).toEqual(["Two lamps are bought."])
  })

  test("with the votes", () => {
    expect(
      inTable(
        `## Lamps\n\n${said}\n\n## Decision log\n\n| Ref. | Decision | For | Against | Abst. |\n|---|---|---|---|---|\n| 5/1 | Two lamps are bought. | 5 | 0 | 0 |`,
      ),
    ).toEqual(["Two lamps are bought."])
  })
})
