import { ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from "docx"
import type { Run } from "../sheet"

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const FIRST_STRONG = /[\p{L}]/u

/** Text without the signs that no XML may hold. */
export function storable(text: string): string {
  return text.replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\t\n]/.test(sign) ? sign : ""))
}

/** Whether a paragraph is read from right to left: by its first letter, as everywhere in the portal. */
export function isFromRight(runs: readonly Run[]): boolean {
  const first = FIRST_STRONG.exec(runs.map(({ text }) => text).join(""))?.[0]
  return first !== undefined && RIGHT_TO_LEFT.test(first)
}

/** Runs as Word has them. */
export function wordsOf(runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const pieces = piecesOf(run)
    if (!run.href) return pieces
    if (run.href.startsWith("#"))
      return [new InternalHyperlink({ anchor: bookmark(run.href.slice(1)), children: pieces })]
    return [new ExternalHyperlink({ link: run.href, children: pieces })]
  })
}

/** The name of a place, as Word allows it. */
export const bookmark = (place: string) => `_${place.replace(/[^A-Za-z0-9_]/g, "_")}`

/** Letters that run from right to left are told apart, so that Word sets them with the right typeface. */
function piecesOf(run: Run): TextRun[] {
  const lines = storable(run.text.replace(/\r\n?/g, "\n")).split("\n")
  return lines.flatMap((line, index) =>
    (line === "" ? [""] : stretchesOf(line)).map((text, place) => {
      const back = RIGHT_TO_LEFT.test(text)
      return new TextRun({
        text,
        ...(run.bold ? { bold: true } : {}),
        ...(run.italic ? { italics: true } : {}),
        ...(run.href ? { style: "Hyperlink" } : {}),
        ...(back ? { rightToLeft: true } : {}),
        ...(index > 0 && place === 0 ? { break: 1 } : {}),
      })
    }),
  )
}

function stretchesOf(line: string): string[] {
  if (!RIGHT_TO_LEFT.test(line)) return [line]
  return (
    line.match(
      /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s]+|[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+/g,
    ) ?? [line]
  )
}
