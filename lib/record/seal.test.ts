import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { exampleReport, line } from "@/lib/reports/example"
import type { ReportContent } from "@/lib/reports/model"
import { nameFinder } from "./find-names"
import { openContent } from "./open-content"
import { commitmentOf, type KnownNames, sealerFor } from "./seal"

const nobody: KnownNames = { names: [], personOf: () => null }

function sealed(content: ReportContent, known = nobody) {
  const sealer = sealerFor(content, known)
  const stored = { ...sealer.seal(content), names: {}, desk: "" }
  const names = new Map<string, string | null>(sealer.names().map(({ key, name }) => [key, name]))
  return { stored, names, kept: sealer.names(), text: JSON.stringify(stored) }
}

const say = (...lines: ReturnType<typeof line>[]): ReportContent =>
  exampleReport({ sections: [{ id: "opening", content: lines }] })

describe("sealing", () => {
  test("takes every name and capacity out, and opening gives the report back", () => {
    const content = exampleReport()
    const { stored, names, text } = sealed(content)
    for (const word of ["Ilse", "Brandvold", "Okwuosa", "Castanho", "Esterling", "Meridian"])
      expect(text).not.toContain(word)
    expect(text).toContain("Proposals were due that day.")
    expect(openContent(stored, names)).toEqual(content)
  })

  test("gives one key to one spelling of one person, and a commitment that anybody can recompute", () => {
    const { kept } = sealed(exampleReport())
    const brandvold = kept.filter(({ name }) => name === "Ilse Brandvold")
    expect(brandvold).toHaveLength(1)
    for (const { salt, name, commitment } of kept) {
      expect(salt).toMatch(/^[0-9a-f]{32}$/)
      expect(commitment).toBe(commitmentOf(salt, name))
    }
    expect(new Set(kept.map(({ salt }) => salt)).size).toBe(kept.length)
  })

  test.each([
    ["in the middle of a sentence", "Then Ilse Brandvold spoke."],
    ["in capitals", "ILSE BRANDVOLD opened."],
    ["with a no-break space, an apostrophe after it", "Ilse\u00a0Brandvold’s words"],
    ["between brackets", "(Ilse Brandvold)"],
    ["at both ends", "Ilse Brandvold and Ilse  Brandvold"],
  ])("finds a name %s", (_, words) => {
    const content = say(line(words))
    const { stored, names, text } = sealed(content)
    expect(text).not.toMatch(/ilse|brandvold/i)
    expect(openContent(stored, names)).toEqual(content)
  })

  test("finds a name that goes on in another mark, or after a break", () => {
    const content = say(
      line(
        "So said Ilse ",
        { type: "text", text: "Brandvold", marks: [{ type: "bold" }] },
        " today.",
      ),
      line("Ilse", { type: "hardBreak" }, "Brandvold"),
    )
    const { stored, names, text } = sealed(content)
    expect(text).not.toMatch(/Ilse|Brandvold/)
    expect(openContent(stored, names)).toEqual(content)
  })

  test("finds whom only the register knows, with the longest name first", () => {
    const known: KnownNames = {
      names: ["Ann Bo", "Ann Bo Carr", "王小明"],
      personOf: (name) => ({ "Ann Bo": "short", "Ann Bo Carr": "long" })[name] ?? null,
    }
    const { kept, text } = sealed(say(line("Ann Bo Carr met Ánn Bó. 我们请王小明发言。")), known)
    expect(text).not.toMatch(/Ann|Carr|王小明/)
    const found = kept.map(({ name, personId }) => [name, personId])
    expect(found).toContainEqual(["Ann Bo Carr", "long"])
    expect(found).toContainEqual(["Ánn Bó", "short"])
  })

  test.each(["Ilse", "Brandvoldt Ilse", "Ilse, Brandvold", "xIlse Brandvold", "Ilse Brandvolds"])(
    "leaves %j, which is not the whole name",
    (words) => {
      expect(nameFinder(["Ilse Brandvold"])(words)).toEqual([])
    },
  )

  test("a report that writes keys and brackets itself comes back as it was", () => {
    const content = say(line("⟦p1⟧ ⟦⟧ ⟦ ⟧ ⟦⟦p2⟧⟧ Ilse Brandvold⟧"))
    const { stored, names } = sealed(content)
    expect(openContent(stored, names)).toEqual(content)
  })

  test("fields that programs read stay readable, whatever people are called", () => {
    const content = exampleReport({
      chairs: [{ name: "decision", capacity: "" }],
      noteTaker: { name: "en", capacity: "paragraph" },
    })
    const { stored, names } = sealed(content)
    expect(stored).toMatchObject({ language: "en", provenance: "written" })
    expect(JSON.stringify(stored)).toContain('"type":"decision"')
    expect(openContent(stored, names)).toEqual(content)
  })

  test("an erased name reads so in the language of the report, and nothing else is lost", () => {
    const content = exampleReport({ language: "fr" })
    const { stored, names, kept } = sealed(content)
    for (const { key, name } of kept) if (name === "Ilse Brandvold") names.set(key, null)
    const opened = openContent(stored, names)
    const [statement] = opened.sections[1]?.content.filter(({ type }) => type === "statement") ?? []
    expect(statement).toMatchObject({ attrs: { name: "[nom supprimé]", capacity: "Secretariat" } })
    expect(JSON.stringify(opened).replaceAll("[nom supprimé]", "Ilse Brandvold")).toBe(
      JSON.stringify(content),
    )
  })

  test("any words with any names come back, and hold none of the names of two words", () => {
    const letters = fc.string({
      unit: fc.constantFrom("a", "É", "ш", "王", "م", "’", "⟦", "p", "1", "⟧"),
    })
    const name = fc.tuple(letters, letters).map(([one, two]) => `x${one} y${two}`)
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 5 }),
        fc.array(fc.oneof(letters, fc.constantFrom(0, 1, 2, 3, 4)), { maxLength: 12 }),
        (names, parts) => {
          const words = parts.map((part) => (typeof part === "number" ? (names[part] ?? "") : part))
          const content = exampleReport({
            nextMeeting: words.join(" "),
            hosts: names.map((each) => ({ name: each, capacity: words[0] ?? "" })),
          })
          const { stored, names: kept } = sealed(content)
          expect(openContent(stored, kept)).toEqual(content)
          for (const host of stored.hosts) expect(host.name).toMatch(/^⟦p\d+⟧$/)
        },
      ),
    )
  })
})
