import { randomBytes } from "node:crypto"
import { foldName } from "@/lib/people/model"
import { sha256OfText } from "./canonical"
import { type FoundName, nameFinder } from "./find-names"
import type { EntryKind } from "./model"
import { isWords } from "./strings"
import { type Stretch, sealWords } from "./words"

/** What is known of people beside the record: their names in the register, and whose each is. */
export type KnownNames = {
  /** Names that are looked for in running text, beside those that the record itself names. */
  names: readonly string[]
  /** Whose a name is; null where that is not certain. */
  personOf: (name: string) => string | null
}

/** A name as it stands beside a record, erasable; `capacity` is what somebody was called on the day. */
export type SealedName = {
  key: string
  personId: string | null
  name: string
  salt: string
  commitment: string
  /** Whose name it is, or whose capacity; "" where it is nobody's. */
  owner: string
}

/** SHA-256 over salt, a colon and the name: what the record keeps of a name. */
export function commitmentOf(salt: string, name: string): string {
  return sha256OfText(`${salt}:${name}`)
}

/** Takes names out of values of JSON. All that one sealer sealed shares its keys. */
export type Sealer = {
  seal<Value>(value: Value): Value
  /** Seals one text whole, under a key of its own. */
  whole(words: string, key: string): string
  names(): SealedName[]
}

/**
 * A sealer for a version of some kind. Everybody whom `content` names is known to it: whoever has a
 * capacity, owns an action, is mentioned, made a comment or asked. Their names are sealed there whole, and
 * wherever they stand in words, also across marks; capacities and organisations too.
 */
export function sealerFor(content: unknown, known: KnownNames, kind: EntryKind = "report"): Sealer {
  const find = nameFinder([...namedIn(content), ...known.names])
  const taken = new Map<string, SealedName>()
  const counts = new Map<string, number>()

  function keep(name: string, owner: string, key: string): string {
    const salt = randomBytes(16).toString("hex")
    const personId = known.personOf(owner)
    taken.set(`${key[0]}|${personId ?? foldName(owner)}|${name}`, {
      ...{ key, personId, name, salt, owner },
      commitment: commitmentOf(salt, name),
    })
    return key
  }

  function keyOf(kind: "p" | "c", name: string, owner: string): string {
    const there = taken.get(`${kind}|${known.personOf(owner) ?? foldName(owner)}|${name}`)
    if (there) return there.key
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return keep(name, owner, `${kind}${count}`)
  }

  const person = (name: string) => `⟦${keyOf("p", name, name)}⟧`
  const words = (text: string) => sealWords(text, find(text).map(stretchIn(text, 0)))

  function stretchIn(text: string, start: number) {
    return ({ from, to, name }: FoundName): Stretch => {
      const [at, end] = [Math.max(from - start, 0), Math.min(to - start, text.length)]
      return { from: at, to: end, key: keyOf("p", text.slice(at, end), name) }
    }
  }

  /** A name may go on from one mark to the next: the texts of a line are read as one. */
  function line(nodes: readonly Node[]): unknown[] {
    const texts = nodes.map(({ type, text }) =>
      type === "text" ? String(text) : type === "hardBreak" ? "\n" : "\uFFFC",
    )
    const found = find(texts.join(""))
    let end = 0
    return nodes.map((node, place) => {
      const text = texts[place] ?? ""
      const start = end
      end += text.length
      if (node.type !== "text") return walk(node)
      const here = found.filter(({ from, to }) => from < end && to > start)
      return { ...node, text: sealWords(text, here.map(stretchIn(text, start))) }
    })
  }

  function walk(value: unknown): unknown {
    if (typeof value === "string") return words(value)
    if (Array.isArray(value)) return isLine(value) ? line(value) : value.map(walk)
    if (!isNode(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([field, each]) => [field, wordsIn(value, field, each)]),
    )
  }

  function wordsIn(node: Node, field: string, each: unknown): unknown {
    if (!isWords(field, kind)) return each
    if (isNamed(node) && field === "name") return node.name ? person(node.name) : ""
    if (isNamed(node) && field === "capacity")
      return node.capacity && node.name
        ? `⟦${keyOf("c", node.capacity, node.name)}⟧`
        : walk(node.capacity)
    if (isAuthor(node) && field === "name") return node.name ? person(node.name) : ""
    if (isAuthor(node) && field === "organisation")
      return node.organisation && node.name
        ? `⟦${keyOf("c", node.organisation, node.name)}⟧`
        : walk(node.organisation)
    if (field === "askedBy" && typeof each === "string") return each ? person(each) : ""
    if (field === "owners" && isNames(each)) return each.map(person)
    if (node.type === "mention" && field === "attrs" && isMention(each))
      return { ...each, label: each.label ? person(each.label) : "" }
    return walk(each)
  }

  return {
    seal: <Value>(value: Value) => walk(value) as Value,
    whole: (text, key) => `⟦${keep(text, "", key)}⟧`,
    names: () => [...taken.values()],
  }
}

type Node = Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null
const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string")
const isMention = (value: unknown): value is { label: string } =>
  isNode(value) && typeof value.label === "string"
const isNamed = (node: Node): node is Node & { name: string; capacity: string } =>
  typeof node.name === "string" && typeof node.capacity === "string"
/** Whoever made a comment and is named as such. */
const isAuthor = (node: Node): node is Node & { name: string; organisation: string } =>
  node.named === true && typeof node.name === "string" && typeof node.organisation === "string"
const isLine = (value: readonly unknown[]): value is Node[] =>
  value.length > 0 &&
  value.every((each) => isNode(each) && !Array.isArray(each) && typeof each.type === "string") &&
  value.some((each) => isNode(each) && each.type === "text" && typeof each.text === "string")

/** Everybody whom a record names where names stand: with a capacity, as an owner, mentioned, as an author, asking. */
export function namedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namedIn)
  if (!isNode(value)) return []
  const own = isNamed(value) || isAuthor(value) ? [value.name] : []
  if (typeof value.askedBy === "string") own.push(value.askedBy)
  if (isNames(value.owners)) own.push(...value.owners)
  if (value.type === "mention" && isMention(value.attrs)) own.push(value.attrs.label)
  return [...own.filter(Boolean), ...Object.values(value).flatMap(namedIn)]
}

/** Somebody whom a text mentions: as it calls them, and who they are. */
export type Mentioned = { label: string; personId: string | null }

/** Everybody whom a text mentions, before their ids are taken out of it. */
export function mentionedIn(value: unknown): Mentioned[] {
  if (Array.isArray(value)) return value.flatMap(mentionedIn)
  if (!isNode(value)) return []
  const { type, attrs } = value
  if (type === "mention" && isMention(attrs)) {
    const { personId } = attrs as { personId?: unknown }
    return [{ label: attrs.label, personId: typeof personId === "string" ? personId : null }]
  }
  return Object.values(value).flatMap(mentionedIn)
}
