import {
  type Block,
  blockText,
  emptyDoc,
  isDay,
  isLinkTarget,
  isRecordBlock,
  type PlainBlock,
  type SectionDoc,
} from "./model"
import { pairRewritten, type Unit } from "./pair-rewritten"
import { type PlainWords, plainBlock, plainDoc } from "./plain"
import { blocksOf, chunksOf, type PlainUnit, runsOf, saidIn } from "./plain-lines"
import { type Linking, oddLinks } from "./plain-links"
import { type KnownPerson, type Naming, namingIn } from "./plain-names"

/** What a chunk is read with. */
type Reading = { words: PlainWords; linking: Linking; naming: Naming; id: string }

const kinds = ["statement", "decision", "action", "question"] as const
const linkTargets: Linking = { leads: isLinkTarget, odd: [] }

function lined(lines: readonly string[], { linking, naming }: Omit<Reading, "words" | "id">) {
  const blocks = blocksOf(lines, (text) => saidIn(text, linking, naming))
  return blocks.length > 0 ? blocks : [{ type: "paragraph" } satisfies PlainBlock]
}

/**
 * Lines of plain text to blocks: runs of `- ` and `1. ` become lists (without nesting), the rest
 * paragraphs. Whom and where `replaced` led, they lead as well; a name that several of the people have, of
 * whom not one alone is at the meeting, stays words.
 */
export function readLines(
  lines: readonly string[],
  people: readonly KnownPerson[],
  replaced: readonly PlainBlock[] = [],
): PlainBlock[] {
  const naming = namingIn(replaced, people, () => {})(lines.join("\n"), replaced)
  return lined(lines, {
    linking: { ...linkTargets, odd: oddLinks(replaced, isLinkTarget) },
    naming,
  })
}

/** Takes the line that opens with `word:` out of `lines` and gives what follows the colon. */
function take(lines: string[], word: string): string | null {
  const at = lines.findIndex((line) => line.startsWith(`${word}:`))
  const [line] = at < 0 ? [] : lines.splice(at, 1)
  return line === undefined ? null : line.slice(word.length + 1).trim()
}

const kindOf = (chunk: string, words: PlainWords) =>
  kinds.find((type) => chunk.startsWith(`${words[type]}:`))

/** "Name (capacity)" as the two. */
function speakerIn(first: string): { name: string; capacity: string } {
  const [, name = first, capacity = ""] = /^(.*?)\s*\(([^()]*)\)$/.exec(first) ?? []
  return { name, capacity }
}

/** One chunk as a block. A due date that is no date stays in the text. */
function readChunk(chunk: string, reading: Reading): Block[] {
  const { words, naming, id } = reading
  const lines = chunk.split("\n")
  const kind = kindOf(chunk, words)
  if (!kind) {
    if (lines.every((line) => line.startsWith(">"))) {
      const inner = lines.map((line) => line.replace(/^> ?/, ""))
      return [{ type: "blockquote", content: lined(inner, reading) }]
    }
    return lined(lines, reading)
  }
  const first = take(lines, words[kind]) ?? ""
  const content = () => lined(first === "" ? lines : [first, ...lines], reading)
  if (kind === "decision") return [{ type: kind, attrs: { id }, content: content() }]
  if (kind === "question") {
    const outcome = take(lines, words.outcome) || null
    return [{ type: kind, attrs: { id, outcome }, content: content() }]
  }
  if (kind === "action") {
    const owners = (take(lines, words.owners) ?? "").split(";").map((name) => name.trim())
    const day = take(lines, words.due)
    const due = day !== null && isDay(day) ? day : null
    if (day !== due) lines.push(`${words.due}: ${day}`)
    const attrs = { id, owners: naming.owners(owners.filter(Boolean)), due }
    return [{ type: kind, attrs, content: content() }]
  }
  const { name, capacity } = speakerIn(first)
  const attrs = { id, ...naming.speaker(name.trim(), capacity), capacity }
  return [{ type: kind, attrs, content: lined(lines, reading) }]
}

/** What a typed chunk is known by: a statement by its speaker and by what was said. */
function unitTyped(chunk: string, words: PlainWords): Unit {
  const kind = kindOf(chunk, words)
  if (!kind) return { kind: "plain", words: chunk }
  const [first = "", ...rest] = chunk.slice(words[kind].length + 1).split("\n")
  return kind === "statement"
    ? { kind, words: speakerIn(first.trim()).name, under: rest.join("\n") }
    : { kind, words: [first, ...rest].join("\n") }
}

function unitReplaced({ blocks: [block], chunk }: PlainUnit<Block>): Unit {
  if (!block || !isRecordBlock(block)) return { kind: "plain", words: chunk }
  return block.type === "statement"
    ? { kind: block.type, words: block.attrs.name, under: blockText(block) }
    : { kind: block.type, words: blockText(block) }
}

/**
 * A section after somebody edited it as plain text (`plainDoc`). Blocks whose lines are unchanged stay
 * exactly as they were, with bold, links and ids; only what was rewritten is read anew, and keeps its id
 * and whom it names. `unclear` is told each new name that several of the people have.
 */
export function readPlain(
  old: SectionDoc,
  typed: string,
  words: PlainWords,
  people: readonly KnownPerson[],
  unclear: (name: string) => void = () => {},
): SectionDoc {
  const chunks = chunksOf(typed)
  if (chunks.join("\n\n") === plainDoc(old, words)) return old
  const units = old.content
    .map((block) => ({ chunk: plainBlock(block, words), blocks: [block] }))
    .filter(({ chunk }) => chunk !== "")
  const linking = { ...linkTargets, odd: oddLinks(old.content, isLinkTarget) }
  const content = runsOf(units, chunks).flatMap((run): Block[] => {
    if ("kept" in run) return run.kept
    const replaced = run.replaced.flatMap(({ blocks }) => blocks)
    const namingOf = namingIn(replaced, people, unclear)
    const pairs = pairRewritten(
      run.replaced.map(unitReplaced),
      run.typed.map((chunk) => unitTyped(chunk, words)),
    )
    return run.typed.flatMap((chunk, at) => {
      const before = replaced[pairs[at] ?? -1]
      const id = before && isRecordBlock(before) ? before.attrs.id : crypto.randomUUID()
      return readChunk(chunk, { words, linking, naming: namingOf(chunk, before), id })
    })
  })
  return content.length > 0 ? { type: "doc", content } : emptyDoc()
}
