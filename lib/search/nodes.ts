/** A node of any stored text of the portal, as far as its words go. */
export type AnyNode = {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  content?: readonly AnyNode[]
}

const inLine = new Set(["text", "mention", "hardBreak", "footnote"])
/** Characters of one passage: what stands together longer than this is taken apart. */
const longest = 1500

/** The words of a node without its notes, each block on a line of its own; a mention reads as its label. */
export function wordsOf(node: AnyNode): string {
  if (node.type === "footnote") return ""
  if (node.type === "text") return node.text ?? ""
  if (node.type === "hardBreak") return "\n"
  if (node.type === "mention") return String(node.attrs?.label ?? "")
  const parts = (node.content ?? []).map((child) =>
    inLine.has(child.type) ? wordsOf(child) : `${wordsOf(child)}\n`,
  )
  return parts.join("").trim()
}

/** The words of the notes in a node, a note each. */
export function notesIn(node: AnyNode): string[] {
  if (node.type === "footnote") return [wordsOf({ ...node, type: "paragraph" })]
  return (node.content ?? []).flatMap(notesIn)
}

/** The people whom a node names where it mentions them. */
export function mentionsIn(node: AnyNode): string[] {
  if (node.type === "mention") return [String(node.attrs?.label ?? "")]
  return (node.content ?? []).flatMap(mentionsIn)
}

/** The pieces of a text put together to passages of a bearable length; a longer piece is cut at a space. */
export function passagesOf(pieces: readonly string[]): string[] {
  const passages: string[] = []
  let open = ""
  for (const piece of pieces.flatMap(cut)) {
    if (open && open.length + piece.length > longest) {
      passages.push(open)
      open = ""
    }
    open = open ? `${open}\n${piece}` : piece
  }
  return open ? [...passages, open] : passages
}

function cut(piece: string): string[] {
  const parts: string[] = []
  let rest = piece.trim()
  while (rest.length > longest) {
    const space = rest.lastIndexOf(" ", longest)
    // A sign of two units is not taken apart.
    const whole = /[\uD800-\uDBFF]/.test(rest.charAt(longest - 1)) ? longest - 1 : longest
    const at = space > longest / 2 ? space : whole
    parts.push(rest.slice(0, at))
    rest = rest.slice(at).trim()
  }
  return rest ? [...parts, rest] : parts
}
