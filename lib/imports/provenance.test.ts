import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { valuesOf } from "./provenance"
import { readReport } from "./read/report"

const source = readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url), "utf8")
const { values, unplaced } = valuesOf(readReport(source, "virtual-call.txt"))
const placesOf = (field: string) =>
  values
    .filter((value) => value.field === field)
    .map(({ at }) => at.map(({ from, to }) => source.slice(from, to)))

test("every value leads to the words that it was read from", () => {
  expect(placesOf("hosts")).toEqual([["Ilva Morandini"]])
  expect(placesOf("moderators")).toEqual([["Teodor Achebe-Lind"]])
  expect(placesOf("agenda").flat()).toHaveLength(6)
  expect(placesOf("agenda")[1]?.[0]).toContain(
    "Update on behalf of the Office of the Harbour Master",
  )
  expect(placesOf("present").map(([words]) => words?.includes("Noor el Amrani"))).toContain(true)
  for (const { at } of values) {
    for (const { line, from } of at) expect(source.slice(0, from).split("\n")).toHaveLength(line)
  }
})

test("a number that the title prints otherwise has both places, the one that was taken first", () => {
  expect(placesOf("number")).toEqual([["21st", "XIX"]])
  expect(values.find(({ field }) => field === "number")).toMatchObject({
    text: "21",
    how: "inferred",
  })
})

test("lines that are in no value and under no item are named, and no others", () => {
  const lines = source.split("\n")
  const said = unplaced.map((line) => lines[line - 1])
  expect(said).toContain("The co-chair opened the meeting by introducing the agenda:")
  expect(said.join("\n")).not.toMatch(/Farah Mensimah|1\. Ilva|dredger/)
})
