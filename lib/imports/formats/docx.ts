import path from "node:path"
import {
  type ArchiveEntry,
  BrokenArchive,
  listEntries,
  TooMuchInside,
  unpackEntry,
} from "./archive"
import { type Block, NotReadable, plainText } from "./blocks"
import { type DocxContext, readBody } from "./docx-body"
import { Lists } from "./docx-lists"
import { readStyles } from "./docx-styles"
import { readXml } from "./xml"

/** What the parts with text may come to when they are unpacked, in bytes. Pictures are never unpacked. */
export const LARGEST_INSIDE = 40 * 1024 * 1024

/**
 * What a document of Word shows: its header, its text, its footnotes with their marks, its footer.
 * Throws `TooMuchInside` for one that unpacks to too much, `NotReadable` or `BrokenArchive` for a broken one.
 * `onTable` is handed each of its tables whole, as they end.
 */
export async function readDocx(
  bytes: Uint8Array,
  onTable?: (rows: Block[][][]) => void,
): Promise<Block[]> {
  const parts = await partsOf(bytes)
  const main = parts.find((name) => /^word\/document\d*\.xml$/.test(name))
  const xml = main ? await parts.bytes(main) : null
  if (!main || !xml) throw new BrokenArchive()
  const marks = new Map<string, string>()
  const context = {
    styles: readStyles(await parts.bytes("word/styles.xml")),
    lists: new Lists(await parts.bytes("word/numbering.xml")),
    ...(onTable ? { onTable } : {}),
    markOf: (kind: string, id: string) => {
      const key = `${kind} ${id}`
      marks.set(key, marks.get(key) ?? String(marks.size + 1))
      return marks.get(key) ?? ""
    },
  }
  const read = async (name: string, part: Uint8Array, per: string) =>
    readBody(part, per, { ...context, links: await linksOf(name, parts) })
  const body = [...(await read(main, xml, "w:body")).values()].flat()
  const notes = await notesOf(marks, parts, read)
  const edges: Record<"header" | "footer", Block[]> = { header: [], footer: [] }
  for (const kind of ["header", "footer"] as const) {
    for (const name of parts.all(new RegExp(`^word/${kind}\\d*\\.xml$`))) {
      const part = await parts.bytes(name)
      if (part)
        edges[kind].push(
          ...[...(await read(name, part, kind === "header" ? "w:hdr" : "w:ftr")).values()].flat(),
        )
    }
  }
  return [...unsaid(edges.header, body), ...body, ...notes, ...unsaid(edges.footer, body)]
}

type Parts = Awaited<ReturnType<typeof partsOf>>

/** The parts of a document by their names, unpacked when asked for and counted together. */
async function partsOf(bytes: Uint8Array) {
  const entries = new Map<string, ArchiveEntry>()
  for (const entry of listEntries(bytes)) entries.set(entry.name.replace(/^\//, ""), entry)
  if ([...entries.values()].some(({ encrypted }) => encrypted)) throw new NotReadable("password")
  let left = LARGEST_INSIDE
  return {
    find: (is: (name: string) => boolean) => [...entries.keys()].find(is),
    all: (name: RegExp) => [...entries.keys()].filter((each) => name.test(each)).sort(),
    bytes: async (name: string): Promise<Uint8Array | null> => {
      const entry = entries.get(name)
      if (!entry) return null
      if (left <= 0) throw new TooMuchInside()
      const part = await unpackEntry(bytes, entry, left)
      left -= part.length
      return part
    },
  }
}

async function linksOf(part: string, parts: Parts): Promise<DocxContext["links"]> {
  const links = new Map<string, string>()
  const xml = await parts.bytes(
    `${path.posix.dirname(part)}/_rels/${path.posix.basename(part)}.rels`,
  )
  if (!xml) return links
  readXml(xml, {
    open({ name, attributes: { Id = "", Target = "", Type = "" } }) {
      if (name === "rel:Relationship" && Type.endsWith("/hyperlink")) links.set(Id, Target)
    },
    close() {},
  })
  return links
}

/** Footnotes and endnotes that the text refers to, in its order, each with its mark. */
async function notesOf(
  marks: ReadonlyMap<string, string>,
  parts: Parts,
  read: (name: string, part: Uint8Array, per: string) => Promise<Map<string, Block[]>>,
): Promise<Block[]> {
  const found = new Map<string, Block[]>()
  for (const kind of ["footnote", "endnote"] as const) {
    const name = `word/${kind}s.xml`
    const part = await parts.bytes(name)
    if (!part) continue
    for (const [id, blocks] of await read(name, part, `w:${kind}`))
      found.set(`${kind} ${id}`, blocks)
  }
  const notes: Block[] = []
  for (const [key, mark] of [...marks]) {
    const [first, ...more] = found.get(key) ?? []
    const words = first && "words" in first ? first.words : []
    notes.push({ kind: "paragraph", words: [{ text: `[^${mark}]: ` }, ...words] }, ...more)
  }
  return notes
}

/** What is left of "Page 3 of 5" when Word counts the pages itself. */
function isPageNumber(text: string): boolean {
  const words = text.replace(/[\W\d]+/g, " ").trim()
  return /^\W*\d/.test(text)
    ? /^(?:of|sur|de)?$/i.test(words)
    : /^(?:page|p)?\s?(?:of|sur|de)?$/i.test(words)
}

/** Headers and footers as far as the text does not begin or end with the same words. */
function unsaid(edge: readonly Block[], body: readonly Block[]): Block[] {
  const textOf = (block: Block) => ("words" in block ? plainText(block.words).trim() : "")
  const said = new Set([...body.slice(0, 12), ...body.slice(-6)].map(textOf))
  return edge.filter((block) => {
    const text = textOf(block)
    if (block.kind !== "table" && (said.has(text) || isPageNumber(text))) return false
    said.add(text)
    return true
  })
}
