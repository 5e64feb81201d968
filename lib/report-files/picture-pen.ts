import type { SKRSContext2D } from "@napi-rs/canvas"
import { type Face, loadFaces } from "./pdf/faces"
import { pictureSize } from "./picture-size"

/** Free at both sides of a picture, in pixels. */
export const margin = 72
/** The light roles of app/ui/styles/tokens.css: a picture knows no dark mode. */
export const colour = { paper: "#fdfdfb", ink: "#191d1c", soft: "#5d6561", accent: "#0b5468" }

/** How a family asks for the signs that it lacks itself. */
const families = {
  serif: `"serif", "arabic", "hebrew", "emoji"`,
  sans: `"sans", "serif", "arabic", "hebrew", "emoji"`,
  bold: `"sans-bold", "serif-bold", "arabic-bold", "hebrew-bold", "emoji"`,
}
type Family = keyof typeof families

const fromTheRight = /^[^\p{L}]*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u

/** The library with our typefaces; it stays away from those of the machine, which differ. */
export async function withFaces() {
  const library = await import("@napi-rs/canvas")
  for (const [face, bytes] of await loadFaces())
    if (!library.GlobalFonts.has(nameOf(face))) library.GlobalFonts.register(bytes, nameOf(face))
  return library
}

const nameOf = (face: Face): string => face

type Line = {
  y: number
  size: number
  family?: Family
  fill?: string
  /** At the right margin. */
  end?: boolean
  /** Where its room begins, from the left; at the margin, or up to it at the right, unless given. */
  x?: number
  /** How wide it may be, in pixels. */
  room?: number
}

/** One line of words, cut where it would leave its room. */
export function say(pen: SKRSContext2D, words: string, line: Line): void {
  const { y, size, family = "sans", fill = colour.soft, end = false } = line
  pen.font = `${size}px ${families[family]}`
  pen.fillStyle = fill
  const right = end || fromTheRight.test(words)
  pen.direction = fromTheRight.test(words) ? "rtl" : "ltr"
  pen.textAlign = right ? "right" : "left"
  const room = line.room ?? pictureSize.width - 2 * margin
  const shown = shortened(pen, words, room)
  const from = line.x ?? (right ? pictureSize.width - margin - room : margin)
  pen.fillText(shown, right ? from + room : from, y)
}

/** Words on a few lines; what does not fit on the last ends in an ellipsis when it is said. */
export function linesOf(
  pen: SKRSContext2D,
  words: string,
  { size, family, most }: { size: number; family: Family; most: number },
): string[] {
  pen.font = `${size}px ${families[family]}`
  const room = pictureSize.width - 2 * margin
  const lines: string[] = []
  let rest = words.replace(/\s+/g, " ").trim()
  while (rest && lines.length < most - 1) {
    const parts = rest.split(" ")
    let taken = 1
    while (
      taken < parts.length &&
      pen.measureText(parts.slice(0, taken + 1).join(" ")).width <= room
    )
      taken += 1
    lines.push(parts.slice(0, taken).join(" "))
    rest = parts.slice(taken).join(" ")
  }
  return rest ? [...lines, rest] : lines
}

function shortened(pen: SKRSContext2D, words: string, room: number): string {
  if (pen.measureText(words).width <= room) return words
  const signs = [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment)
  let [fits, over] = [0, signs.length]
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2)
    const text = `${signs.slice(0, middle).join("")}…`
    if (pen.measureText(text).width <= room) fits = middle
    else over = middle
  }
  return `${signs.slice(0, fits).join("").trimEnd()}…`
}
