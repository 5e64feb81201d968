import type { ReportBlock, ReportInline, ReportPlainBlock } from "./blocks"
import type { ReportContent, ReportPerson } from "./model"

/** Everybody of a report, as they stand there; of who owns an action or is mentioned no capacity is known. */
export function peopleIn(content: ReportContent): ReportPerson[] {
  const { attendance, correction, withdrawal } = content
  const listed =
    attendance.list === "annexed"
      ? [...attendance.present, ...attendance.regrets, ...attendance.written]
      : []
  const taker = content.noteTaker ? [content.noteTaker] : []
  const officers = [...content.chairs, ...content.hosts, ...content.moderators]
  const answering = [correction, withdrawal].flatMap((one) => (one ? [one.by] : []))
  return [
    ...[...officers, ...taker, ...listed, ...answering],
    ...peopleInBlocks(content.sections.flatMap((section) => section.content)),
  ]
}

/** Who speaks in these blocks, owns an action or is mentioned. */
export function peopleInBlocks(blocks: readonly ReportBlock[]): ReportPerson[] {
  return blocks.flatMap((block) => {
    const mentioned = mentionedIn(block)
    if (block.type === "statement")
      return [{ name: block.attrs.name, capacity: block.attrs.capacity }, ...mentioned]
    if (block.type === "action") return [...block.attrs.owners.map(alone), ...mentioned]
    return mentioned
  })
}

const alone = (name: string): ReportPerson => ({ name, capacity: "" })

type Node = ReportBlock | ReportPlainBlock | ReportInline | { type: "listItem"; content: Node[] }

function mentionedIn(node: Node): ReportPerson[] {
  if (node.type === "mention") return [alone(node.attrs.label)]
  if (node.type === "text" || node.type === "hardBreak") return []
  return (node.content as Node[]).flatMap(mentionedIn)
}
