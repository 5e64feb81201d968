import { useLocale, useTranslations } from "next-intl"
import { Fragment, type ReactNode } from "react"
import type { Block, Inline, ListItem, Mark, RecordBlock, SectionDoc } from "@/lib/minutes/model"
import { isRecordBlock } from "@/lib/minutes/model"
import { dayInstant, longDayText } from "@/lib/platform/dates"
import type { HeadingLevel } from "./section-heading"

/**
 * Where a section is shown: "33/" before the count of decisions and actions, its heading's level, and what
 * stands under a decision, by its id, of which the text itself says nothing.
 */
type Setting = {
  of: string
  level: HeadingLevel
  under?: ReadonlyMap<string, ReactNode> | undefined
}

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

function ItemView({ item, setting }: { item: ListItem; setting: Setting }) {
  return (
    <li>
      {each(item.content, (block) => (
        <BlockView block={block} setting={setting} />
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

function RecordView({ block, setting }: { block: RecordBlock; setting: Setting }) {
  const t = useTranslations("minutes.block")
  const { frame, mark } = looks[block.type]
  const Heading = setting.level === 2 ? "h3" : "h4"
  return (
    <div className={`b ${frame}`}>
      <div className="tab">
        <i className={`mk ${mark}`} aria-hidden="true" />
        <Heading className="kind" data-of={setting.of}>
          {t(block.type)}
        </Heading>
        {block.type === "statement" ? (
          <span>
            <bdi className="strong">{block.attrs.name}</bdi>
            {block.attrs.capacity ? `, ${block.attrs.capacity}` : null}
          </span>
        ) : null}
      </div>
      <div className="said">
        {each(block.content, (inner) => (
          <BlockView block={inner} setting={setting} />
        ))}
      </div>
      <RecordFields block={block} />
      {setting.under?.get(block.attrs.id)}
    </div>
  )
}

function BlockView({ block, setting }: { block: Block; setting: Setting }): ReactNode {
  if (isRecordBlock(block)) return <RecordView block={block} setting={setting} />
  switch (block.type) {
    case "paragraph":
      return <p>{inlines(block.content)}</p>
    case "bulletList":
      return (
        <ul>
          {each(block.content, (item) => (
            <ItemView item={item} setting={setting} />
          ))}
        </ul>
      )
    case "orderedList":
      return (
        <ol start={block.attrs.start}>
          {each(block.content, (item) => (
            <ItemView item={item} setting={setting} />
          ))}
        </ol>
      )
    case "blockquote":
      return (
        <blockquote>
          {each(block.content, (inner) => (
            <BlockView block={inner} setting={setting} />
          ))}
        </blockquote>
      )
  }
}

/** The text of one section, to be read. It looks as it does while it is written. */
export function DocView({ doc, setting }: { doc: SectionDoc; setting: Setting }) {
  return (
    <div className="section-text">
      {each(doc.content, (block) => (
        <BlockView block={block} setting={setting} />
      ))}
    </div>
  )
}
