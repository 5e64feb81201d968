import { Fragment, type ReactNode } from "react"
import { type Inline, isLinkTarget, type Mark, type PlainBlock } from "@/lib/minutes/model"

// Stored blocks have no keys of their own, and a text that is only read never reorders them.
const each = <Item,>(items: readonly Item[], show: (item: Item) => ReactNode) =>
  items.map((item, place) => <Fragment key={String(place)}>{show(item)}</Fragment>)

function inlineView(node: Inline, tabIndex: number | undefined): ReactNode {
  if (node.type === "hardBreak") return <br />
  const words =
    node.type === "mention" ? <span className="mention">{node.attrs.label}</span> : node.text
  return (node.marks ?? []).reduceRight<ReactNode>(
    (inner, mark) => marked(inner, mark, tabIndex),
    words,
  )
}

function marked(inner: ReactNode, mark: Mark, tabIndex: number | undefined): ReactNode {
  if (mark.type === "bold") return <strong>{inner}</strong>
  if (mark.type === "italic") return <em>{inner}</em>
  if (!isLinkTarget(mark.attrs.href)) return inner
  return (
    <a href={mark.attrs.href} rel="noopener noreferrer" tabIndex={tabIndex}>
      {inner}
    </a>
  )
}

function blockView(block: PlainBlock, tabIndex: number | undefined): ReactNode {
  if (block.type === "paragraph")
    return <p>{each(block.content ?? [], (node) => inlineView(node, tabIndex))}</p>
  const items = each(block.content, (item) => (
    <li>{each(item.content, (inner) => blockView(inner, tabIndex))}</li>
  ))
  return block.type === "bulletList" ? <ul>{items}</ul> : <ol start={block.attrs.start}>{items}</ol>
}

/** Rich text of a cell, to be read. `linkStops` says whether Tab stops at its links. */
export function RichView({
  blocks,
  linkStops,
}: {
  blocks: readonly PlainBlock[]
  linkStops: boolean
}) {
  return (
    <div className="rich">
      {each(blocks, (block) => blockView(block, linkStops ? undefined : -1))}
    </div>
  )
}
