import bidiFactory from "bidi-js"
import type { Run } from "../sheet"
import type { Face } from "./faces"
import type { Typesetter } from "./typesetter"

/** How a text is set: size and line height in points. */
export type Look = {
  face: "serif" | "sans"
  size: number
  lead: number
  bold?: boolean
  italic?: boolean
}

/**
 * Words of one typeface on a line, `x` points from its start. `says` is the sign that stands in the text
 * where another one is drawn: a bracket that is turned round; "" elsewhere.
 */
export type Piece = {
  text: string
  says: string
  x: number
  width: number
  face: Face
  href: string
}
/** Pieces in the order in which they are read. */
export type Line = { pieces: Piece[]; width: number; fromEnd: boolean }

const bidi = bidiFactory()
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
/** Where a line may end: behind blanks and dashes, and on both sides of a character of Chinese. */
const UNITS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，．！？：；」』）]*[ \t]*|[^ \t\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\-–—/\u200b]*(?:[-–—/\u200b]+|[ \t]+)?/gu

type Sign = { face: Face; href: string }

/** Breaks text into lines of a width, in points. Nothing is cut off: what fits no line is divided. */
export function setLines(runs: readonly Run[], look: Look, width: number, by: Typesetter): Line[] {
  return paragraphsOf(runs).flatMap((paragraph) => {
    const { text, signs } = signsOf(paragraph, look, by)
    const levels = RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text, "auto") : null
    const base = levels?.paragraphs[0]?.level ?? 0
    return breakText(text, signs, look.size, width, by).map(([from, to]): Line => {
      const pieces = piecesOf({ text, signs, levels: levels?.levels ?? null, from, to })
      return place(pieces, base, look.size, by)
    })
  })
}

/** Runs parted at forced line breaks; each part is a paragraph for the order of its letters. */
function paragraphsOf(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]]
  for (const run of runs)
    for (const [index, text] of run.text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
      if (index > 0) paragraphs.push([])
      if (text) paragraphs.at(-1)?.push({ ...run, text })
    }
  return paragraphs
}

function faceOf(look: Look, run: Run): Face {
  const bold = look.bold || run.bold
  if (look.face === "sans") return bold ? "sans-bold" : "sans"
  const italic = look.italic || run.italic
  if (bold) return italic ? "serif-bold-italic" : "serif-bold"
  return italic ? "serif-italic" : "serif"
}

/** The signs that are drawn, each with its typeface and where it leads. */
function signsOf(runs: readonly Run[], look: Look, by: Typesetter) {
  let text = ""
  const signs: Sign[] = []
  for (const run of runs) {
    const words = run.text.replaceAll("\t", " ")
    const faces = by.faces(words, faceOf(look, run))
    for (let at = 0; at < words.length; at++) {
      const face = faces[at]
      if (!face) continue
      text += words[at]
      signs.push({ face, href: run.href ?? "" })
    }
  }
  return { text, signs }
}

/** Where the lines of a paragraph begin and end. */
function breakText(
  text: string,
  signs: readonly Sign[],
  size: number,
  width: number,
  by: Typesetter,
): [number, number][] {
  const measure = (from: number, to: number) =>
    stretches(signs, from, to).reduce(
      (sum, [start, end, face]) => sum + by.width(text.slice(start, end), face, size),
      0,
    )
  const lines: [number, number][] = []
  let start = 0
  let end = 0
  let used = 0
  const close = () => {
    lines.push([start, end])
    start = end
    used = 0
  }
  const add = (to: number) => {
    const bare = text.slice(end, to).trimEnd().length
    const wide = measure(end, to)
    const needed = bare === to - end ? wide : measure(end, end + bare)
    if (used > 0 && used + needed > width) close()
    if (needed > width) {
      for (const sign of new Intl.Segmenter().segment(text.slice(end, to))) {
        const each = measure(end, end + sign.segment.length)
        if (used > 0 && used + each > width) close()
        end += sign.segment.length
        used += each
      }
      return
    }
    end = to
    used += wide
  }
  for (const [unit] of text.matchAll(UNITS)) if (unit) add(end + unit.length)
  if (end > start || lines.length === 0) close()
  return lines
}

/** Stretches of one typeface. */
function stretches(signs: readonly Sign[], from: number, to: number): [number, number, Face][] {
  const found: [number, number, Face][] = []
  for (let at = from; at < to; at++) {
    const sign = signs[at]
    const last = found.at(-1)
    if (!sign) continue
    if (last && last[2] === sign.face) last[1] = at + 1
    else found.push([at, at + 1, sign.face])
  }
  return found
}

type Placed = Sign & { text: string; says: string; level: number }

/** The pieces of a line in reading order; words from right to left stand alone. */
function piecesOf({
  text,
  signs,
  levels,
  from,
  to,
}: {
  text: string
  signs: readonly Sign[]
  levels: Uint8Array | null
  from: number
  to: number
}): Placed[] {
  const pieces: Placed[] = []
  const end = from + text.slice(from, to).trimEnd().length
  let parted = true
  for (let at = from; at < end; at++) {
    const sign = signs[at]
    const char = text[at] ?? ""
    if (!sign) continue
    const level = levels?.[at] ?? 0
    const back = level % 2 === 1
    const last = pieces.at(-1)
    const turned = back ? bidi.getMirroredCharacter(char) : null
    const says = turned ? char : ""
    if (
      last &&
      !parted &&
      last.says === "" &&
      !turned &&
      last.face === sign.face &&
      last.href === sign.href &&
      last.level === level
    )
      last.text += char
    else pieces.push({ ...sign, text: turned ?? char, says, level })
    parted = back && char === " "
  }
  return pieces
}

/** Puts pieces where they are seen: from the left, those of another direction turned round. */
function place(pieces: readonly Placed[], base: number, size: number, by: Typesetter): Line {
  const measured = pieces.map((piece) => ({
    ...piece,
    width: by.width(piece.text, piece.face, size),
  }))
  const seen = [...measured]
  const highest = Math.max(0, ...seen.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < seen.length; from++) {
      if ((seen[from]?.level ?? 0) < level) continue
      let to = from
      while (to < seen.length && (seen[to]?.level ?? 0) >= level) to++
      seen.splice(from, to - from, ...seen.slice(from, to).reverse())
      from = to
    }
  }
  let x = 0
  const xs = new Map<(typeof measured)[number], number>()
  for (const piece of seen) {
    xs.set(piece, x)
    x += piece.width
  }
  return {
    pieces: measured.map((piece) => ({
      text: piece.text,
      says: piece.says,
      x: xs.get(piece) ?? 0,
      width: piece.width,
      face: piece.face,
      href: piece.href,
    })),
    width: x,
    fromEnd: base % 2 === 1,
  }
}
