import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"

const css = await readFile(new URL("tokens.css", import.meta.url), "utf8")

/**
 * What eyes without one kind of cone make of linear red, green and blue, and what paper makes of them
 * in a copy without colour. Machado, Oliveira, Fernandes 2009, doi 10.1109/TVCG.2009.113, severity 1.
 */
const eyes = {
  "all cones": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  "no colour": [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
}

const times = (matrix: readonly number[][], vector: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, part, at) => sum + part * (vector[at] ?? 0), 0))

function linear(hex: string): number[] {
  return [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
}

/** CIE L*, 0 for black and 100 for white: how light a colour looks. */
function lightness(hex: string, eye: readonly number[][]): number {
  const seen = times(eye, linear(hex)).map((part) => Math.min(1, Math.max(0, part)))
  const [luminance = 0] = times([[0.2126, 0.7152, 0.0722]], seen)
  return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance
}

/** The ramp in the block that follows a selector. */
function ramp(selector: string): string[] {
  const from = css.indexOf(`${selector} {`)
  const block = css.slice(from, css.indexOf("}", from))
  return [...block.matchAll(/--heat-\d: (#[0-9a-f]{6});/g)].map(([, hex]) => hex ?? "")
}

/** Of L*: three times what two patches side by side need to be told apart. */
const leastStep = 8

test.each(
  Object.entries(eyes).flatMap(([name, eye]) =>
    [":root", ':root[data-theme="dark"]'].map((theme) => [name, theme, eye] as const),
  ),
)(
  "with %s in %s every step of a heat map is lighter or darker than its neighbours",
  (_, theme, eye) => {
    const seen = ramp(theme).map((hex) => lightness(hex, eye))
    expect(seen).toHaveLength(6)
    const steps = seen.slice(1).map((one, at) => one - (seen[at] ?? 0))
    const way = theme === ":root" ? -1 : 1
    expect(steps.filter((step) => step * way < leastStep)).toEqual([])
  },
)
