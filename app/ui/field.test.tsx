import { NextIntlClientProvider } from "next-intl"
import {
  parseFragment,
  type DefaultTreeAdapterTypes as Tree,
  defaultTreeAdapter as tree,
} from "parse5"
import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import en from "@/messages/en.json"
import { Checkbox } from "./checkbox"
import { ErrorSummary } from "./error-summary"
import { RadioGroup } from "./radio-group"
import { SelectField } from "./select-field"
import { TextArea, TextField } from "./text-field"

function elements(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) =>
    tree.isElementNode(child) ? [child, ...elements(child)] : [],
  )
}

function words(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) =>
      tree.isTextNode(child) ? child.value : tree.isElementNode(child) ? words(child) : "",
    )
    .join("")
}

const show = (node: ReactNode) =>
  elements(
    parseFragment(
      renderToStaticMarkup(
        <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
          {node}
        </NextIntlClientProvider>,
      ),
    ),
  )
const attribute = (element: Tree.Element | undefined, name: string) =>
  element?.attrs.find((each) => each.name === name)?.value

/** What a screen reader says of the first element of a kind besides its name. */
function described(all: Tree.Element[], tag: string): string[] {
  const ids = attribute(
    all.find((element) => element.tagName === tag),
    "aria-describedby",
  )
  return (ids?.split(" ") ?? []).map((id) => {
    const target = all.find((element) => attribute(element, "id") === id)
    return target ? words(target) : `nothing has the id ${id}`
  })
}

const field = {
  name: "number",
  label: "Number",
  hint: "The next free one is 34.",
  error: "33 is taken.",
}
const choices = [
  { value: "a", label: "Annexed" },
  { value: "b", label: "On request" },
]

test.each([
  ["input", <TextField key="1" {...field} />],
  ["textarea", <TextArea key="2" {...field} />],
  ["select", <SelectField key="3" {...field} choices={choices} />],
  ["fieldset", <RadioGroup key="4" {...field} choices={choices} />],
  ["input", <Checkbox key="5" {...field} />],
])("%s: error and hint are tied to the control, the error first", (tag, control) => {
  expect(described(show(control), tag)).toEqual(["33 is taken.", "The next free one is 34."])
})

test("a label leads to its control, and only what is optional is marked", () => {
  const all = show(<TextField {...field} optional />)
  const label = all.find((element) => element.tagName === "label")
  const input = all.find((element) => element.tagName === "input")
  expect(attribute(label, "for")).toBe(attribute(input, "id"))
  expect(label && words(label)).toBe("Number (optional)")
  expect(attribute(input, "required")).toBeUndefined()
  expect(
    attribute(
      show(<TextField {...field} />).find((e) => e.tagName === "input"),
      "required",
    ),
  ).toBe("")
})

test("two forms on one page keep their fields apart by id, under one name", () => {
  const all = show(<TextField {...field} id="second-number" />)
  const input = all.find((element) => element.tagName === "input")
  expect([attribute(input, "id"), attribute(input, "name")]).toEqual(["second-number", "number"])
  expect(described(all, "input")).toEqual(["33 is taken.", "The next free one is 34."])
})

test("the summary is announced and leads to each field; without errors there is none", () => {
  const all = show(
    <ErrorSummary
      title="The meeting was not saved"
      fields={{ number: "33 is taken.", zone: "Choose one." }}
    />,
  )
  expect(attribute(all[0], "role")).toBe("alert")
  const links = all.filter((element) => element.tagName === "a")
  expect(links.map((link) => [attribute(link, "href"), words(link)])).toEqual([
    ["#number", "33 is taken."],
    ["#zone", "Choose one."],
  ])
  expect(show(<ErrorSummary title="The meeting was not saved" fields={{}} />)).toEqual([])
})
