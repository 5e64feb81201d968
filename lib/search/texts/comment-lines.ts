import { partsOf } from "@/lib/comments/markup"
import type { Part, Piece } from "@/lib/comments/model"

/** The words of a comment without its markup, a paragraph a line. */
export const commentLines = (text: string): string[] => partsOf(text).flatMap(linesOf)

function linesOf(part: Part): string[] {
  if (part.kind === "paragraph") return [part.pieces.map(textOf).join("")]
  if (part.kind === "code") return [part.text]
  const inside = part.kind === "quote" ? part.parts : part.items.flat()
  return inside.flatMap(linesOf)
}

function textOf(piece: Piece): string {
  if (piece.kind === "break") return "\n"
  return "text" in piece ? piece.text : piece.pieces.map(textOf).join("")
}
