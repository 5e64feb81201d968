import type { ReactNode } from "react"
import { leadsToDesk } from "@/lib/links/desk-address"
import { isPublishable, type ReportInline, type ReportMark, type ReportPlainBlock } from "../blocks"
import { sequence } from "./sequence"

/** A line of text: emphasis, links that lead away safely, people as they were named. */
export function Inline({ content }: { content: readonly ReportInline[] }) {
  return sequence(content, (node) => {
    if (node.type === "hardBreak") return <br />
    const words = node.type === "text" ? node.text : <bdi>{node.attrs.label}</bdi>
    return (node.marks ?? []).reduce(wrapped, words)
  })
}

function wrapped(inside: ReactNode, mark: ReportMark): ReactNode {
  if (mark.type === "bold") return <strong>{inside}</strong>
  if (mark.type === "italic") return <em>{inside}</em>
  if (!isPublishable(mark.attrs.href) || leadsToDesk(mark.attrs.href)) return inside
  return (
    <a href={mark.attrs.href} rel="noopener nofollow ugc">
      {inside}
    </a>
  )
}

/** Paragraphs and lists that carry no number of their own: inside a block, a quote, a list. */
export function Plain({ blocks }: { blocks: readonly ReportPlainBlock[] }) {
  return sequence(blocks, (block) =>
    block.type === "paragraph" ? (
      <p>
        <Inline content={block.content} />
      </p>
    ) : (
      <List list={block} />
    ),
  )
}

/** A list; an item of a single line is set without a paragraph of its own. */
export function List({ list }: { list: Exclude<ReportPlainBlock, { type: "paragraph" }> }) {
  const items = sequence(list.content, (item) => {
    const [only, ...rest] = item.content
    return (
      <li>
        {only?.type === "paragraph" && rest.length === 0 ? (
          <Inline content={only.content} />
        ) : (
          <Plain blocks={item.content} />
        )}
      </li>
    )
  })
  if (list.type === "bulletList") return <ul>{items}</ul>
  return <ol start={list.attrs?.start}>{items}</ol>
}
