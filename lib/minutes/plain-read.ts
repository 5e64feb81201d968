import { diffArrays } from "diff"
import {
  type Block,
  emptyDoc,
  type Inline,
  isDay,
  isRecordBlock,
  type ListItem,
  type Named,
  type Paragraph,
  type PlainBlock,
  type RecordBlock,
  type SectionDoc,
} from "./model"
import { chunkOf, type PlainWords, plainBlock, plainDoc } from "./plain"

/** `[words](address)`, or an `@` that may open the name of somebody who is known. */
const LINK = /\[([^\]\n]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)/g

function mentionsIn(text: string, people: readonly Named[]): Inline[] {
  for (const { personId, name } of people) {
    const at = personId ? text.indexOf(`@${name}`) : -1
    if (!personId || at < 0) continue
    return [
      ...mentionsIn(text.slice(0, at), people),
      { type: "mention", attrs: { personId, label: name } },
      ...mentionsIn(text.slice(at + name.length + 1), people),
    ]
  }
  return text === "" ? [] : [{ type: "text", text }]
}

function paragraph(text: string, people: readonly Named[]): Paragraph {
  const content: Inline[] = []
  let from = 0
  for (const { index, 0: whole, 1: words = "", 2: href = "" } of text.matchAll(LINK)) {
    content.push(...mentionsIn(text.slice(from, index), people))
    content.push({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] })
    from = index + whole.length
  }
  content.push(...mentionsIn(text.slice(from), people))
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" }
}

/** Lines of plain text to blocks: runs of `- ` and `1. ` become lists (without nesting), the rest paragraphs. */
export function readLines(lines: readonly string[], people: readonly Named[]): PlainBlock[] {
  const blocks: PlainBlock[] = []
  for (const line of lines) {
    const [, mark, words = ""] = /^\s*(-|\d{1,4}\.)\s+(.*)$/.exec(line) ?? []
    const last = blocks.at(-1)
    if (mark === undefined) {
      blocks.push(paragraph(line, people))
      continue
    }
    const entry: ListItem = { type: "listItem", content: [paragraph(words, people)] }
    const type = mark === "-" ? "bulletList" : "orderedList"
    if (last?.type === type) last.content.push(entry)
    else if (type === "bulletList") blocks.push({ type, content: [entry] })
    else blocks.push({ type, attrs: { start: Number.parseInt(mark, 10) }, content: [entry] })
  }
  return blocks.length > 0 ? blocks : [{ type: "paragraph" }]
}

const named = (text: string, people: readonly Named[]): Named => {
  const name = text.trim()
  const person = people.find((other) => other.name.toLowerCase() === name.toLowerCase())
  return person ?? { personId: null, name }
}

/** Takes the line that opens with `word:` out of `lines` and gives what follows the colon. */
function take(lines: string[], word: string): string | null {
  const at = lines.findIndex((line) => line.startsWith(`${word}:`))
  const [line] = at < 0 ? [] : lines.splice(at, 1)
  return line === undefined ? null : line.slice(word.length + 1).trim()
}

/** One chunk as a block. A due date that is no date stays in the text. */
function readChunk(chunk: string, words: PlainWords, people: readonly Named[]): Block[] {
  const lines = chunk.split("\n")
  const kind = (["statement", "decision", "action", "question"] as const).find((type) =>
    lines[0]?.startsWith(`${words[type]}:`),
  )
  if (!kind) {
    if (lines.every((line) => line.startsWith(">"))) {
      const inner = lines.map((line) => line.replace(/^> ?/, ""))
      return [{ type: "blockquote", content: readLines(inner, people) }]
    }
    return readLines(lines, people)
  }
  const id = crypto.randomUUID()
  const first = take(lines, words[kind]) ?? ""
  const content = () => readLines(first === "" ? lines : [first, ...lines], people)
  if (kind === "decision") return [{ type: kind, attrs: { id }, content: content() }]
  if (kind === "question") {
    const outcome = take(lines, words.outcome) || null
    return [{ type: kind, attrs: { id, outcome }, content: content() }]
  }
  if (kind === "action") {
    const owners = (take(lines, words.owners) ?? "").split(";").filter((name) => name.trim())
    const day = take(lines, words.due)
    const due = day !== null && isDay(day) ? day : null
    if (day !== due) lines.push(`${words.due}: ${day}`)
    const attrs = { id, owners: owners.map((name) => named(name, people)), due }
    return [{ type: kind, attrs, content: content() }]
  }
  const [, name = first, capacity = ""] = /^(.*?)\s*\(([^()]*)\)$/.exec(first) ?? []
  return [
    {
      type: kind,
      attrs: { id, ...named(name, people), capacity },
      content: readLines(lines, people),
    },
  ]
}

/** Blocks of the record that were rewritten keep the ids of those that they replace. */
function keepIds(blocks: Block[], replaced: Block[]): Block[] {
  const free: RecordBlock[] = replaced.filter(isRecordBlock)
  return blocks.map((block) => {
    const at = isRecordBlock(block) ? free.findIndex((old) => old.type === block.type) : -1
    const [old] = at < 0 ? [] : free.splice(at, 1)
    return old && isRecordBlock(block)
      ? Object.assign({}, block, { attrs: { ...block.attrs, id: old.attrs.id } })
      : block
  })
}

/**
 * A section after somebody edited it as plain text (`plainDoc`). Blocks whose lines are unchanged
 * stay exactly as they were, with bold, links and ids; only what was rewritten is read anew.
 */
export function readPlain(
  old: SectionDoc,
  typed: string,
  words: PlainWords,
  people: readonly Named[],
): SectionDoc {
  const text = typed.replaceAll(/\r\n?/g, "\n").replaceAll("\0", "")
  const chunks = text
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((chunk) => chunkOf(chunk.split("\n")))
    .filter((chunk) => chunk !== "")
  if (chunks.join("\n\n") === plainDoc(old, words)) return old
  const kept = old.content.filter((block) => plainBlock(block, words) !== "")
  const content: Block[] = []
  let place = 0
  let replaced: Block[] = []
  for (const part of diffArrays(
    kept.map((block) => plainBlock(block, words)),
    chunks,
  )) {
    const here = part.added ? [] : kept.slice(place, place + part.value.length)
    place += here.length
    if (part.added) {
      const read = part.value.flatMap((chunk) => readChunk(chunk, words, people))
      content.push(...keepIds(read, replaced))
    }
    if (!part.added && !part.removed) content.push(...here)
    replaced = part.removed ? here : []
  }
  return content.length > 0 ? { type: "doc", content } : emptyDoc()
}
