import { inflateSync } from "node:zlib"

/** A value of a PDF as it is written (ISO 32000-1, 7.3); names and operators keep what tells them apart. */
export type Value =
  | number
  | boolean
  | null
  | { name: string }
  | { operator: string }
  | { bytes: string }
  | { ref: number }
  | Value[]
  | Dict
export type Dict = { entries: Record<string, Value> }
export type Stored = { value: Value; stream: Buffer | null }

export const isDict = (value: Value | undefined): value is Dict =>
  typeof value === "object" && value !== null && "entries" in value

const blank = /[\0\t\n\f\r ]/
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]/

/** Reads values one after the other out of the text of a PDF or of a content stream. */
export class Reading {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  get isOver(): boolean {
    this.#skip()
    return this.at >= this.text.length
  }

  next(): Value {
    this.#skip()
    const sign = this.text[this.at]
    if (sign === "/") return this.#name()
    if (sign === "(") return this.#literal()
    if (sign === "[") return this.#array()
    if (this.text.startsWith("<<", this.at)) return this.#dict()
    if (sign === "<") return this.#hex()
    return this.#plain()
  }

  #skip(): void {
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at] ?? ""
      if (sign === "%") while (!/[\r\n]/.test(this.text[this.at + 1] ?? "\n")) this.at++
      else if (!blank.test(sign)) return
    }
  }

  #run(): string {
    const from = this.at
    while (regular.test(this.text[this.at] ?? " ")) this.at++
    return this.text.slice(from, this.at)
  }

  #name(): Value {
    this.at++
    const written = this.#run()
    return {
      name: written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    }
  }

  #literal(): Value {
    let bytes = ""
    let depth = 0
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at] ?? ""
      if (sign === "\\") {
        bytes += sign + (this.text[++this.at] ?? "")
        continue
      }
      if (sign === "(" && depth++ === 0) continue
      if (sign === ")" && --depth === 0) break
      bytes += sign
    }
    this.at++
    return { bytes }
  }

  #hex(): Value {
    const end = this.text.indexOf(">", this.at)
    const digits = this.text.slice(this.at + 1, end).replace(/\s/g, "")
    this.at = end + 1
    return { bytes: Buffer.from(digits, "hex").toString("latin1") }
  }

  #array(): Value {
    const values: Value[] = []
    this.at++
    for (;;) {
      this.#skip()
      if (this.text[this.at] === "]") break
      values.push(this.#reference(values) ?? this.next())
    }
    this.at++
    return values
  }

  #dict(): Value {
    const read: Value[] = []
    this.at += 2
    for (;;) {
      this.#skip()
      if (this.text.startsWith(">>", this.at)) break
      read.push(this.#reference(read) ?? this.next())
    }
    this.at += 2
    const entries: Record<string, Value> = {}
    for (let at = 0; at + 1 < read.length; at += 2) {
      const key = read[at] as { name: string }
      entries[key.name] = read[at + 1] ?? null
    }
    return { entries }
  }

  /** "12 0 R", of which the two numbers were read already. */
  #reference(read: Value[]): Value | null {
    if (!/^R(?![A-Za-z])/.test(this.text.slice(this.at, this.at + 2))) return null
    this.at++
    read.pop()
    return { ref: read.pop() as number }
  }

  #plain(): Value {
    const word = this.#run()
    if (word === "") throw new Error(`Nothing is read at ${this.at}`)
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    if (word === "true" || word === "false") return word === "true"
    return word === "null" ? null : { operator: word }
  }
}

/** Every object of a PDF by its number, with its stream unpacked; of files with one plain table of places. */
export function readObjects(file: Uint8Array): { objects: Map<number, Stored>; trailer: Dict } {
  const text = Buffer.from(file).toString("latin1")
  const [, start] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text) ?? []
  const [table, count] = /^xref\s+0 (\d+)\s+/.exec(text.slice(Number(start))) ?? []
  if (!table) throw new Error("The file has no table of places")
  const objects = new Map<number, Stored>()
  for (let number = 1; number < Number(count); number++) {
    const place = Number(start) + table.length + 20 * number
    const at = Number(text.slice(place, place + 10))
    const reading = new Reading(text, at + `${number} 0 obj`.length)
    const value = reading.next()
    objects.set(number, { value, stream: streamAt(text, reading.at, value) })
  }
  const trailer = new Reading(text, text.lastIndexOf("trailer") + 7).next()
  if (!isDict(trailer)) throw new Error("The file has no trailer")
  return { objects, trailer }
}

function streamAt(text: string, at: number, value: Value): Buffer | null {
  const [head] = /^\s*stream\r?\n/.exec(text.slice(at, at + 20)) ?? []
  if (!head || !isDict(value)) return null
  const from = at + head.length
  const bytes = Buffer.from(text.slice(from, from + Number(value.entries.Length)), "latin1")
  return value.entries.Filter ? inflateSync(bytes) : bytes
}
