import { NextIntlClientProvider } from "next-intl"
import { type DefaultTreeAdapterTypes, parseFragment, defaultTreeAdapter as tree } from "parse5"
import { renderToString } from "react-dom/server"
import { expect, test } from "vitest"
import { Awareness } from "y-protocols/awareness"
import * as Y from "yjs"
import en from "@/messages/en.json"
import type { Here } from "./people-here"
import { WhoIsHere } from "./who-is-here"

type Element = DefaultTreeAdapterTypes.Element

const within = (node: Element | DefaultTreeAdapterTypes.DocumentFragment): Element[] =>
  node.childNodes.flatMap((child) => (tree.isElementNode(child) ? [child, ...within(child)] : []))
const words = (element: Element): string =>
  element.childNodes
    .map((node) =>
      tree.isElementNode(node) ? words(node) : tree.isTextNode(node) ? node.value : "",
    )
    .join("")

test("everybody who is here is named in a list that opens, however many they are, and who writes can be followed", () => {
  const here = Array.from({ length: 8 }, (_, client): Here => {
    const name = `Member ${client} O’Dell`
    const section = client === 7 ? "opening" : null
    return { id: `p${client}`, name, noteTaker: client === 3, client, zone: null, section }
  })
  const awareness = new Awareness(new Y.Doc())
  const html = renderToString(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <WhoIsHere here={here} awareness={awareness} following={null} follow={() => {}} />
    </NextIntlClientProvider>,
  )
  awareness.destroy()
  const [folded] = within(parseFragment(html)).filter(({ tagName }) => tagName === "details")
  const inside = folded ? within(folded) : []
  expect(inside.filter(({ tagName }) => tagName === "li").map(words)).toEqual([
    "Follow Member 7 O’Dell",
    ...[0, 1, 2].map((one) => `Member ${one} O’Dell`),
    "Member 3 O’Dell, note-taker",
    ...[4, 5, 6].map((one) => `Member ${one} O’Dell`),
  ])
  expect(inside.filter(({ tagName }) => tagName === "button").map(words)).toEqual([
    "Follow Member 7 O’Dell",
  ])
})
