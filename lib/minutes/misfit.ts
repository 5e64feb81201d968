import { LIMITS, TEXT_SCHEMA } from "./model"

/** What a kind of text knows. */
type Known = { nodes: ReadonlySet<string>; marks: ReadonlySet<string>; mostNodes?: number }

const nodes = new Set([
  "doc",
  "paragraph",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "statement",
  "decision",
  "action",
  "question",
  "text",
  "hardBreak",
  "mention",
])
const marks = new Set(["bold", "italic", "link"])
const minutes: Known = { nodes, marks }

/** Why a text does not fit this version of the model. `name` and `section` say what and where. */
export type Misfit = {
  kind: "schema" | "node" | "mark" | "depth" | "nodes" | "characters" | "sections"
  name: string
  section: string
}

type Step = { value: unknown; depth: number; section: string }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/**
 * Looks for what a stricter check would only report as "invalid": a newer schema, a node or mark
 * that is not known here, too much or too deep a text. It does not recurse, so that no depth can
 * exhaust the stack. Shapes that are merely wrong are left to the strict schema.
 */
export function findMisfit(text: unknown): Misfit | null {
  if (!isObject(text)) return null
  if (text.schema !== TEXT_SCHEMA) {
    return { kind: "schema", name: String(text.schema), section: "" }
  }
  const sections = isObject(text.sections) ? Object.entries(text.sections) : []
  if (sections.length > LIMITS.sections) {
    return { kind: "sections", name: String(sections.length), section: "" }
  }
  return misfitIn(sections, minutes)
}

/** The same for parts of any text, by their names, that is made of nodes and marks. */
export function misfitIn(
  parts: readonly (readonly [section: string, value: unknown])[],
  known: Known,
): Misfit | null {
  const steps: Step[] = parts.map(([section, value]) => ({ value, depth: 1, section }))
  let nodes = 0
  let characters = 0
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { value, depth, section } = step
    if (!isObject(value)) continue
    nodes++
    characters += typeof value.text === "string" ? value.text.length : 0
    const kind = misfitOf(value, known, { depth, nodes, characters })
    if (kind) return { ...kind, section }
    if (Array.isArray(value.content)) {
      for (const inner of value.content) steps.push({ value: inner, depth: depth + 1, section })
    }
  }
  return null
}

function misfitOf(
  node: Record<string, unknown>,
  known: Known,
  { depth, nodes, characters }: { depth: number; nodes: number; characters: number },
): Omit<Misfit, "section"> | null {
  if (!known.nodes.has(String(node.type))) return { kind: "node", name: String(node.type) }
  const marks: unknown[] = Array.isArray(node.marks) ? node.marks : []
  const strange = marks.find((mark) => !isObject(mark) || !known.marks.has(String(mark.type)))
  if (strange) return { kind: "mark", name: isObject(strange) ? String(strange.type) : "?" }
  if (depth > LIMITS.depth) return { kind: "depth", name: String(LIMITS.depth) }
  const { mostNodes = LIMITS.nodes } = known
  if (nodes > mostNodes) return { kind: "nodes", name: String(mostNodes) }
  if (characters > LIMITS.characters) {
    return { kind: "characters", name: String(LIMITS.characters) }
  }
  return null
}

/** One sentence for logs and tests; screens word it from the catalogue. */
export function describeMisfit({ kind, name, section }: Misfit): string {
  const where = section ? ` in section ${section}` : ""
  if (kind === "schema") return `The text has schema ${name}; this version reads ${TEXT_SCHEMA}`
  if (kind === "node") return `Unknown node "${name}"${where}`
  if (kind === "mark") return `Unknown mark "${name}"${where}`
  if (kind === "sections") return `${name} sections are more than ${LIMITS.sections}`
  return `More than ${name} ${kind === "depth" ? "levels" : kind}${where}`
}
