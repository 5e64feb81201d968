import { pairRewritten } from "@/lib/minutes/pair-rewritten"
import {
  blocksOf,
  chunksOf,
  type PlainUnit,
  paragraphOf,
  runsOf,
  saidIn,
} from "@/lib/minutes/plain-lines"
import { type Linking, oddLinks } from "@/lib/minutes/plain-links"
import { type Naming, namingIn } from "@/lib/minutes/plain-names"
import { editableBlock, editableText } from "./editable"
import { headingOf, partHeadings, unitsIn } from "./editable-units"
import { isDocumentLink } from "./links"
import {
  DOCUMENT_SCHEMA,
  type DocumentBlock,
  type DocumentInline,
  type DocumentPlain,
  type DocumentText,
} from "./model"
import { isTable, readTable } from "./table-read"

/** What a chunk is read with: the block in whose place it stands, and all that were replaced with it. */
type Reading = {
  linking: Linking
  before: DocumentBlock | undefined
  replaced: readonly DocumentBlock[]
  namingOf: (chunk: string, own: unknown) => Naming
}

/** Where the bracket that opens at `from` is closed; -1 where it is not. */
function closing(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === "[") depth++
    else if (text[at] === "]" && --depth === 0) return at
  }
  return -1
}

function lineOf(text: string, linking: Linking, naming: Naming): DocumentInline[] {
  const content: DocumentInline[] = []
  let from = 0
  for (let opens = text.indexOf("[^"); opens >= 0; opens = text.indexOf("[^", from)) {
    const closes = closing(text, opens)
    if (closes < 0) break
    const said = saidIn(text.slice(opens + 2, closes), linking, naming)
    content.push(...saidIn(text.slice(from, opens), linking, naming))
    content.push({ type: "footnote", ...(said.length > 0 && { content: said }) })
    from = closes + 1
  }
  return [...content, ...saidIn(text.slice(from), linking, naming)]
}

function readChunk(
  chunk: string,
  { linking, before, replaced, namingOf }: Reading,
): DocumentBlock[] {
  const naming = namingOf(chunk, before)
  const said = (text: string) => lineOf(text, linking, naming)
  const lines = chunk.split("\n")
  const heading = headingOf(chunk)
  if (heading) {
    const id = before?.type === "heading" ? before.attrs.id : crypto.randomUUID()
    const content = said(heading.words)
    const attrs = { level: heading.level, id }
    return [{ type: "heading", attrs, ...(content.length > 0 && { content }) }]
  }
  if (isTable(lines)) {
    const cells = replaced.flatMap((block) =>
      block.type === "table" ? block.content.flatMap((row) => row.content) : [],
    )
    const table = before?.type === "table" ? before : undefined
    const cell = (text: string, own: unknown) =>
      paragraphOf(lineOf(text, linking, namingOf(text, own)))
    return [readTable(lines, table, cells, cell)]
  }
  if (lines.every((each) => each.startsWith(">"))) {
    const inner = lines.map((each) => each.replace(/^> ?/, ""))
    return [{ type: "blockquote", content: blocksOf(inner, said) }]
  }
  return blocksOf(lines, said) satisfies DocumentPlain[]
}

/** The chunks of a text, each with its block and the empty lines behind it, which the field does not show. */
function unitsOf({ content }: DocumentText) {
  const leading: DocumentBlock[] = []
  const units: PlainUnit<DocumentBlock>[] = []
  for (const block of content) {
    const chunk = editableBlock(block)
    if (chunk !== "") units.push({ chunk, blocks: [block] })
    else (units.at(-1)?.blocks ?? leading).push(block)
  }
  return { leading, units }
}

/**
 * A text after somebody edited it in a plain field (`editableText`). Blocks whose lines are unchanged
 * stay exactly as they were; only what was rewritten is read anew. A heading keeps its id as long as its
 * words or what stands under it say that it is the same one; who was named by `@` stays so.
 */
export function readEditable(old: DocumentText, typed: string): DocumentText {
  const { leading, units } = unitsOf(old)
  const typedChunks = chunksOf(typed)
  if (typedChunks.join("\n\n") === editableText(old)) return old
  const stood = new Set(units.map(({ chunk }) => chunk))
  const chunks = typedChunks.flatMap((chunk) => partHeadings(chunk, stood))
  const linking = { leads: isDocumentLink, odd: oddLinks(old.content, isDocumentLink) }
  const before = unitsIn(
    units.map(({ chunk, blocks: [block] }) => ({ chunk, isHeading: block?.type === "heading" })),
  )
  const after = unitsIn(chunks.map((chunk) => ({ chunk, isHeading: true })))
  const content = runsOf(units, chunks).flatMap((run) => {
    if ("kept" in run) return run.kept
    const { typed: here, replaced } = run
    const blocks = replaced.flatMap((unit) => unit.blocks)
    const namingOf = namingIn(blocks, [], () => {})
    const pairs = pairRewritten(
      before.slice(run.unit, run.unit + replaced.length),
      after.slice(run.chunk, run.chunk + here.length),
    )
    return here.flatMap((chunk, at) => {
      const own = replaced[pairs[at] ?? -1]?.blocks[0]
      return readChunk(chunk, { linking, before: own, replaced: blocks, namingOf })
    })
  })
  return { schema: DOCUMENT_SCHEMA, content: [...leading, ...content] }
}
