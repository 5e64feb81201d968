import { describe, expect, test } from "vitest"
import { checkReport } from "@/lib/check/check"
import { loadSpeller } from "@/lib/check/dictionary"
import { type CheckContext, type Finding, NO_CONTEXT, type RuleName } from "@/lib/check/model"
import { said, sound } from "@/lib/check/rules/cases/case"
import { docText, sectionOf } from "@/lib/minutes/model"
import { draftOf, type ImportDraft, importDraft } from "./draft"
import { applyFix, fixFor } from "./fixes"
import { readReport } from "./read/report"
import { withSecrets } from "./secrets-apart"
import { storedReading } from "./stored"

const speller = await loadSpeller()

/** The draft of a report, and what pressing the button of a rule's first finding makes of it. */
function pressed(source: string, rule: RuleName, known: Partial<CheckContext> = {}) {
  const report = readReport(source, "tides.txt")
  const findings = checkReport(report, { ...NO_CONTEXT, speller, ...known })
  const draft = draftOf(report, "Tide Group")
  const place = findings.findIndex((finding) => finding.rule === rule)
  const finding = findings[place]
  if (!finding) throw new Error(`${rule} says nothing`)
  const stored = storedReading(report, findings)
  // As the pages read it: what should not be public is found again in the draft.
  const reading = { ...stored, findings: withSecrets(stored.findings, draft, source) }
  const after = applyFix(draft, reading, String(place))
  expect(after.settled).toContain(place)
  return { draft, after, finding, fix: fixFor(finding, draft), again: fixFor(finding, after) }
}

/** All words of a draft's text, a section after another. */
const textOf = ({ text }: ImportDraft) =>
  text.order.map((id) => docText(sectionOf(text, id))).join("\n")

describe("one press puts right", () => {
  test.each<[RuleName, string, string, string]>([
    [
      "relative-date",
      "It was sent **last November** by Lin.",
      "replace",
      "It was sent in November 2021 by Lin.",
    ],
    [
      "relative-date",
      "Comments close on June 10th.",
      "replace",
      "Comments close on June 10th, 2022.",
    ],
    ["spelling", "They were recieved, and read.", "replace", "They were received, and read."],
    [
      "unbalanced-bracket",
      "None (so far) came). All left.",
      "remove",
      "None (so far) came. All left.",
    ],
    ["stray-markup", "The gauges were read.**", "remove", "The gauges were read.\n"],
    ["personal-data", "Ask lin@tides.example.org now.", "remove", "Ask now."],
    [
      "weekday-mismatch",
      "It is on Friday, 12 May 2022.",
      "replace",
      "It is on Thursday, 12 May 2022.",
    ],
  ])("%s in the text: %s", (rule, words, name, right) => {
    const { draft, after, fix, again } = pressed(sound.replace(...said(words)), rule)
    expect(fix?.name).toBe(name)
    expect(textOf(draft)).not.toContain(right)
    expect(textOf(after)).toContain(right)
    // What is put right is not offered again.
    expect(again).toBeNull()
  })

  test("keeps the emphasis and the links of what stays", () => {
    const words = "See [the list of **last November**](https://tides.example.org/list) first."
    const { after } = pressed(sound.replace(...said(words)), "relative-date")
    const nodes = JSON.stringify(after.text)
    expect(nodes).toContain('"text":"November 2021"')
    expect(nodes).toContain('"text":"the list of "')
    expect(nodes.split("https://tides.example.org/list")).toHaveLength(3)
  })

  test("of words that stand twice those that are meant", () => {
    const words =
      "Lin came last November. The gauges came in spring (of 2020). Otto left last November."
    const { after } = pressed(sound.replace(...said(`${words} He left).`)), "unbalanced-bracket")
    expect(textOf(after)).toContain("(of 2020). Otto left last November. He left.")
  })

  test("a paragraph that stands twice, whole, and an entry of a list", () => {
    const long =
      "The gauges of the pier were read twice a day in April and sent to the office on the hill."
    const twice = pressed(
      sound.replace(...said(`${long}\n\nLin spoke.\n\n${long}`)),
      "repeated-paragraph",
    )
    expect(textOf(twice.after).split(long)).toHaveLength(2)
    const blocks = (draft: ImportDraft) =>
      Object.values(draft.text.sections).flatMap(({ content }) => content)
    expect(blocks(twice.after)).toHaveLength(blocks(twice.draft).length - 1)
    const listed = `- one\n- ${long}\n- ${long}`
    const { after } = pressed(sound.replace(...said(listed)), "repeated-paragraph")
    const list = blocks(after).find(({ type }) => type === "bulletList")
    expect(list?.content).toHaveLength(2)
  })

  test("the notice of the next meeting, the title of an item, and what somebody is listed as", () => {
    const next = pressed(sound.replace("19 May 2022, 13:00", "19 May, 13:00"), "relative-date")
    expect(next.after.nextMeeting).toBe("19 May 2022, 13:00 UTC")
    const title = pressed(sound.replaceAll("New gauges", "Gauges recieved"), "spelling")
    expect(title.after.agenda[1]?.title).toBe("Gauges received for the pier")
    const person = pressed(
      sound.replace("chair, Coast Office", "chair, otto@tides.example.org"),
      "personal-data",
    )
    expect(JSON.stringify(person.after.present)).not.toContain("example.org")
  })

  test("a slip and a private address wherever they stand", () => {
    const slips = pressed(
      sound.replace(...said("They were recieved.\n\nOthers were recieved, unrecievedly.")),
      "spelling",
    )
    expect(textOf(slips.after)).toContain("received.\nOthers were received, unrecievedly.")
    const mail = pressed(
      sound
        .replaceAll(
          "Otto Brandvold opened the call.",
          "lin@tides.example.org, or xlin@tides.example.org",
        )
        .replace(...said("Ask lin@tides.example.org.")),
      "personal-data",
    )
    expect(textOf(mail.after).split(/(?<!x)lin@/)).toHaveLength(1)
    expect(textOf(mail.after)).toContain("xlin@tides.example.org")
  })

  test("a link that lets anyone in, hidden behind words", () => {
    const words = "The [call](https://zoom.example.org/j/9?pwd=Qm) is open."
    const { after, fix } = pressed(sound.replace(...said(words)), "personal-data")
    expect(fix?.name).toBe("unlink")
    expect(importDraft.safeParse(after).error).toBeUndefined()
    expect(JSON.stringify(after.text)).not.toContain("zoom.example.org")
    expect(JSON.stringify(after.text)).toContain("tides.example.org/offers")
    expect(textOf(after)).toContain("The call is open.")
  })

  test("a name that was cut off, and one that stands there whole already", () => {
    const list = (names: string) =>
      sound.replace("Tidewater Institute\n", `Tidewater Institute\n${names}`)
    const people = [{ name: "Farah Mensimah", aliases: [] }]
    const { after } = pressed(list("3. Farah M\n"), "list-truncated", { people })
    expect(after.present.map(({ name }) => name)).toContain("Farah Mensimah")
    const twice = pressed(list("3. Farah Mensimah\n4. Farah M\n"), "list-truncated")
    expect(twice.after.present.map(({ name }) => name)).toEqual([
      "Otto Brandvold",
      "Lin Zhao-Perera",
      "Farah Mensimah",
    ])
  })

  test("a number that another meeting has, where one is free", () => {
    const at = (number: number, day: string) => ({ number, day, name: "" })
    const meetings = [at(10, "2022-04-21"), at(12, "2022-05-19")]
    const { after, fix } = pressed(sound, "number-duplicate", { meetings })
    expect(fix).toEqual({ name: "useNumber", value: "11" })
    expect(after.number).toBe(11)
  })

  test("another spelling, but not within a longer name", () => {
    const words = "Otto Brandvol spoke. Otto Brandvolden of the mill listened."
    const { after } = pressed(sound.replace(...said(words)), "name-variant")
    expect(textOf(after)).toContain("Otto Brandvold spoke. Otto Brandvolden of the mill")
  })
})

describe("nothing is offered", () => {
  test("for words that were read into a value, or that somebody has changed since", () => {
    const { finding, draft } = pressed(sound.replace("Thursday 5", "Friday 5"), "weekday-mismatch")
    expect(fixFor(finding, draft)).toBeNull()
    const gone: Finding = {
      rule: "spelling",
      severity: "note",
      place: { line: 1, from: 0, to: 8, item: "2" },
      values: { text: "recieved", near: "received" },
      words: { before: "They were ", there: "recieved" },
      replacement: "received",
    }
    expect(fixFor(gone, draft)).toBeNull()
    expect(fixFor(gone)).toEqual({ name: "replace", value: "received" })
  })

  test("for what only a person can settle", () => {
    const { fix, draft, after } = pressed(
      sound.replace("by 19 May 2022", ""),
      "action-without-date",
    )
    expect(fix).toBeNull()
    expect(after.text).toEqual(draft.text)
  })
})
