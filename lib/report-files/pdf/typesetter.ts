import type PDFDocument from "pdfkit"
import { type Face, faces, fallbacks } from "./faces"

/** What is used of a typeface inside the library: its forms, and how text becomes their numbers. */
type Inner = {
  font: {
    hasGlyphForCodePoint: (point: number) => boolean
    getGlyph: (id: number, codePoints?: number[]) => Glyph
    _glyphs: Record<number, Glyph>
  }
  subset: { glyphs: number[] }
  widths: number[]
  unicode: number[][]
  scale: number
  layout: (text: string, features?: unknown, onlyWidth?: boolean) => Layout
  encode: (text: string, features?: unknown) => [string[], Layout["positions"]]
}
type Glyph = { id: number; advanceWidth: number; codePoints: number[] }
type Layout = {
  glyphs: Glyph[]
  positions: Record<"xAdvance" | "yAdvance" | "xOffset" | "yOffset" | "advanceWidth", number>[]
  advanceWidth: number
}

/** Signs that say how others are set and have no form of their own. */
const SILENT =
  /\u00ad|\u061c|[\u200b-\u200f]|[\u2028-\u202e]|[\u2060-\u206f]|\ufeff|[\ufe00-\ufe0f]/
const CONTROL = /\p{Cc}/u

/** Finds the typeface of every sign of a text, and how wide words are. */
export class Typesetter {
  readonly #document: typeof PDFDocument.prototype
  /** The sign for which the next form stands, where it is another one than is drawn; else "". */
  says = ""
  /** Whether a sign was met that no typeface has: a box stands for it. */
  lacks = false
  readonly #inners = new Map<Face, Inner>()
  readonly #known = new Map<Face, Map<number, Face>>()

  constructor(document: typeof PDFDocument.prototype, bytes: ReadonlyMap<Face, Buffer>) {
    this.#document = document
    for (const face of faces) {
      const font = bytes.get(face)
      if (font) document.registerFont(face, font)
    }
    const inner = this.#inner("missing")
    const { id, advanceWidth } = inner.layout("\u25fb").glyphs[0] ?? { id: 0, advanceWidth: 0 }
    drawBoxes(inner, id, advanceWidth)
  }

  /** The width of words of one typeface, in points. */
  width(text: string, face: Face, size: number): number {
    return this.#document.font(face).fontSize(size).widthOfString(text)
  }

  /**
   * The typeface of every UTF-16 unit of a text, null for those that are not drawn. Signs that join
   * others stay with the one before them.
   */
  faces(text: string, wanted: Face): (Face | null)[] {
    const found: (Face | null)[] = []
    let last: Face = wanted
    for (const sign of text) {
      const point = sign.codePointAt(0) ?? 0
      const silent = SILENT.test(sign) || CONTROL.test(sign)
      if (silent && !(joins(point) && last === "emoji")) {
        for (let unit = 0; unit < sign.length; unit++) found.push(null)
        continue
      }
      const follows = /\p{M}|\u200d|[\u{1f3fb}-\u{1f3ff}]/u.test(sign)
      const face: Face = follows && this.#has(last, point) ? last : this.#faceOf(point, wanted)
      for (let unit = 0; unit < sign.length; unit++) found.push(face)
      last = face
    }
    return found
  }

  #faceOf(point: number, wanted: Face): Face {
    const known = this.#known.get(wanted) ?? new Map<number, Face>()
    this.#known.set(wanted, known)
    const before = known.get(point)
    if (before) return before
    const face = fallbacks(wanted).find((each) => this.#has(each, point)) ?? "missing"
    if (face === "missing") this.lacks = true
    known.set(point, face)
    return face
  }

  #has(face: Face, point: number): boolean {
    return this.#inner(face).font.hasGlyphForCodePoint(point)
  }

  #inner(face: Face): Inner {
    const known = this.#inners.get(face)
    if (known) return known
    const { _font } = this.#document.font(face) as unknown as { _font: Inner }
    keepText(_font, () => this.says)
    this.#inners.set(face, _font)
    return _font
  }
}

const joins = (point: number) => point === 0x200d || point === 0xfe0f

/**
 * Gives every form a number of its own for each text that it stands for: letters of Arabic share
 * their forms, and a sign of the Kelvin that of a K, and each is still copied and searched as itself.
 */
function keepText(inner: Inner, says: () => string): void {
  const { font } = inner
  const forms = new Map<string, Glyph>()
  const make = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const key = `${id}:${codePoints.join()}`
    const before = forms.get(key)
    if (before) return before
    // The library keeps one form for each number, with the first text that it stood for.
    delete font._glyphs[id]
    const form = make(id, codePoints)
    forms.set(key, form)
    return form
  }
  const known = new Map<string, number>()
  inner.encode = (text, features) => {
    const { glyphs, positions } = inner.layout(text, features)
    const said = says().codePointAt(0)
    const numbers = glyphs.map((glyph) =>
      numberOf(inner, known, said === undefined ? glyph : { ...pick(glyph), codePoints: [said] }),
    )
    return [numbers, positions]
  }
}

/** Makes a typeface draw the same empty box for every sign. */
function drawBoxes(inner: Inner, id: number, advanceWidth: number): void {
  inner.layout = (text) => {
    const glyphs = [...text].map((sign) => {
      return { id, advanceWidth, codePoints: [sign.codePointAt(0) ?? 0] }
    })
    const xAdvance = advanceWidth * inner.scale
    const position = { xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: xAdvance }
    return { glyphs, positions: glyphs.map(() => position), advanceWidth: xAdvance * glyphs.length }
  }
}

const pick = ({ id, advanceWidth }: Glyph) => ({ id, advanceWidth })

function numberOf(inner: Inner, known: Map<string, number>, glyph: Glyph): string {
  const key = `${glyph.id}:${glyph.codePoints.join()}`
  let number = known.get(key)
  if (number === undefined) {
    number = inner.subset.glyphs.push(glyph.id) - 1
    inner.widths[number] = glyph.advanceWidth * inner.scale
    // A part of a letter that stands for nothing by itself.
    inner.unicode[number] = glyph.codePoints.length > 0 ? glyph.codePoints : [0x200d]
    known.set(key, number)
  }
  return number.toString(16).padStart(4, "0")
}
