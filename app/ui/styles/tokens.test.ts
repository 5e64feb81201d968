import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"

const css = await readFile(new URL("tokens.css", import.meta.url), "utf8")

/** The custom properties of the block that follows a selector. */
function roles(selector: string): Map<string, string> {
  const from = css.indexOf(`${selector} {`)
  expect(from, `${selector} stands in tokens.css`).toBeGreaterThan(-1)
  const block = css.slice(from, css.indexOf("}", from))
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
      name ?? "",
      value ?? "",
    ]),
  )
}

const light = roles(":root")
const system = roles(':root:not([data-theme="light"])')
const chosen = roles(':root[data-theme="dark"]')

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, relative contrast of two colours. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ["paper", "ground", "sunken"]
const text = ["ink", "ink-2", "ink-3", "accent", "accent-2"]
const readable = [
  ...text.flatMap((ink) => surfaces.map((surface) => [ink, surface])),
  ...["ok", "warn", "bad"].flatMap((state) => [
    [state, "paper"],
    [state, "ground"],
    [state, `${state}-tint`],
    ["ink", `${state}-tint`],
    ["ink-2", `${state}-tint`],
  ]),
  ["accent", "accent-tint"],
  ["ink", "accent-tint"],
  ["ink", "mark"],
  ["on-accent", "accent"],
  ["on-accent", "accent-2"],
  ...["0", "1", "2", "3"].map((count) => ["heat-ink", `heat-${count}`]),
  ...["4", "5"].map((count) => ["heat-ink-on", `heat-${count}`]),
  ...["1", "2", "3", "4", "5", "6"].map((who) => ["paper", `who-${who}`]),
]

test("the two dark blocks hold the same", () => {
  expect([...chosen]).toEqual([...system])
  expect(system.size).toBeGreaterThan(20)
})

test("dark renames every colour of light and invents none", () => {
  const colours = [...light].filter(([, value]) => value.startsWith("#")).map(([name]) => name)
  expect([...system.keys()].filter((name) => name !== "--shadow").sort()).toEqual(colours.sort())
})

test.each([
  ["light", light],
  ["dark", system],
])("in %s every text can be read on every surface, and every control seen", (_, theme) => {
  const value = (name: string) => theme.get(`--${name}`) ?? ""
  const measure = (pairs: string[][], floor: number) =>
    pairs
      .map(([ink = "", surface = ""]) => ({
        pair: `${ink} on ${surface}`,
        ratio: contrast(value(ink), value(surface)),
      }))
      .filter(({ ratio }) => !(ratio >= floor))
  expect(measure(readable, 4.5)).toEqual([])
  expect(
    measure(
      [
        ["edge", "paper"],
        ["accent", "paper"],
        ["ink-3", "paper"],
      ],
      3,
    ),
  ).toEqual([])
})
