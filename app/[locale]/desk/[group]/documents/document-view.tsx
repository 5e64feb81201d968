import { Fragment } from "react"
import type { DocumentBlock, DocumentHeading, DocumentText } from "@/lib/documents/model"
import type { Block } from "@/lib/minutes/model"
import { DocView, InlineNodes } from "../meetings/[meeting]/minutes/doc-view"

/** The address of the heading that is a document's n-th block. */
export const headingId = (place: number) => `h-${place}`

type Run = { place: number; heading: DocumentHeading } | { place: number; blocks: Block[] }

/** The text of a document, to be read. `level` is that of its highest headings on the page. */
export function DocumentView({ text, level }: { text: DocumentText; level: 2 | 3 }) {
  const levels = text.content.flatMap((block) =>
    block.type === "heading" ? [block.attrs.level] : [],
  )
  const top = Math.min(...levels)
  return (
    <article className="document-text" dir="auto">
      {runsOf(text.content).map((run) => (
        <Fragment key={run.place}>
          {"heading" in run ? (
            <Heading id={headingId(run.place)} level={level + run.heading.attrs.level - top}>
              <InlineNodes nodes={run.heading.content ?? []} />
            </Heading>
          ) : (
            <DocView doc={{ type: "doc", content: run.blocks }} setting={{ of: "", level: 2 }} />
          )}
        </Fragment>
      ))}
    </article>
  )
}

function Heading({
  id,
  level,
  children,
}: {
  id: string
  level: number
  children: React.ReactNode
}) {
  const Tag = `h${Math.min(level, 6)}` as "h2" | "h3" | "h4" | "h5" | "h6"
  return <Tag id={id}>{children}</Tag>
}

/** Headings alone, and what stands between two of them together. */
function runsOf(content: readonly DocumentBlock[]): Run[] {
  const runs: Run[] = []
  for (const [place, block] of content.entries()) {
    const last = runs.at(-1)
    if (block.type === "heading") runs.push({ place, heading: block })
    else if (last && "blocks" in last) last.blocks.push(block)
    else runs.push({ place, blocks: [block] })
  }
  return runs
}
