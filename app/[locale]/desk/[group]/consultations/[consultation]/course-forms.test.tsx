import { NextIntlClientProvider } from "next-intl"
import { type DefaultTreeAdapterTypes, parseFragment, defaultTreeAdapter as tree } from "parse5"
import { renderToString } from "react-dom/server"
import { expect, test, vi } from "vitest"
import en from "@/messages/en.json"
import { AnnouncePanel } from "./announce-panel"
import { CourseForms } from "./course-forms"

// In a page these are addresses to post to; the code behind them needs the server of Next.
const { actions } = vi.hoisted(() => ({
  actions: (...names: string[]) =>
    Object.fromEntries(names.map((name) => [`${name}Action`, async () => null])),
}))
vi.mock("../actions", () =>
  actions(
    ...["openConsultation", "closeConsultation", "extendConsultation", "cancelConsultation"],
    ...["allowLate", "endLate"],
  ),
)
vi.mock("../../list-actions", () => actions("announceConsultation"))

type Element = DefaultTreeAdapterTypes.Element
const elementsOf = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): Element[] =>
  nodes.flatMap((node) => (tree.isElementNode(node) ? [node, ...elementsOf(node.childNodes)] : []))
const attribute = ({ attrs }: Element, name: string) =>
  attrs.find((each) => each.name === name)?.value
const shown = (page: React.ReactNode) =>
  renderToString(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      {page}
    </NextIntlClientProvider>,
  )

const of = { consultationId: "c", revision: 7, consultation: "charter", slug: "wg-tides" }
const none = {
  ...{ open: false, close: false, extend: false, cancel: false },
  ...{ allowLate: false, endLate: false },
}
const courseOf = (may: Partial<typeof none>) => {
  const values = { zone: "UTC", lateDay: "2027-03-18", lateTime: "12:00" }
  const html = shown(
    <CourseForms
      {...{ of, values }}
      may={{ ...none, ...may }}
      publishes={false}
      zones={["UTC", "Europe/Paris"]}
    />,
  )
  const elements = elementsOf(parseFragment(html).childNodes)
  const forms = elements
    .filter(({ tagName }) => tagName === "form")
    .map((form) =>
      elementsOf(form.childNodes).flatMap((each) => {
        const name = attribute(each, "name")
        return name && !name.startsWith("$") ? [[name, attribute(each, "value") ?? ""]] : []
      }),
    )
  const ids = elements.flatMap((each) => attribute(each, "id") ?? [])
  return { html, forms, ids }
}

test("of one that is over late comments are allowed and ended by plain forms, each field with an id of its own", () => {
  const { forms, ids, html } = courseOf({ extend: true, allowLate: true, endLate: true })
  const sent = Object.entries(of).map(([name, value]) => [name, String(value)])
  expect(forms.at(1)).toEqual([
    ...sent,
    ["zone", ""],
    ["lateDay", "2027-03-18"],
    ["lateTime", "12:00"],
  ])
  expect(forms.at(2)).toEqual(sent)
  expect(new Set(ids).size).toBe(ids.length)
  expect(html).toContain("Give late comments another end")
  expect(courseOf({ allowLate: true }).html).toContain("Allow late comments")
})

test("what the mail on the list will say is said before it is sent, and that it says less of what is inside", () => {
  const found = (audience: "members" | "anyone", more = {}) =>
    ({
      id: "c",
      status: "open",
      audience,
      group: { mailingList: "l@example.org" },
      ...more,
    }) as never
  const inside = shown(<AnnouncePanel found={found("members")} />)
  expect(inside).toContain("The archive of the list may be public.")
  expect(inside).toContain("not what is asked, and nothing of the texts")
  expect(shown(<AnnouncePanel found={found("anyone")} />)).toContain("what is asked, until when")
  expect(shown(<AnnouncePanel found={found("members", { status: "late" })} />)).toBe("")
})
