import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Inline, ListItem, Mark } from "@/lib/minutes/model"
import { sequence } from "@/lib/reports/render/sequence"
import { referenceIn } from "./links"
import {
  type DocumentBlock,
  type DocumentInline,
  type DocumentPlain,
  type DocumentTable,
  type DocumentText,
  type Footnote,
  footnotesOf,
  type TableCell,
  type TableRow,
} from "./model"

/** Where links lead, by their `href`: null, or none within the group, is nowhere. Others need no entry. */
export type Leads = Readonly<Record<string, string | null>>

/** The address of a heading on its page. */
export const headingAnchor = (id: string) => `h-${id}`

/** What every part has to know: where links lead, and the number of each note. */
type Setting = { leads: Leads; numbers: ReadonlyMap<Footnote, number> }

/**
 * The text of a document, to be read, with its notes behind it. `level` is that of its highest headings
 * on the page. Everything is React nodes; nothing of it is trusted as HTML.
 */
export function DocumentBody({
  text,
  leads,
  level,
  language,
}: {
  text: DocumentText
  leads: Leads
  level: 2 | 3
  language?: string | undefined
}) {
  const notes = footnotesOf(text)
  const levels = text.content.flatMap((block) =>
    block.type === "heading" ? [block.attrs.level] : [],
  )
  const down = level - Math.min(...levels)
  const setting = { leads, numbers: new Map(notes.map((note, place) => [note, place + 1])) }
  return (
    <article className="document-text" dir="auto" lang={language}>
      {sequence(text.content, (block) =>
        block.type === "heading" ? (
          <Heading id={headingAnchor(block.attrs.id)} level={block.attrs.level + down}>
            <Line nodes={block.content} setting={setting} />
          </Heading>
        ) : (
          <Block block={block} setting={setting} />
        ),
      )}
      {notes.length > 0 ? <Notes notes={notes} setting={setting} /> : null}
    </article>
  )
}

function Heading({ id, level, children }: { id: string; level: number; children: ReactNode }) {
  const Tag = `h${Math.min(level, 6)}` as "h2" | "h3" | "h4" | "h5" | "h6"
  return <Tag id={id}>{children}</Tag>
}

type Lines = readonly DocumentInline[] | undefined

function Line({ nodes = [], setting }: { nodes: Lines; setting: Setting }) {
  return sequence(nodes, (node) => {
    if (node.type === "footnote") return <NoteMark number={setting.numbers.get(node) ?? 0} />
    return <Said node={node} leads={setting.leads} />
  })
}

function Said({ node, leads }: { node: Inline; leads: Leads }) {
  if (node.type === "hardBreak") return <br />
  const words = node.type === "text" ? node.text : <bdi>{node.attrs.label}</bdi>
  return (
    <Marked marks={node.marks ?? []} leads={leads}>
      {words}
    </Marked>
  )
}

type Within = { leads: Leads; children: ReactNode }

function Marked({ marks, leads, children }: Within & { marks: readonly Mark[] }): ReactNode {
  const [outer, ...inner] = marks
  if (!outer) return children
  const inside = (
    <Marked marks={inner} leads={leads}>
      {children}
    </Marked>
  )
  if (outer.type === "bold") return <strong>{inside}</strong>
  if (outer.type === "italic") return <em>{inside}</em>
  return (
    <Lead href={outer.attrs.href} leads={leads}>
      {inside}
    </Lead>
  )
}

function Lead({ href, leads, children }: Within & { href: string }) {
  const t = useTranslations("documents.text")
  const reference = referenceIn(href)
  if (!reference) {
    if (leads[href] === null) return children
    return (
      <a href={href} rel="noopener nofollow ugc">
        {children}
      </a>
    )
  }
  const path = leads[href]
  if (path) return <a href={path}>{children}</a>
  // What the reader may not see reads as words; what nobody has put there says so.
  if (reference.to !== "missing") return children
  return (
    <span className="missing-document">
      {children} <small>{t("missing")}</small>
    </span>
  )
}

function NoteMark({ number }: { number: number }) {
  const t = useTranslations("documents.text")
  return (
    <sup className="note-mark" id={`note-mark-${number}`}>
      <a href={`#note-${number}`} aria-label={t("note", { number })}>
        {number}
      </a>
    </sup>
  )
}

function Notes({ notes, setting }: { notes: readonly Footnote[]; setting: Setting }) {
  const t = useTranslations("documents.text")
  return (
    <section className="notes" aria-label={t("notes")}>
      <ol>
        {sequence(notes, (note) => {
          const number = setting.numbers.get(note) ?? 0
          return (
            <li id={`note-${number}`}>
              <Line nodes={note.content} setting={setting} />{" "}
              <a href={`#note-mark-${number}`} aria-label={t("back", { number })}>
                ↩
              </a>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

type Shown = { setting: Setting }

function Block({ block, setting }: Shown & { block: Exclude<DocumentBlock, { type: "heading" }> }) {
  if (block.type === "table") return <TableView table={block} setting={setting} />
  if (block.type !== "blockquote") return <Plain block={block} setting={setting} />
  return (
    <blockquote>
      <Plains blocks={block.content} setting={setting} />
    </blockquote>
  )
}

function Plains({ blocks, setting }: Shown & { blocks: readonly DocumentPlain[] }) {
  return sequence(blocks, (block) => <Plain block={block} setting={setting} />)
}

function Plain({ block, setting }: Shown & { block: DocumentPlain }) {
  if (block.type === "paragraph") {
    return (
      <p>
        <Line nodes={block.content} setting={setting} />
      </p>
    )
  }
  const items = sequence(block.content, (item) => <Item item={item} setting={setting} />)
  if (block.type === "bulletList") return <ul>{items}</ul>
  return <ol start={block.attrs.start}>{items}</ol>
}

/** An item, or a cell, of a single line is set without a paragraph of its own. */
function Short({ blocks, setting }: Shown & { blocks: readonly DocumentPlain[] }) {
  const [only, ...rest] = blocks
  if (only?.type !== "paragraph" || rest.length > 0) {
    return <Plains blocks={blocks} setting={setting} />
  }
  return <Line nodes={only.content} setting={setting} />
}

function Item({ item, setting }: Shown & { item: ListItem<DocumentInline> }) {
  return (
    <li>
      <Short blocks={item.content} setting={setting} />
    </li>
  )
}

// A box that scrolls must be reachable by keyboard, though it is nothing to press.
const scrolls = { tabIndex: 0 }

const isHead = (row: TableRow) => row.content.every(({ type }) => type === "tableHeader")

function TableView({ table, setting }: Shown & { table: DocumentTable }) {
  const t = useTranslations("documents.text")
  const [first, ...rest] = table.content
  const head = first && isHead(first) ? first : null
  const rows = head ? rest : table.content
  return (
    <section className="scroll" aria-label={t("table")} {...scrolls}>
      <table className="tbl">
        {head ? (
          <thead>
            <Row row={head} scope="col" setting={setting} />
          </thead>
        ) : null}
        <tbody>
          {sequence(rows, (row) => (
            <Row row={row} scope="row" setting={setting} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row, scope, setting }: Shown & { row: TableRow; scope: "col" | "row" }) {
  return (
    <tr>
      {sequence(row.content, (cell) => (
        <Cell cell={cell} scope={scope} setting={setting} />
      ))}
    </tr>
  )
}

function Cell({ cell, scope, setting }: Shown & { cell: TableCell; scope: "col" | "row" }) {
  const words = <Short blocks={cell.content} setting={setting} />
  return cell.type === "tableHeader" ? <th scope={scope}>{words}</th> : <td>{words}</td>
}
