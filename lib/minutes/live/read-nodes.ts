import * as Y from "yjs"
import { attribute, plainReader, uuid, wordsIn } from "@/lib/live/read-plain"
import { stableId } from "@/lib/live/stable-id"
import { storable } from "@/lib/live/storable"
import {
  type Block,
  type Inline,
  isDay,
  isLinkTarget,
  LIMITS,
  type Named,
  type RecordBlock,
  type SectionDoc,
} from "../model"

const { plain, filled, quote } = plainReader<Inline>(isLinkTarget)

/** Who is to do an action, as the model has them. */
export function owners(value: unknown): Named[] {
  if (!Array.isArray(value)) return []
  return value.slice(0, LIMITS.owners).flatMap((owner: unknown) => {
    const { name, personId: id } = (owner ?? {}) as Record<string, unknown>
    if (typeof name !== "string" || storable(name).trim() === "") return []
    return [{ personId: uuid(id), name: storable(name).slice(0, LIMITS.name) }]
  })
}

function recordBlock(element: Y.XmlElement, taken: Set<string>): RecordBlock | null {
  const given = uuid(attribute(element, "id"))
  const id = given && !taken.has(given) ? given : stableId(element, taken)
  const content = filled(element.toArray())
  switch (element.nodeName) {
    case "statement": {
      const attrs = {
        id,
        personId: uuid(attribute(element, "personId")),
        name: wordsIn(element, "name", LIMITS.name),
        capacity: wordsIn(element, "capacity", LIMITS.capacity),
      }
      return { type: "statement", attrs, content }
    }
    case "decision":
      return { type: "decision", attrs: { id }, content }
    case "action": {
      const due = attribute(element, "due")
      const day = typeof due === "string" && isDay(due) ? due : null
      const attrs = { id, owners: owners(attribute(element, "owners")), due: day }
      return { type: "action", attrs, content }
    }
    case "question": {
      const outcome = attribute(element, "outcome")
      const said = typeof outcome === "string" ? wordsIn(element, "outcome", LIMITS.outcome) : null
      return { type: "question", attrs: { id, outcome: said }, content }
    }
    default:
      return null
  }
}

function readBlock(node: unknown, taken: Set<string>): Block[] {
  if (!(node instanceof Y.XmlElement)) return plain(node)
  const made = recordBlock(node, taken)
  if (made) {
    taken.add(made.attrs.id)
    return [made]
  }
  return node.nodeName === "blockquote" ? [quote(node)] : plain(node)
}

/**
 * The text of one section as the model has it. What a merge left without a paragraph gets one; two
 * blocks with one id become two (`taken` holds those already given); no word is ever left out.
 */
export function readSection(fragment: Y.XmlFragment, taken: Set<string>): SectionDoc {
  const content = fragment.toArray().flatMap((node) => readBlock(node, taken))
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] }
}
