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
