import type { SearchKind } from "../model"
import { type AnyNode, mentionsIn, passagesOf, wordsOf } from "../nodes"

/** A passage of minutes or of a report: what it is, where it stands and who is named in it. */
export type Passage = {
  kind: SearchKind
  anchor: string | null
  words: string
  names: string[]
}

/** Who says, owns or answers for a block of the record. */
function namesOf({ attrs = {} }: AnyNode): string[] {
  const owners = Array.isArray(attrs.owners) ? attrs.owners : []
  const named = owners.map((owner) => (typeof owner === "string" ? owner : owner?.name))
  return [attrs.name, ...named].filter((name) => typeof name === "string" && name !== "")
}

const record = new Set(["statement", "decision", "action", "question"])

/**
 * The blocks of a section as passages: each block of the record by itself, what stands between two of
 * them together. `anchors` are the blocks' own, null for one that carries on the block before it.
 */
export function sectionPassages(
  blocks: readonly { block: AnyNode; anchor: string | null }[],
): Passage[] {
  const passages: Passage[] = []
  let run: { block: AnyNode; anchor: string | null }[] = []
  const close = () => {
    const names = [...new Set(run.flatMap(({ block }) => mentionsIn(block)))]
    const anchor = run[0]?.anchor ?? null
    for (const words of passagesOf(run.map(({ block }) => wordsOf(block))))
      passages.push({ kind: "minutes", anchor, words, names })
    run = []
  }
  for (const each of blocks) {
    const { block, anchor } = each
    if (!record.has(block.type)) {
      run.push(each)
      continue
    }
    close()
    const kind = block.type === "decision" || block.type === "action" ? block.type : "minutes"
    const names = [...new Set([...namesOf(block), ...mentionsIn(block)])]
    const outcome = typeof block.attrs?.outcome === "string" ? block.attrs.outcome : ""
    for (const words of passagesOf([wordsOf(block), outcome]))
      passages.push({ kind, anchor, words, names })
  }
  close()
  return passages
}
