import type { Block, MinutesText } from "@/lib/minutes/model"
import type { ReportBlock } from "./blocks"
import { peopleInBlocks } from "./people-of-report"
import { Rewording } from "./unname"
import type { Unnamed } from "./whose-name"

/**
 * The sections of minutes without the names of people who asked for that, as a report will say them.
 * Whoever is not named has no id either.
 */
export function unnameSections(
  language: string,
  sections: MinutesText["sections"],
  people: readonly Unnamed[],
): MinutesText["sections"] {
  const blocks = Object.values(sections).flatMap(({ content }) => content)
  const known = peopleInBlocks(blocks.map((block) => withLines(block) as ReportBlock))
  const words = new Rewording(language, known, people)
  return Object.fromEntries(
    Object.entries(sections).map(([id, { type, content }]) => [
      id,
      { type, content: content.map((block) => minutesBlock(block, words)) },
    ]),
  )
}

/** Minutes know of a person more than a report does; the rest of their blocks is the same. */
function minutesBlock(block: Block, words: Rewording): Block {
  const worded = words.block(withLines(block) as ReportBlock) as unknown as Block
  if (block.type === "action" && worded.type === "action") {
    const owners = block.attrs.owners.map((owner) => {
      const name = words.name(owner.name)
      return name === owner.name ? owner : { personId: null, name }
    })
    return { ...worded, attrs: { ...block.attrs, owners } }
  }
  if (block.type !== "statement" || worded.type !== "statement") return worded
  const personId = worded.attrs.name === block.attrs.name ? block.attrs.personId : null
  return { ...worded, attrs: { ...worded.attrs, personId } }
}

/** An empty line has no words in minutes, and an empty list of them in a report; an owner is but a name there. */
function withLines(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withLines)
  const { type, content, attrs, ...rest } = node as Record<string, unknown>
  if (type === "text" || type === "hardBreak" || type === "mention") return node
  const { owners } = (attrs ?? {}) as { owners?: { name: string }[] }
  const named = owners && { owners: owners.map(({ name }) => name) }
  return {
    ...{ ...rest, type, content: withLines(content ?? []) },
    ...(attrs === undefined ? {} : { attrs: { ...attrs, ...named } }),
  }
}
