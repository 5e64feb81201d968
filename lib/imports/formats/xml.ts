import { SaxesParser, type SaxesTagNS } from "saxes"
import { NotReadable } from "./blocks"

/** An element as it opens: its name with the prefix that its namespace has here, and its attributes. */
export type Tag = { name: string; attributes: Record<string, string> }
type Handlers = {
  open: (tag: Tag) => void
  close: (name: string) => void
  text?: (text: string) => void
}

const DEEPEST = 1000

/** Namespaces of Word's files in both of their editions; files are free to call them anything. */
const PREFIXES: readonly [RegExp, string][] = [
  [/wordprocessingml/, "w"],
  [/officeDocument\/(?:2006\/)?relationships$/, "r"],
  [/markup-compatibility/, "mc"],
  [/package\/2006\/relationships$/, "rel"],
]

/**
 * Reads XML as a stream. A document type is refused whole, so nothing can be defined in one: no entity
 * that grows, none that reads a file. Throws `NotReadable` for what is not well-formed.
 */
export function readXml(bytes: Uint8Array, { open, close, text }: Handlers): void {
  const parser = new SaxesParser({ xmlns: true })
  let depth = 0
  parser.on("doctype", () => {
    throw new NotReadable("damaged")
  })
  parser.on("opentag", (tag) => {
    depth += 1
    if (depth > DEEPEST) throw new NotReadable("too-nested")
    open({ name: nameOf(tag.uri, tag.local), attributes: attributesOf(tag) })
  })
  parser.on("closetag", (tag) => {
    depth -= 1
    close(nameOf(tag.uri, tag.local))
  })
  if (text) {
    parser.on("text", text)
    parser.on("cdata", text)
  }
  parser.on("error", () => {
    throw new NotReadable("damaged")
  })
  parser.write(decoded(bytes)).close()
}

function decoded(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8"
  return new TextDecoder(encoding).decode(bytes)
}

function nameOf(uri: string, local: string): string {
  const prefix = PREFIXES.find(([namespace]) => namespace.test(uri))?.[1]
  return prefix ? `${prefix}:${local}` : local
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const { uri, local, value } of Object.values(tag.attributes))
    attributes[uri === "" ? local : nameOf(uri, local)] = value
  return attributes
}
