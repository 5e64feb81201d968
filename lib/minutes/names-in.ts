import type { Block, Inline, ListItem, MinutesText } from "./model"

/** Every name that stands in minutes as one: who speaks, is mentioned or owns an action. */
export function namesIn(text: MinutesText): { personId: string | null; name: string }[] {
  const visit = (node: Block | ListItem | Inline): { personId: string | null; name: string }[] => {
    if (node.type === "mention") return [{ personId: node.attrs.personId, name: node.attrs.label }]
    if (node.type === "text" || node.type === "hardBreak") return []
    const own =
      node.type === "statement"
        ? [{ personId: node.attrs.personId, name: node.attrs.name }]
        : node.type === "action"
          ? node.attrs.owners
          : []
    return [...own, ...((node.content ?? []) as (Block | ListItem | Inline)[]).flatMap(visit)]
  }
  return Object.values(text.sections).flatMap(({ content }) => content.flatMap(visit))
}
