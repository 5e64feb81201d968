import { useLocale, useTranslations } from "next-intl"
import { Fragment, type ReactNode } from "react"
import type { Block, Inline, ListItem, Mark, RecordBlock, SectionDoc } from "@/lib/minutes/model"
import { isRecordBlock } from "@/lib/minutes/model"
import { dayInstant, longDayText } from "@/lib/platform/dates"

// Stored blocks have no keys of their own, and a text that is only read never reorders them.
const each = <Item,>(items: readonly Item[], show: (item: Item) => ReactNode): ReactNode =>
  items.map((item, place) => <Fragment key={String(place)}>{show(item)}</Fragment>)

function MarkView({ mark, children }: { mark: Mark; children: ReactNode }) {
  if (mark.type === "bold") return <strong>{children}</strong>
  if (mark.type === "italic") return <em>{children}</em>
  return (
    <a href={mark.attrs.href} rel="noopener noreferrer">
      {children}
    </a>
  )
}

function Marked({ marks = [], children }: { marks?: Mark[] | undefined; children: ReactNode }) {
  const [outer, ...inner] = marks
  if (!outer) return children
  return (
    <MarkView mark={outer}>
      <Marked marks={inner}>{children}</Marked>
    </MarkView>
  )
}

function InlineView({ node }: { node: Inline }) {
  if (node.type === "hardBreak") return <br />
  const words =
    node.type === "mention" ? <span className="mention">{node.attrs.label}</span> : node.text
  return <Marked marks={node.marks}>{words}</Marked>
}

const inlines = (nodes: readonly Inline[] = []) => each(nodes, (node) => <InlineView node={node} />)

function ItemView({ item, of }: { item: ListItem; of: string }) {
  return (
    <li>
      {each(item.content, (block) => (
        <BlockView block={block} of={of} />
      ))}
    </li>
  )
}

function RecordFields({ block }: { block: RecordBlock }) {
  const t = useTranslations("minutes.block")
  const locale = useLocale()
  if (block.type === "action") {
    const { owners, due } = block.attrs
    return (
      <div className="fill">
        <span>
          {t("owners")} {owners.map(({ name }) => name).join(", ") || t("nobody")}
        </span>
        <span>
          {t("due")} {due ? longDayText(dayInstant(due), locale) : t("noDay")}
        </span>
      </div>
    )
  }
  if (block.type === "question" && block.attrs.outcome) {
    return (
      <div className="fill">
        <span>
          {t("outcome")} {block.attrs.outcome}
        </span>
      </div>
    )
  }
  return null
}

const looks: Record<RecordBlock["type"], { frame: string; mark: string }> = {
  statement: { frame: "sta", mark: "s" },
  decision: { frame: "dec", mark: "d" },
  action: { frame: "act", mark: "a" },
  question: { frame: "que", mark: "q" },
}

function RecordView({ block, of }: { block: RecordBlock; of: string }) {
  const t = useTranslations("minutes.block")
  const { frame, mark } = looks[block.type]
  return (
    <div className={`b ${frame}`}>
      <div className="tab">
        <i className={`mk ${mark}`} aria-hidden="true" />
        <h3 className="kind" data-of={of}>
          {t(block.type)}
        </h3>
        {block.type === "statement" ? (
          <span>
            <bdi className="strong">{block.attrs.name}</bdi>
            {block.attrs.capacity ? `, ${block.attrs.capacity}` : null}
          </span>
        ) : null}
      </div>
      <div className="said">
        {each(block.content, (inner) => (
          <BlockView block={inner} of={of} />
        ))}
      </div>
      <RecordFields block={block} />
    </div>
  )
}

function BlockView({ block, of }: { block: Block; of: string }): ReactNode {
  if (isRecordBlock(block)) return <RecordView block={block} of={of} />
  switch (block.type) {
    case "paragraph":
      return <p>{inlines(block.content)}</p>
    case "bulletList":
      return (
        <ul>
          {each(block.content, (item) => (
            <ItemView item={item} of={of} />
          ))}
        </ul>
      )
    case "orderedList":
      return (
        <ol start={block.attrs.start}>
          {each(block.content, (item) => (
            <ItemView item={item} of={of} />
          ))}
        </ol>
      )
    case "blockquote":
      return (
        <blockquote>
          {each(block.content, (inner) => (
            <BlockView block={inner} of={of} />
          ))}
        </blockquote>
      )
  }
}

/** The text of one section, to be read. It looks as it does while it is written; `of` is "33/". */
export function DocView({ doc, of }: { doc: SectionDoc; of: string }) {
  return (
    <div className="section-text">
      {each(doc.content, (block) => (
        <BlockView block={block} of={of} />
      ))}
    </div>
  )
}
