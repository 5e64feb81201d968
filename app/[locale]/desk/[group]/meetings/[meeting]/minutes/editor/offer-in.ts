import type { EditorState } from "@tiptap/pm/state"
import type { Filled } from "./action-words"
import { recordAround } from "./record-commands"
import type { RecordType } from "./record-types"

/** Words that open a line in minutes everywhere, and the block that they mean. English and French. */
const openers: [RegExp, RecordType][] = [
  [
    /^(AGREED|RESOLVED|DECIDED|DECISION|ADOPTED|DÉCISION|CONVENU|ADOPTÉE?S?|RÉSOLU|DÉCIDÉ)\s*:\s*/,
    "decision",
  ],
  [/^(ACTION|ACTION ITEM|TODO|À FAIRE)\s*:\s*/, "action"],
  [/^QUESTION\s*:\s*/, "question"],
]

/** An offer at the caret. `at` is where the block begins that it is about, `end` where it is shown. */
export type Offered = { at: number; end: number } & (
  | { kind: "block"; type: RecordType; from: number; to: number }
  | { kind: "fill"; found: Filled }
)

/** What the line of the caret could become, or null. Only plain paragraphs at the top are asked. */
function blockIn({ selection: { $from } }: EditorState): Offered | null {
  if ($from.depth !== 1) return null
  const text = $from.parent.textBetween(0, $from.parent.content.size, "", "\ufffc")
  for (const [opener, type] of openers) {
    const [found] = opener.exec(text) ?? []
    if (found === undefined) continue
    const from = $from.start()
    return { kind: "block", type, at: from - 1, from, to: from + found.length, end: $from.end() }
  }
  return null
}

/** What the first line of an action says about fields that are still empty, or null. */
function fillIn(
  { selection: { $from } }: EditorState,
  read: (words: string) => Filled,
): Offered | null {
  const around = recordAround($from)
  if (around?.node.type.name !== "action" || $from.depth !== 2 || $from.index(1) > 0) return null
  const { owners, due } = around.node.attrs
  if (owners.length > 0 && due !== null) return null
  const words = $from.parent.textBetween(
    0,
    $from.parent.content.size,
    " ",
    (leaf) => leaf.attrs.label ?? " ",
  )
  const said = read(words)
  const found = {
    owners: owners.length > 0 ? [] : said.owners,
    due: due === null ? said.due : null,
  }
  if (found.owners.length === 0 && found.due === null) return null
  return { kind: "fill", at: around.pos, end: $from.end(), found }
}

/** What is offered where the caret stands. */
export function offerIn(state: EditorState, read: (words: string) => Filled): Offered | null {
  const { selection } = state
  if (!selection.empty || !selection.$from.parent.isTextblock) return null
  return blockIn(state) ?? fillIn(state, read)
}
