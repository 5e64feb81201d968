import { NextIntlClientProvider } from "next-intl"
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5"
import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { ShownFinding } from "@/lib/minutes/check/model"
import { plainWords } from "@/lib/minutes/plain-words"
import en from "@/messages/en.json"
import { CheckLine } from "../../../meetings/[meeting]/minutes/check/check-line"
import { Findings } from "./findings"
import type { CorrectFormData, OpenFinding } from "./form-of"
import { SectionFields } from "./section-fields"

type Element = DefaultTreeAdapterTypes.Element

function elementsOf(shown: ReactNode): Element[] {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      {shown}
    </NextIntlClientProvider>,
  )
  const walk = (node: DefaultTreeAdapterTypes.Node): Element[] => [
    ...("tagName" in node ? [node] : []),
    ...("childNodes" in node ? node.childNodes.flatMap(walk) : []),
  ]
  return walk(parseFragment(html))
}
const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((each) => each.name === name)?.value
const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : ""

/** What each button is described by, in words; undefined for one that is told by its name alone. */
function described(elements: readonly Element[]): (string | undefined)[] {
  return elements
    .filter(({ tagName }) => tagName === "button")
    .map((button) => {
      const id = attribute(button, "aria-describedby")
      const by = elements.find((element) => id && attribute(element, "id") === id)
      return by && textOf(by)
    })
}

const finding = (place: number, more: Partial<OpenFinding> = {}): OpenFinding => ({
  ...{ key: String(place), place, severity: "warning", sentence: `Sentence ${place}.` },
  ...{
    evidence: null,
    line: 3,
    fix: null,
    number: null,
    holder: null,
    counts: true,
    isNumber: false,
    folded: null,
    typed: null,
  },
  ...more,
})

test("the head counts what is to be settled: a gap in the numbers is only said", () => {
  const gap = finding(0, { place: null, severity: "note", counts: false })
  const elements = elementsOf(
    <Findings findings={[gap, finding(1, { severity: "note" })]} missing={[]} />,
  )
  expect(elements.filter(({ tagName }) => tagName === "h2").map(textOf)).toEqual([
    "To settle 1 note",
  ])
})

test("what has the number already is a link, told by its sentence", () => {
  const path = "/desk/wg-tides/meetings/12"
  const taken = finding(0, { place: null, severity: "error", holder: { kind: "meeting", path } })
  const elements = elementsOf(<Findings findings={[taken]} missing={[]} />)
  const link = elements.find((element) => attribute(element, "href") === path)
  expect(link && textOf(link)).toBe(en.imports.file.holder.meeting)
  expect(attribute(link, "aria-describedby")).toBe("says-0")
})

test("findings are a list, and every button tells which of them it settles", () => {
  const elements = elementsOf(
    <Findings
      missing={["Otto Brandvold", "Lin Zhao-Perera"]}
      findings={[
        finding(0, { fix: { name: "remove", value: "" } }),
        finding(1, { number: 24, isNumber: true }),
        finding(2, { typed: { what: "day", value: "" } }),
        finding(3, { folded: "missing" }),
        finding(4, { folded: "missing" }),
      ]}
    />,
  )
  const listed = elements.filter(({ tagName }) => tagName === "li")
  expect(listed.filter((li) => attribute(li, "id")?.startsWith("finding-"))).toHaveLength(5)
  const said = described(elements)
  expect(said).not.toContain(undefined)
  for (const place of [0, 1, 2, 3, 4]) expect(said).toContain(`Sentence ${place}.`)
})

test("what was typed beside a finding survives a refusal, and a number is taken as it is read", () => {
  const elements = elementsOf(
    <Findings
      missing={[]}
      entered={{ "said.at1": "Priya Castelnau" }}
      findings={[
        finding(0, { fix: { name: "useNumber", value: "24" } }),
        finding(1, { typed: { what: "name", value: "P." } }),
      ]}
    />,
  )
  expect(elements.filter((each) => attribute(each, "value") === "number:24")).toHaveLength(1)
  const field = elements.find((each) => attribute(each, "name") === "said.at1")
  expect(attribute(field, "value")).toBe("Priya Castelnau")
})

test("items keep what was typed wherever they stand by now, and one that was taken out is shown", () => {
  const [here, gone] = [crypto.randomUUID(), crypto.randomUUID()]
  const item = { id: here, label: "1", title: "Ropes", coverage: "discussed", depth: 0, text: "" }
  const form = { opening: { id: "opening", text: "" }, closing: { id: "closing", text: "" } }
  const rest = { items: [item], newItem: crypto.randomUUID(), words: plainWords("en") }
  const entered = {
    ...{ "agenda.0.id": gone, "agenda.0.title": "Quays", [`sections.${gone}`]: "Of the quays." },
    ...{ "agenda.1.id": here, "agenda.1.title": "Knots", [`sections.${here}`]: "Of knots." },
  }
  const elements = elementsOf(
    <SectionFields
      form={{ ...form, ...rest } as unknown as CorrectFormData}
      entered={entered}
      errors={{ "agenda.1.title": "Too long." }}
    />,
  )
  const named = (name: string) => elements.find((each) => attribute(each, "name") === name)
  expect(attribute(named("agenda.0.title"), "value")).toBe("Knots")
  expect(attribute(named("agenda.0.title"), "aria-invalid")).toBe("true")
  expect(attribute(named("agenda.2.title"), "value")).toBe("Quays")
  expect(textOf(named(`sections.${gone}`) as never).trim()).toBe("Of the quays.")
})

test("so does every button of a finding beside the minutes", () => {
  const shown: ShownFinding = {
    ...{ rule: "stray-markup", key: "k", severity: "note", sentence: "A mark stands there." },
    where: { section: "opening", title: "", paragraph: 0, from: 0, to: 1, words: "*" },
    ...{ fixes: [{ name: "replace", words: "" }], left: null },
  }
  const nothing = () => undefined
  const elements = elementsOf(
    <CheckLine
      {...{ finding: shown, fixes: shown.fixes, factHref: null }}
      {...{ goTo: nothing, fix: nothing, leave: nothing }}
    />,
  )
  expect(described(elements)).toEqual(Array(3).fill("A mark stands there."))
})

test("a button that takes a few characters away names them, unless nobody should read them", () => {
  const labels = (rule: string, words: string) => {
    const shown: ShownFinding = {
      ...{ rule, key: "k", severity: "note", sentence: "Something stands there." },
      where: { section: "opening", title: "", paragraph: 0, from: 0, to: words.length, words },
      ...{ fixes: [{ name: "replace", words: "" }], left: null },
    }
    const nothing = () => undefined
    return elementsOf(
      <CheckLine
        {...{ finding: shown, fixes: shown.fixes, factHref: null }}
        {...{ goTo: nothing, fix: nothing, leave: null }}
      />,
    )
      .filter(({ tagName }) => tagName === "button")
      .map(textOf)
  }
  expect(labels("stray-markup", "**")).toContain("Take “**” away")
  expect(labels("personal-data", "tide-1234")).toContain("Take it away")
  expect(labels("repeated-paragraph", "A whole paragraph.")).toContain("Take it away")
})
