import { type Attribute, Node } from "@tiptap/core"
import { type ReactNodeViewProps, ReactNodeViewRenderer } from "@tiptap/react"
import type { ComponentType } from "react"
import { isDay, LIMITS, type Named } from "@/lib/minutes/model"
import { ActionView } from "./action-view"
import { DecisionView } from "./decision-view"
import { QuestionView } from "./question-view"
import type { RecordType } from "./record-types"
import { StatementView } from "./statement-view"

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An attribute as it travels through the clipboard; what is not well-formed falls back. */
function attribute<Value>(
  name: string,
  fallback: Value,
  read: (stored: string) => Value,
): Attribute {
  const key = `data-${name.toLowerCase()}`
  return {
    default: fallback,
    parseHTML: (element: HTMLElement) => {
      const stored = element.getAttribute(key)
      return stored === null ? fallback : read(stored)
    },
    renderHTML: ({ [name]: value }: Record<string, unknown>) =>
      value === null || value === undefined
        ? {}
        : { [key]: typeof value === "string" ? value : JSON.stringify(value) },
  }
}

const uuid = (stored: string) => (UUID.test(stored) ? stored : null)
const id = attribute<string | null>("id", null, uuid)
const words = (name: string, limit: number) =>
  attribute(name, "", (stored) => stored.slice(0, limit))

function readOwners(stored: string): Named[] {
  try {
    const list: unknown = JSON.parse(stored)
    return (Array.isArray(list) ? list : []).slice(0, LIMITS.owners).flatMap((entry: unknown) => {
      const { personId = null, name = "" } = (entry ?? {}) as Record<string, unknown>
      if (typeof name !== "string" || name.trim() === "") return []
      const known = typeof personId === "string" && UUID.test(personId) ? personId : null
      return [{ personId: known, name: name.slice(0, LIMITS.name) }]
    })
  } catch {
    return []
  }
}

function recordNode(
  name: RecordType,
  view: ComponentType<ReactNodeViewProps>,
  attributes: Record<string, Attribute>,
) {
  return Node.create({
    name,
    group: "block",
    content: "plain*",
    defining: true,
    addAttributes: () => ({ id, ...attributes }),
    parseHTML: () => [{ tag: `div[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ["div", { "data-block": name, ...HTMLAttributes }, 0],
    addNodeView: () => ReactNodeViewRenderer(view),
  })
}

export const recordNodes = [
  recordNode("statement", StatementView, {
    personId: attribute<string | null>("personId", null, uuid),
    name: words("name", LIMITS.name),
    capacity: words("capacity", LIMITS.capacity),
  }),
  recordNode("decision", DecisionView, {}),
  recordNode("action", ActionView, {
    owners: attribute<Named[]>("owners", [], readOwners),
    due: attribute<string | null>("due", null, (stored) => (isDay(stored) ? stored : null)),
  }),
  recordNode("question", QuestionView, {
    outcome: attribute<string | null>("outcome", null, (stored) => stored.slice(0, LIMITS.outcome)),
  }),
]
