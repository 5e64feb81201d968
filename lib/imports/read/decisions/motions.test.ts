import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const decisionsOf = (said: string) =>
  readReport(
    `# Harbour Light Group\n\nMeeting 12, 3 March 2022, 14:00 UTC\n\nChair: Ana Lind\nPresent: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss\n\n## 1. Lamps\n\n${said}\n\n## 2. Any other business\n\nNothing was raised.\n`,
    "motions.md",
  ).decisions.map(({ text }) => text)

const moved = "That the group buys two lamps."

describe("what was moved is decided where it was carried", () => {
  test.each([
    [
      "behind who moved it",
      `Moved Ben Okoro, seconded Cem Arslan: ${moved}\nCARRIED on the voices`,
    ],
    [
      "below who moved it",
      `Motion by Ben Okoro, seconded by Cem Arslan:\n\n> ${moved}\n\nCarried, 4–1 (Weiss opposed).`,
    ],
    [
      "above who moved it, behind a number",
      `XII/2 – ${moved}\nMoved by Ben Okoro, seconded by Cem Arslan.\n\nMembers: 5 for, 0 against. Guests: 3 for, 2 against. Adopted.`,
    ],
    [
      "behind a number and a label",
      `[12-M1] Motion: ${moved} Seven for, none against, none abstaining. Motion carried.`,
    ],
    [
      "above a call of names",
      `**MOTION:** ${moved}\nMoved by Ben Okoro, seconded by Cem Arslan.\nLind yes, Okoro yes, Weiss no. **Passed 3–1.**`,
    ],
  ])("%s", (_, said) => {
    expect(decisionsOf(said)).toEqual([moved])
  })

  test.each([
    ["Move to buy one lamp  M: Okoro, S: Arslan  3/0/1 Approved", "Move to buy one lamp"],
    [
      "MOTION: Lind moved to buy a lamp. SECOND: Okoro. VOTE: Unanimous. MOTION CARRIED",
      "Lind moved to buy a lamp.",
    ],
    [
      "Moved (Lind/Okoro) that a lamp be bought. Carried.",
      "Moved (Lind/Okoro) that a lamp be bought.",
    ],
    [
      "Motion to buy a lamp made by Lind, seconded by Okoro. All in favor. Motion carries.",
      "Motion to buy a lamp made by Lind, seconded by Okoro.",
    ],
    ["Proposal: A lamp is bought.\n\nResult: accepted", "A lamp is bought."],
    ["Resolution #12: A lamp is bought. Moved Lind. Seconded Okoro. Carried.", "A lamp is bought."],
    [
      "BE IT RESOLVED that a lamp be bought.\n\nMoved: Lind. Seconded: Okoro. CARRIED",
      "that a lamp be bought.",
    ],
    ["M/S/C Lind/Okoro to buy a lamp.", "to buy a lamp."],
  ])("%s", (said, decided) => {
    expect(decisionsOf(said)).toEqual([decided])
  })

  test("within the sentence that says who moved", () => {
    expect(
      decisionsOf(
        "It was moved by Okoro and supported by Arslan to buy two lamps.\n\nROLL CALL VOTE: Yeas: Lind, Okoro. Nays: Weiss. MOTION CARRIED.",
      ),
    ).toEqual(["to buy two lamps."])
  })

  test("and what stands before and behind it is read on its own", () => {
    expect(
      decisionsOf(
        `It was agreed to meet in May. Moved Ben Okoro, seconded Cem Arslan: ${moved} Carried. It was agreed to paint the gate.`,
      ),
    ).toEqual(["It was agreed to meet in May.", moved, "It was agreed to paint the gate."])
  })
})

describe("what was moved is not decided", () => {
  test.each([
    ["where it fell", `Moved Ben Okoro:\n${moved}\nLAPSED for want of a seconder`],
    [
      "where nobody says how it went",
      `Moved Ben Okoro, seconded Cem Arslan: ${moved} The lamps are old.`,
    ],
  ])("%s", (_, said) => {
    expect(decisionsOf(said)).toEqual([])
  })

  test("and the one below it is another", () => {
    const other = "That the gate is painted."
    expect(
      decisionsOf(
        `Moved Ben Okoro:\n${moved}\nLAPSED for want of a seconder\n\nMoved Ben Okoro, seconded Cem Arslan:\n${other}\nCARRIED, 3 votes to 1`,
      ),
    ).toEqual([other])
  })

  test("nor is how the votes fell", () => {
    expect(
      decisionsOf("Result: four for, one against.\n\nVote: Lind, Okoro; no Weiss. Carried."),
    ).toEqual([])
  })
})

describe("labels", () => {
  test("numbers of resolutions without a colon, one behind the other", () => {
    expect(
      decisionsOf("RES 12/3 Lamps are lit at six. RES 12/4 Lamps are put out at ten; Ben objects."),
    ).toEqual(["Lamps are lit at six.", "Lamps are put out at ten; Ben objects."])
    expect(decisionsOf("Ben explained the rules. **D2/3** Lamps are lit at six.")).toEqual([
      "Lamps are lit at six.",
    ])
    expect(decisionsOf("RES 12/3 was read out. Dec 12 Ana saw the lamps.")).toEqual([])
  })

  test("a label alone, above what was resolved", () => {
    expect(decisionsOf("RESOLUTION 2023/19:\n\nTHAT TWO LAMPS BE BOUGHT.")).toEqual([
      "THAT TWO LAMPS BE BOUGHT.",
    ])
    expect(decisionsOf("Decision no. 5/2022\n\nA lamp is bought.")).toEqual(["A lamp is bought."])
    expect(decisionsOf("DECISION 2022-14 | A lamp is bought.")).toEqual(["A lamp is bought."])
    expect(decisionsOf("Resolution 5/2022 was read.\n\nA lamp is bought.")).toEqual([])
    expect(decisionsOf("CONFIRMED: that the minutes be signed.")).toEqual([
      "that the minutes be signed.",
    ])
  })

  test("a table of motions holds what was carried", () => {
    const said =
      "| Motion | Moved | Seconded | Result |\n|---|---|---|---|\n| That a lamp be bought | Lind | Okoro | Carried |\n| That the gate be painted | Okoro | Lind | Lost |"
    expect(decisionsOf(said)).toEqual(["That a lamp be bought"])
  })

  test("lists below what leads into them", () => {
    const list = "1. A lamp is bought.\n2. The gate is painted."
    for (const lead of ["The Board resolved as follows:", "The meeting made two decisions:"])
      expect(decisionsOf(`${lead}\n\n${list}`)).toEqual([
        "A lamp is bought.",
        "The gate is painted.",
      ])
    expect(decisionsOf(`The lamps are as follows:\n\n${list}`)).toEqual([])
  })

  test("the column of a table whose head names decisions, wherever it stands", () => {
    const rows =
      "|----|----|----|\n| D-1 | Lamps are lit at six. | 1 |\n| D-2 | The gate stays open. | 2 |"
    expect(decisionsOf(`| No. | Decision | Point |\n${rows}`)).toEqual([
      "Lamps are lit at six.",
      "The gate stays open.",
    ])
    expect(decisionsOf(`| No. | Remark | Point |\n${rows}`)).toEqual([])
  })
})

describe("sentences set off as others are that decide", () => {
  test("behind a tick", () => {
    const said =
      "Ben read the agenda. ✓ The agenda was adopted.\n\n✓ The report was approved.\n\n✓ The lamp keeps its place."
    expect(decisionsOf(said)).toContain("The lamp keeps its place.")
    expect(decisionsOf("✓ The gate is open.\n\n✓ The lamp keeps its place.")).toEqual([])
  })

  test("in bold, in front of other words", () => {
    const said =
      "**The group adopted the plan.**\n\n**It was agreed to buy a lamp.**\n\n**The steps become binding in May.** Ben was glad."
    expect(decisionsOf(said)).toContain("The steps become binding in May.")
  })
})
