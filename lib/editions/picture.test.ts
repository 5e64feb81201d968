import { readFile } from "node:fs/promises"
import { createCanvas, loadImage } from "@napi-rs/canvas"
import { expect, test } from "vitest"
import { pictureSize } from "@/lib/report-files/picture-size"
import type { EditionContent, EditionRow } from "./model"
import { drawEditionPicture, heat } from "./picture"

const row = (number: number, area: string, done: number): EditionRow => ({
  ...{ number, area, suggests: "", citation: { mandate: "", paragraph: "" }, synergies: [] },
  ...{ scope: "in", reason: "It matters", status: "open", confirmed: null, meetings: [] },
  activities: Array.from({ length: done }, (_, at) => ({
    ...{
      id: `${number}-${at}`,
      title: `Session ${at}`,
      kind: "mag",
      years: [],
      link: "",
      body: "",
    },
  })),
})

const edition = (changes: Partial<EditionContent> = {}): EditionContent => ({
  ...{ schema: 1, number: 2, frozenAt: "2026-08-20T10:00:00.000Z", note: "", goal: "", rule: "" },
  group: { slug: "wg-a", shortName: "WG-A", name: "Working Group A" },
  mandate: { slug: "plan", title: "A plan", symbol: "A/1", dated: null, link: "" },
  areas: ["one", "two"].map((slug) => ({ slug, title: `Area ${slug}`, crossCutting: false })),
  rows: [row(1, "one", 5)],
  annex: [],
  ...changes,
})
const draw = (changes?: Partial<EditionContent>, locale: "en" | "fr" = "en") =>
  drawEditionPicture(edition(changes), { origin: "https://portal.example.org", locale })

/** Which colours the picture holds, and how many pixels of each. */
async function coloursOf(png: Buffer) {
  const image = await loadImage(png)
  const { width, height } = image
  const pen = createCanvas(width, height).getContext("2d")
  pen.drawImage(image, 0, 0)
  const { data } = pen.getImageData(0, 0, width, height)
  const at = (x: number, y: number) =>
    `#${[0, 1, 2]
      .map((part) => (data[(y * width + x) * 4 + part] ?? 0).toString(16).padStart(2, "0"))
      .join("")}`
  return { width, height, at }
}

test("it is a PNG of the size that links are shown with, the same for the same edition", async () => {
  const png = await draw()
  const { width, height } = await coloursOf(png)
  expect({ width, height }).toEqual(pictureSize)
  expect(png.equals(await draw())).toBe(true)
  expect(png.equals(await draw({ number: 3 }))).toBe(false)
  expect(png.equals(await draw({}, "fr"))).toBe(false)
})

test("an area shows how much is done in it by the step of its colour", async () => {
  // The first cell of the first area, beside its figure; the cell beside it stands for nothing.
  const five = await coloursOf(await draw())
  expect(five.at(380, 303)).toBe(heat.steps[5])
  expect(five.at(450, 310)).toBe(heat.steps[0])
  const one = await coloursOf(await draw({ rows: [row(1, "one", 1)] }))
  expect(one.at(380, 303)).toBe(heat.steps[1])
})

test.each([
  ["a title of 300 letters", { mandate: { ...edition().mandate, title: "a".repeat(300) } }],
  [
    "sixty areas of long names",
    {
      areas: Array.from({ length: 60 }, (_, at) => ({
        ...{ slug: `a${at}`, title: "harbour ".repeat(30), crossCutting: false },
      })),
    },
  ],
])("with %s it keeps its margins", async (_, changes) => {
  const { at } = await coloursOf(await draw(changes))
  const paper = heat.steps[0]
  for (const x of [4, 66, 1134, 1196])
    for (let y = 20; y < 630; y++) if (at(x, y) !== paper) throw new Error(`Ink at ${x}, ${y}`)
  for (let x = 0; x < 1200; x++) expect(at(x, 530), `above the rule at ${x}`).toBe(paper)
})

test("its colours are those of the pages", async () => {
  const css = await readFile(new URL("../../app/ui/styles/tokens.css", import.meta.url), "utf8")
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1]
  expect(heat.steps).toEqual(heat.steps.map((_, step) => token(`heat-${step}`)))
  expect([heat.ink, heat.inkOn, heat.rule]).toEqual(["heat-ink", "heat-ink-on", "rule"].map(token))
})
