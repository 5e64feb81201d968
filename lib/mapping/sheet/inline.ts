import { type Inline, isLinkTarget, LIMITS, type Mark } from "@/lib/minutes/model"

/** Somebody whom a text may name with an `@`. */
export type Nameable = { id: string; name: string }

/**
 * A line of rich text in plain words: `**bold**`, `*italic*`, `[words](address)`, a bare address for a
 * link that says itself, `@Name`. Where words would be taken for one of these, a `\` stands before them.
 */
export function writeInline(
  nodes: readonly Inline[] = [],
  people: readonly Nameable[] = [],
): string {
  const joined = merged(nodes)
  const bare = joined.map((node) => written(node, (text) => text)).join("")
  if (says(readInline(bare, people)) === says(joined)) return bare
  return joined.map((node) => written(node, escaped)).join("")
}

const escaped = (text: string) => text.replace(/[\\*[\]]/g, "\\$&")

/** What a line says and how it looks, sign by sign, so that two ways of putting it are the same. */
function says(nodes: readonly Inline[]): string {
  return nodes
    .flatMap((node) => {
      const looks = (node.marks ?? []).map((mark) => JSON.stringify(mark)).sort()
      const text = node.type === "text" ? [...node.text] : [JSON.stringify(node)]
      return text.map((sign) => sign + looks.join())
    })
    .join("\n")
}

function written(node: Inline, guard: (text: string) => string): string {
  if (node.type === "hardBreak") return "\\\n"
  if (node.type === "mention") return `@${node.attrs.label}`
  const marks = node.marks ?? []
  const link = marks.find((mark) => mark.type === "link")
  if (link?.attrs.href === node.text) return node.text
  const signs = `${has(marks, "bold") ? "**" : ""}${has(marks, "italic") ? "*" : ""}`
  const words = node.text.trim()
  const before = node.text.slice(0, node.text.length - node.text.trimStart().length)
  const after = node.text.slice(before.length + words.length)
  const back = [...signs].reverse().join("")
  const dressed = words === "" ? node.text : before + signs + guard(words) + back + after
  return link ? `[${dressed}](${link.attrs.href.replace(/[()]/g, bracket)})` : dressed
}

const bracket = (sign: string) => (sign === "(" ? "%28" : "%29")
const has = (marks: readonly Mark[], type: Mark["type"]) => marks.some((mark) => mark.type === type)

/** Reads what `writeInline` writes, and addresses that stand in a text as links. */
export function readInline(text: string, people: readonly Nameable[] = []): Inline[] {
  return merged(read(text, [], people))
}

function read(text: string, marks: Mark[], people: readonly Nameable[]): Inline[] {
  const nodes: Inline[] = []
  let plain = ""
  const dressed = (more: Mark[] = marks) => (more.length > 0 ? { marks: more } : {})
  const flush = () => {
    if (plain) nodes.push({ type: "text", text: plain, ...dressed() })
    plain = ""
  }
  const looked: Looked = new Map()
  for (let at = 0; at < text.length; ) {
    const found = tokenAt(text, at, { marks, people, looked })
    if (!found) {
      plain += text[at]
      at += 1
      continue
    }
    if (typeof found.value === "string") plain += found.value
    else {
      flush()
      nodes.push(...found.value)
    }
    at += found.length
  }
  flush()
  return nodes
}

type Token = { length: number; value: string | Inline[] }

/** Up to where it is known of a sign what ends it: a line of many stars is looked through once. */
type Looked = Map<string, number>
type Around = { marks: Mark[]; people: readonly Nameable[]; looked: Looked }

function tokenAt(text: string, at: number, { marks, people, looked }: Around): Token | null {
  const sign = text[at]
  const inside = (words: string, mark: Mark) => read(words, [...marks, mark], people)
  if (sign === "\\") {
    const next = text[at + 1] ?? ""
    if (next === "\n") return { length: 2, value: [{ type: "hardBreak" }] }
    return /[\\*[\]@•\-\d]/.test(next) ? { length: 2, value: next } : null
  }
  if (sign === "*") {
    const fence = text.startsWith("**", at) ? "**" : "*"
    const type = fence === "**" ? "bold" : "italic"
    if (has(marks, type) || (looked.get(fence) ?? 0) > at) return null
    const end = closing(text, at + fence.length, fence)
    if (end < 0) {
      looked.set(fence, ~end)
      return null
    }
    const words = text.slice(at + fence.length, end)
    return { length: end + fence.length - at, value: inside(words, { type }) }
  }
  if (sign === "[" && !has(marks, "link")) return linkAt(text, at, inside, looked)
  if (sign === "h" && !has(marks, "link") && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ""))
    return addressAt(text, at, inside)
  if (sign === "@") {
    const person = people.find(({ name }) => text.startsWith(name, at + 1))
    if (!person) return null
    const attrs = { personId: person.id, label: person.name }
    const worn = marks.length > 0 ? { marks } : {}
    return { length: person.name.length + 1, value: [{ type: "mention", attrs, ...worn }] }
  }
  return null
}

/** Where what a fence opened ends; it holds words, and begins and ends with one. Where it does not: below 0, `~` of where it cannot end. */
function closing(text: string, from: number, fence: string): number {
  if (/^\s|^$/.test(text.slice(from, from + 1))) return ~0
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at += 1
    else if (text[at] === "\n") return ~at
    else if (text.startsWith(fence, at) && at > from && !/\s/.test(text[at - 1] ?? "")) {
      // A single star beside another one is half of a double one.
      if (fence === "*" && text[at + 1] === "*") at += 1
      else return fence === "**" && text[at + 2] === "*" ? at + 1 : at
    }
  }
  return ~text.length
}

function linkAt(
  text: string,
  at: number,
  inside: (words: string, mark: Mark) => Inline[],
  looked: Looked,
): Token | null {
  let middle = Math.max(at + 1, looked.get("[") ?? 0)
  while (middle < text.length && text[middle] !== "]" && text[middle] !== "\n")
    middle += text[middle] === "\\" ? 2 : 1
  looked.set("[", middle)
  const end = text.startsWith("](", middle) ? text.indexOf(")", middle) : -1
  if (end < 0 || middle === at + 1 || end - middle > LIMITS.href + 2) return null
  const href = text.slice(middle + 2, end)
  if (/\s/.test(href) || !isLinkTarget(href)) return null
  const words = text.slice(at + 1, middle)
  return { length: end + 1 - at, value: inside(words, { type: "link", attrs: { href } }) }
}

function addressAt(
  text: string,
  at: number,
  inside: (words: string, mark: Mark) => Inline[],
): Token | null {
  if (!/^https?:\/\//.test(text.slice(at, at + 8))) return null
  let end = at
  while (end < text.length && end - at < 2_000 && !/[\s<>"|*\\[\]]/.test(text[end] ?? "")) end++
  const href = text.slice(at, end).replace(/[.,;:!?)'’”]+$/, "")
  if (!isLinkTarget(href) || href.length < 10) return null
  const link: Inline = {
    type: "text",
    text: href,
    marks: inside("x", { type: "link", attrs: { href } }).flatMap(({ marks = [] }) => marks),
  }
  return { length: href.length, value: [link] }
}

function merged(nodes: readonly Inline[]): Inline[] {
  const all: Inline[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    const same =
      last?.type === "text" &&
      node.type === "text" &&
      JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? [])
    if (same) all[all.length - 1] = { ...last, text: last.text + node.text }
    else all.push(node)
  }
  return all
}
