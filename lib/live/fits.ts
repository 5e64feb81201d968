import * as Y from "yjs"
import { z } from "zod"
import { LIMITS } from "@/lib/minutes/model"
import type { TextForm } from "./form"
import { storable } from "./storable"

/** Why a change to a shared document is refused. `name` says what did not fit. */
export type Unfit = {
  kind: "broken" | "unknown" | "misplaced" | "tooLarge" | "foreign"
  name: string
}

/** The bytes that one change may have: a long paste fits, a flood does not. */
export const maxUpdate = 2 * 1024 * 1024

/** The library draws numbers of devices from these; larger ones would fall on those of others. */
const mostDevices = 2 ** 32

const none = z.strictObject({})

function isMark(key: string, value: unknown, { leads }: TextForm): boolean {
  if (value === null) return ["bold", "italic", "link"].includes(key)
  if (key === "bold" || key === "italic") return typeof value === "object"
  const { href } = (value ?? {}) as { href?: unknown }
  return key === "link" && typeof href === "string" && leads(href) && storable(href) === href
}

/** What every shared type has, whatever its kind. */
type Shared = { _start: Y.Item | null; _item: Y.Item | null }

function* items(type: Shared): Generator<Y.Item> {
  for (let item = type._start; item; item = item.right) if (!item.deleted) yield item
}

function unfitText(text: Y.XmlText, form: TextForm): Unfit | null {
  if (text._map.size > 0) return { kind: "misplaced", name: "attributes of a text" }
  for (const { content } of items(text)) {
    if (content instanceof Y.ContentString) continue
    if (!(content instanceof Y.ContentFormat)) {
      return { kind: "unknown", name: content.constructor.name }
    }
    const { key, value } = content as { key: string; value: unknown }
    if (!isMark(key, value, form)) return { kind: "unknown", name: `mark ${key}`.slice(0, 80) }
  }
  return null
}

function unfitAttributes(element: Y.XmlElement, { attributes }: TextForm): Unfit | null {
  const schema = attributes[element.nodeName] ?? none
  const read = schema.safeParse(element.getAttributes())
  if (read.success) return null
  const [issue] = read.error.issues
  const where = `${element.nodeName} ${issue?.path.join(".") ?? ""}`
  return { kind: "unknown", name: `attributes of ${where}`.slice(0, 80) }
}

function unfitChildren(
  type: Y.XmlFragment,
  name: string,
  depth: number,
  { form, isNew }: Look,
): Unfit | null {
  const { children } = form
  const allowed = children[name] ?? []
  for (const item of items(type)) {
    const child = item.content instanceof Y.ContentType ? item.content.type : null
    const isText = child instanceof Y.XmlText
    const called = isText ? "#text" : child instanceof Y.XmlElement ? child.nodeName : ""
    if (called === "" || (!isText && !Object.hasOwn(children, called))) {
      return { kind: "unknown", name: (called || item.content.constructor.name).slice(0, 80) }
    }
    if (!allowed.includes(called)) return { kind: "misplaced", name: `${called} in ${name}` }
    if (!isNew(item)) continue
    const unfit = child && unfitNode(child as Y.XmlText | Y.XmlElement, depth + 1, { form, isNew })
    if (unfit) return unfit
  }
  return null
}

type IsNew = (item: Y.Item) => boolean
/** What is looked for, and in what alone. */
type Look = { form: TextForm; isNew: IsNew }

function unfitNode(node: Y.XmlText | Y.XmlElement, depth: number, look: Look): Unfit | null {
  const { form } = look
  // What holds blocks leaves a level for the paragraph that reading puts into it when it is empty.
  const isWords = node instanceof Y.XmlText || !form.children[node.nodeName]?.includes("paragraph")
  if (depth + (isWords ? 0 : 1) > LIMITS.depth) return { kind: "tooLarge", name: "depth" }
  if (node instanceof Y.XmlText) return unfitText(node, form)
  return unfitAttributes(node, form) ?? unfitChildren(node, node.nodeName, depth, look)
}

function depthOf(type: Shared): number {
  let depth = 1
  for (let item = type._item; item; item = (item.parent as Shared)._item) depth++
  return depth
}

/** Every root of a document as what it must be: a part of the text. */
function unfitRoots(form: TextForm, doc: Y.Doc, known: ReadonlySet<string>): Unfit | null {
  if (doc.share.size > form.mostParts) return { kind: "tooLarge", name: "sections" }
  for (const name of doc.share.keys()) {
    if (known.has(name)) continue
    if (!form.isPart(name)) return { kind: "unknown", name: `section ${name}`.slice(0, 80) }
    const unfit = unfitChildren(doc.getXmlFragment(name), "#top", 1, {
      form,
      isNew: () => true,
    })
    if (unfit) return unfit
  }
  for (const type of doc.share.values()) {
    if (type._map.size > 0) return { kind: "misplaced", name: "attributes of a section" }
  }
  return null
}

/** Whether a whole document has the form of the model; null when it does. */
export function unfitDocument(form: TextForm, doc: Y.Doc): Unfit | null {
  return unfitRoots(form, doc, new Set())
}

/**
 * Applies a change to a document that nobody reads yet, and says why it must not reach the others; null
 * when it may. Looks at what the change touched alone. After a refusal the document is spoilt.
 */
export function tryUpdate(form: TextForm, doc: Y.Doc, update: Uint8Array): Unfit | null {
  if (update.byteLength > maxUpdate) return { kind: "tooLarge", name: "update" }
  const known = new Set(doc.share.keys())
  let unfit: Unfit | null = null
  const look = ({ changed, beforeState }: Y.Transaction) => {
    const isNew: IsNew = ({ id: { client, clock } }) => clock >= (beforeState.get(client) ?? 0)
    for (const type of changed.keys()) {
      if (unfit) return
      if (type._item === null) {
        // A root that is new has no type yet; it is looked at whole, below.
        if (type instanceof Y.XmlFragment) unfit = unfitChildren(type, "#top", 1, { form, isNew })
      } else if (!type._item.deleted) {
        const isNode = type instanceof Y.XmlText || type instanceof Y.XmlElement
        unfit = isNode
          ? unfitNode(type, depthOf(type), { form, isNew })
          : { kind: "unknown", name: type.constructor.name }
      }
    }
  }
  doc.on("beforeObserverCalls", look)
  try {
    Y.applyUpdate(doc, update)
  } catch {
    return { kind: "broken", name: "update" }
  } finally {
    doc.off("beforeObserverCalls", look)
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) return { kind: "broken", name: "pending" }
  return unfit ?? unfitRoots(form, doc, known)
}

/**
 * A change that pretends to be written on one of the devices of `others`: what those write next would
 * be taken for it, and be lost. What a document has already may come from anybody. Null when it is not.
 */
export function foreignIn(
  update: Uint8Array,
  doc: Y.Doc,
  others: ReadonlySet<number>,
): Unfit | null {
  try {
    for (const [device, end] of Y.parseUpdateMeta(update).to) {
      if (device >= mostDevices) return { kind: "broken", name: "device" }
      const isNew = end > Y.getState(doc.store, device)
      if (isNew && others.has(device)) return { kind: "foreign", name: "device" }
    }
    return null
  } catch {
    return { kind: "broken", name: "update" }
  }
}
