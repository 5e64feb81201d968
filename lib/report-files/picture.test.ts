import { createCanvas, loadImage } from "@napi-rs/canvas"
import { expect, test } from "vitest"
import { exampleReport } from "@/lib/reports/example"
import { drawPicture } from "./picture"
import { pictureSize } from "./picture-size"

const published = { origin: "https://portal.example.org" }
const draw = (title: string, changes = {}) => {
  const { meeting } = exampleReport()
  return drawPicture(exampleReport({ meeting: { ...meeting, title }, ...changes }), published)
}

/** The picture as a decoder reads it: whether a pixel is of the paper, by its place. */
async function read(png: Buffer) {
  const image = await loadImage(png)
  const { width, height } = image
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext("2d")
  pen.drawImage(image, 0, 0)
  const { data } = pen.getImageData(0, 0, width, height)
  const isInked = (x: number, y: number) => (data[(y * width + x) * 4] ?? 0) < 200
  return { width, height, isInked }
}

/** How many pixels of a part of the picture are inked. */
async function ink(png: Buffer, from: [number, number], to: [number, number]): Promise<number> {
  const { isInked } = await read(png)
  let count = 0
  for (let y = from[1]; y < to[1]; y++)
    for (let x = from[0]; x < to[0]; x++) if (isInked(x, y)) count++
  return count
}

const titleFrom: [number, number] = [72, 320]
const titleTo: [number, number] = [1128, 505]

test("it is a PNG of the size that links are shown with, the same for the same version", async () => {
  const png = await draw("Plan of several years")
  const { width, height } = await read(png)
  expect({ width, height }).toEqual(pictureSize)
  expect(png.equals(await draw("Plan of several years"))).toBe(true)
  expect(png.equals(await draw("Plan of other years"))).toBe(false)
  expect(png.length, "small enough for whoever fetches it").toBeLessThan(100_000)
})

test.each([
  ["a name of 300 letters", "a".repeat(300)],
  ["many words", "harbour ".repeat(100)],
  ["words from the right", "خطة العمل لعدة سنوات ".repeat(20)],
  ["nothing at all", ""],
])("with %s it keeps its margins", async (_, title) => {
  const png = await draw(title)
  expect(await ink(png, titleFrom, titleTo)).toBeGreaterThan(500)
  expect(await ink(png, [0, 20], [66, 630])).toBe(0)
  expect(await ink(png, [1134, 20], [1200, 630])).toBe(0)
  expect(await ink(png, [72, 505], [1128, 524]), "above the rule").toBe(0)
})

test.each([
  ["Greek", "Σχέδιο"],
  ["Cyrillic", "План"],
  ["Arabic", "خطة"],
  ["Hebrew", "תכנית"],
  ["emoji", "🚢"],
])("it has the letters of %s", async (_, title) => {
  const [png, boxes] = [await draw(title), await draw("\u{10FFFD}".repeat([...title].length))]
  expect(await ink(png, titleFrom, titleTo)).toBeGreaterThan(150)
  expect(png.equals(boxes)).toBe(false)
})

test("what stands from the right begins at the right margin", async () => {
  const png = await draw("خطة")
  expect(await ink(png, [1000, 320], titleTo)).toBeGreaterThan(150)
  expect(await ink(png, titleFrom, [600, 505])).toBe(0)
})

test("a version that takes the report back says so instead of what came of it", async () => {
  const by = { name: "Tomas Okwuosa", capacity: "" }
  const gone = await draw("Plan", { withdrawal: { reason: "Another group's.", by } })
  expect(gone.equals(await draw("Plan"))).toBe(false)
})
