import { expect, test } from "vitest"
import { readReport } from "../report"

const links = (text: string) => readReport(text, "x.md").links.map(({ href }) => href)

test("an address in brackets that points to itself is one link", () => {
  expect(links("See [https://example.org/a](https://example.org/a) today.")).toEqual([
    "https://example.org/a",
  ])
  expect(links("See https://example.org/a and [b](https://example.org/b).")).toEqual([
    "https://example.org/a",
    "https://example.org/b",
  ])
})

test("a picture leads nowhere, unless a link is set around it", () => {
  expect(links("![Logo](/logo.png)\n\nSee! [b](https://example.org/b)")).toEqual([
    "https://example.org/b",
  ])
  expect(links("[![Logo](/logo.png)](https://example.org/b)")).toEqual(["https://example.org/b"])
})

test("a link by a name that a list below tells of is its words alone", () => {
  const body =
    "# Group\n\nPresent: [Ana Lind][AnaLind], Ben Okoro\n\n[Ana][AnaLind] will ask the port.\n\n"
  const list = "[AnaLind]: https://example.org/ana\n"
  expect(readReport(body + list, "x.md").actions.map(({ text }) => text)).toEqual([
    "Ana will ask the port.",
  ])
  expect(new Set(links(body + list))).toEqual(new Set(["https://example.org/ana"]))
  // Where nothing tells of it, brackets are brackets.
  expect(readReport(body, "x.md").actions.map(({ text }) => text)).not.toContain(
    "Ana will ask the port.",
  )
})
