import type { Inline, Mark, MinutesText, TextNode } from "./model"

/**
 * Minutes in which every placeholder of a name, `[the draft](#)` in plain words, has become a link; its
 * words keep their emphasis. Everything else stays as it is.
 */
export function linkPlaceholders(text: MinutesText, label: string, href: string): MinutesText {
  const link: Mark = { type: "link", attrs: { href } }
  return {
    ...text,
    sections: Object.fromEntries(
      Object.entries(text.sections).map(([id, doc]) => [id, under(doc, label, link)]),
    ),
  }
}

/** Whether words are a placeholder and nothing else. */
export const isPlaceholder = (words: string) => /^\[[^[\]\n]{1,200}\]\(#?\)$/.test(words)

/**
 * A line cut at whatever is no plain words: a placeholder stands in words side by side, over changes of
 * their emphasis, and never in a link or around the name of somebody.
 */
export function runsOfWords(line: readonly Inline[]): (TextNode[] | Inline)[] {
  const runs: (TextNode[] | Inline)[] = []
  for (const node of line) {
    const last = runs.at(-1)
    if (!isPlainText(node)) runs.push(node)
    else if (Array.isArray(last)) last.push(node)
    else runs.push([node])
  }
  return runs
}

function isPlainText(node: Inline): node is TextNode {
  return node.type === "text" && !node.marks?.some((mark) => mark.type === "link")
}

function under<Part>(part: Part, label: string, link: Mark): Part {
  if (typeof part !== "object" || part === null) return part
  const { type, content } = part as { type?: unknown; content?: unknown }
  if (!Array.isArray(content)) return part
  const inside =
    type === "paragraph"
      ? runsOfWords(content as Inline[]).flatMap((run) =>
          Array.isArray(run) ? linked(run, label, link) : [run],
        )
      : content.map((inner: unknown) => under(inner, label, link))
  return { ...part, content: inside }
}

/** Words side by side in which the placeholders of a name are links. */
function linked(run: TextNode[], label: string, link: Mark): TextNode[] {
  const words = run.map(({ text }) => text).join("")
  const found: TextNode[] = []
  let at = 0
  for (const match of words.matchAll(/\[([^[\]\n]{1,200})\]\(#?\)/g)) {
    const [whole, named = ""] = match
    if (named.trim() !== label) continue
    const start = match.index + 1 + named.length - named.trimStart().length
    found.push(...cut(run, at, match.index))
    for (const node of cut(run, start, start + label.length))
      found.push({ ...node, marks: [...(node.marks ?? []), link] })
    at = match.index + whole.length
  }
  return at === 0 ? run : [...found, ...cut(run, at, words.length)]
}

/** The words of a run between two places, each with its looks. */
function cut(run: readonly TextNode[], from: number, to: number): TextNode[] {
  let before = 0
  return run.flatMap((node) => {
    const text = node.text.slice(Math.max(from - before, 0), Math.max(to - before, 0))
    before += node.text.length
    return text === "" ? [] : [{ ...node, text }]
  })
}
