import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { itemsOf } from "../short-minutes"

const talk = (who: string) =>
  `${who} reported on what was done since May and on what is still missing there.\n\n`

describe("which lines are titles", () => {
  test("dotted numbers below a rule, with the same caption below one item after another", () => {
    const caption = "COMMITTEE RESOLUTION\nThat the paper be adopted.\nCARRIED 4/0\n\n"
    const text = `PRESENT\nAna Lind\nBen Okoro\n\nAPOLOGIES\nCem Arslan\n\n------------------\n\n6.1  MINUTES\n     ${caption}6.2  LAMPS\n     ${talk("Ana")}${caption}6.3  PIER\n     ${talk("Ben")}${caption}6.4  CLOSURE\n     The chair closed the meeting.\n\n------------------\nACTIONS ARISING\n\n     6.2   Buy two lamps    A Lind\n     6.3   Mend the pier    B Okoro\n`
    const titles = itemsOf(text).map((item) => String(item).replace(/:.*/, ""))
    expect(titles).toEqual(["MINUTES", "LAMPS", "PIER", "CLOSURE"])
  })

  test("days that stand between the entries of an agenda", () => {
    const text = `AGENDA\n\nDay 1\n1. Lamps\n2. Pier\nDay 2\n3. Fees\n4. Any other business\n\nDAY 1\n\n1. Lamps\n${talk("Ana")}2. Pier\n${talk("Ben")}DAY 2\n\n3. Fees\n${talk("Ana")}4. Any other business\nNone.\n`
    expect(itemsOf(text)).toEqual([
      "Lamps: discussed",
      "Pier: discussed",
      "Fees: discussed",
      "Any other business: no-update",
    ])
  })

  test("entries that end like sentences", () => {
    const list = [
      "Reading of the last minutes.",
      "Report of the chair.",
      "Repair of the long pier.",
    ]
    const said = list.map((title, at) => `${at + 1}. ${title}\n\n${talk("Ana")}`).join("")
    const text = `Order of the day\n\n${list.map((title, at) => `${at + 1}. ${title}\n`).join("")}\n${said}`
    expect(itemsOf(text)).toEqual(list.map((title) => `${title}: discussed`))
  })

  test("numbers alone with a label in front of the title below", () => {
    const text = `Item No. 1\nSubject: Lamps of the quay\n${talk("Ana")}Item No. 2\nSubject: Repair of the pier\nDeferred.\n\nItem No. 3\nSubject: Zero hour\nNone.\n`
    expect(itemsOf(text)).toEqual([
      "Lamps of the quay: discussed",
      "Repair of the pier: not-reached",
      "Zero hour: no-update",
    ])
  })

  test.each([
    ["Agenda item A – Lamps", "Agenda item B – Pier", "Agenda item C – Fees"],
    ["Session A: Lamps", "Session B: Pier", "Session C: Fees"],
    ["Session I: Lamps", "Session II: Pier", "Session III: Fees"],
    ["PS 31/18 Lamps", "PS 32/18 Pier", "PS 33/18 Fees"],
  ])("%s", (...heads) => {
    const text = heads.map((head) => `${head}\n\n${talk("Ana")}`).join("")
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed", "Fees: discussed"])
  })

  test("a label among titles that run in front of their paragraphs, and a field by itself", () => {
    const text = `Lamps of the quay. ${talk("Ana")}Minutes. Those of the last meeting were accepted as they had been mailed.\n\nRepair of the pier. ${talk("Ben")}Fees for boats. ${talk("Cem")}`
    expect(itemsOf(text).map((item) => String(item).replace(/:.*/, ""))).toEqual([
      "Lamps of the quay",
      "Minutes",
      "Repair of the pier",
      "Fees for boats",
    ])
  })

  test("what is to be done has a sign in front of it and is no title", () => {
    const task = (who: string, at: number) => `>> ${who} to order the lamps by ${at} May\n\n`
    const text = `CHECK-IN\n${talk("Ana")}${task("Ana", 3)}LAMPS (Ben, 20 min)\n${talk("Ben")}${task("Ben", 4)}PIER (Cem, 5 min)\n${talk("Cem")}${task("Cem", 5)}CHECK-OUT\nShort round.\n`
    const titles = itemsOf(text).map((item) => String(item).replace(/:.*/, ""))
    expect(titles).toEqual(["CHECK-IN", "LAMPS", "PIER", "CHECK-OUT"])
  })

  test("a title above the first of the paragraphs that are counted through", () => {
    const text = `EXPERT GROUP ON LAMPS\n\nSixth session\n\nREPORT\n\nOpening of the session\n\n1.  The Expert Group on Lamps met in Marisko for two days in May, and Ms Lind presided.\n\nExchange format\n\n2.  Mr Okoro introduced a draft of the format, in which colour and height have their places.\n\n3.  Ms Arslan feared that small offices would not be able to send photographs of each lamp.\n\nOil and wicks\n\n4.  Owing to lack of time the item was not taken up by the Expert Group in this session.\n`
    expect(itemsOf(text).map((item) => String(item).replace(/:.*/, ""))).toEqual([
      "Opening of the session",
      "Exchange format",
      "Oil and wicks",
    ])
  })

  test("titles in capitals, some of which run in front of their text, and labels that do so", () => {
    const rest = (who: string) => `${talk(who)}`
    const text = `LAMPS: ${rest("Ana")}PIER: ${rest("Ben")}OLD BUSINESS\n${rest("Cem")}NEW BUSINESS\n${rest("Ana")}MOTION: to buy two lamps. Carried.\n\nOWNER COMMENTS\n${rest("Ben")}`
    const titles = itemsOf(text).map((item) => String(item).replace(/:.*/, ""))
    expect(titles).toEqual(["LAMPS", "PIER", "OLD BUSINESS", "NEW BUSINESS", "OWNER COMMENTS"])
  })

  test.each([
    [["3.32 lamps", "Schedule", "Maintainers"], "3.32 lamps"],
    [["3.32 Lamps", "Schedule", "Maintainers"], "3.32 Lamps"],
    [["1.1 Lamps", "1.2 Schedule", "1.3 Maintainers"], "Lamps"],
  ])("%s: a figure in front of one title alone is a word of it", (heads, first) => {
    const text = heads.map((head) => `= ${head} =\n\n${talk("Ana")}`).join("")
    expect(itemsOf(text)[0]).toBe(`${first}: discussed`)
  })

  test("a table of minutes right behind one of the meeting itself", () => {
    const rows = ["1. Lamps", "2. Pier"].map(
      (title) => `| ${title} | Ana Lind reported on what was done, and on what is missing. |  |\n`,
    )
    const text = `# Quay committee, meeting 3/2022\n\n| Date | 15/09/2022 |\n| --- | --- |\n| Chair | Ana Lind |\n\n| Item | Discussion | Action |\n| --- | --- | --- |\n${rows.join("")}| 3. Fees | Deferred to the next meeting. |  |\n`
    expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed", "Fees: not-reached"])
  })
})

describe("the last items", () => {
  const items = `Lamps\n\n${talk("Ana")}Pier\n\n${talk("Ben")}Fees\n\n${talk("Cem")}`

  test("a short title with full stops", () => {
    expect(itemsOf(`${items}A.O.B.\n\nNone.\n`).at(-1)).toEqual("A.O.B.: no-update")
  })

  const headed = (rest: string) => `${items.replace(/^(?=\w+$)/gm, "## ")}${rest}`
  test.each([
    ["behind other business", "## AOB\n\nNone.\n\n## Next meeting\n\n5 March 2024\n", true],
    ["behind another item", "## Next meeting\n\n5 March 2024\n", false],
    [
      "behind the tasks",
      "## AOB\n\nNone.\n\n## Action items\n\n- Ana Lind to buy oil\n\n## Next meeting\n\n5 March 2024\n",
      false,
    ],
  ])("the next meeting %s", (_, rest, isItem) => {
    const titles = itemsOf(headed(rest)).map((item) => String(item).replace(/:.*/, ""))
    expect(titles.includes("Next meeting")).toBe(isItem)
  })

  test("a last item that only the next meeting stands below", () => {
    const text = headed("## Wicks\n\nNext: 28 March 2019, 20:00 UTC\n")
    expect(itemsOf(text).at(-1)).toEqual("Wicks: not-recorded")
  })
})

test("an agenda in an annex, on which numbered paragraphs speak", () => {
  const text = `Pier Group\nVirtual meeting\n11 May 2021\n\nSummary report\n\n1. The meeting was hosted by Ms. Ana Lind. The agenda is in Annex A.\n\n2. Ms. Lind opened the meeting and the agenda was adopted without amendment.\n\n3. Mr. Ben Okoro briefed members on the preparations for the sixth fair, for which the town has given its permission.\n\n4. Mr. Okoro presented the method for scoring offers. Each of them is read by five members.\n\n5. There was no update from the group on finance.\n\nAnnex A - Agenda\n\n   I.   Opening and adoption of the agenda\n   II.  Preparations for the sixth fair\n   III. Scoring of offers\n   IV.  Groups\n        a. Outreach\n        b. Finance\n`
  const { agenda } = readReport(text, "report.txt")
  expect(agenda.map(({ label, coverage }) => `${label} ${coverage}`).slice(0, 3)).toEqual([
    "I discussed",
    "II discussed",
    "III discussed",
  ])
  expect(agenda[3]?.children).toHaveLength(2)
})
