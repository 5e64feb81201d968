import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { dayInstant, dayText } from "@/lib/platform/dates"
import type { ReportBlock } from "../blocks"
import type { PlacedBlock } from "../outline"
import { Inline, List, Plain } from "./inline"
import { sequence } from "./sequence"

type Recorded = Extract<ReportBlock, { type: "statement" | "decision" | "action" | "question" }>
/** Level of a heading that stands inside a block; one below the item it stands under. */
type Level = 2 | 3 | 4 | 5 | 6

const marks = { decision: "d", action: "a", statement: "s", question: "q" } as const

/**
 * Blocks with their numbers hanging beside them. Each has an address, and the number is its link.
 * `own` is the reader's language where the text is in another: our words in it say which they are.
 */
export function Blocks({ placed, ...place }: { placed: readonly PlacedBlock[] } & Around) {
  return sequence(placed, (each) => <Block placed={each} {...place} />)
}

type Around = {
  level: Level
  own: string | undefined
  /** Where an error is reported, at a paragraph by its anchor. */
  errorAt: (anchor: string) => string
}
type Place = { placed: PlacedBlock } & Around

function Block({ placed, level, own, errorAt }: Place) {
  const { block, anchor } = placed
  switch (block.type) {
    case "paragraph":
      return (
        <p className={placed.touched ? "par changed" : "par"} id={anchor ?? undefined}>
          <Address placed={placed} own={own} errorAt={errorAt} />
          <Inline content={block.content} />
        </p>
      )
    case "bulletList":
    case "orderedList":
      if (!anchor) return <List list={block} />
      return (
        <div className={placed.touched ? "par changed" : "par"} id={anchor}>
          <Address placed={placed} own={own} errorAt={errorAt} />
          <List list={block} />
        </div>
      )
    case "blockquote":
      return (
        <div className={placed.touched ? "par changed" : "par"} id={anchor ?? undefined}>
          <Address placed={placed} own={own} errorAt={errorAt} />
          <blockquote>
            <Plain blocks={block.content} />
          </blockquote>
        </div>
      )
    default:
      return <RecordBlock {...{ block, placed, level, own, errorAt }} />
  }
}

function Address({ placed, own, errorAt }: Omit<Place, "level">) {
  const t = useTranslations("report")
  if (!placed.anchor) return null
  return (
    <>
      <a
        className="no"
        href={`#${placed.anchor}`}
        aria-label={t("paragraph", { mark: placed.mark })}
        lang={own}
      >
        {placed.mark}
      </a>
      <a
        className="wrong noprint"
        href={errorAt(placed.anchor)}
        aria-label={t("error.at", { mark: placed.mark })}
        rel="nofollow"
        lang={own}
      >
        {t("error.short")}
      </a>
    </>
  )
}

function RecordBlock({ block, placed, level, own, errorAt }: Place & { block: Recorded }) {
  const t = useTranslations("report")
  const Heading = `h${level}` as const
  return (
    <div
      className={placed.touched ? `blk ${block.type} changed` : `blk ${block.type}`}
      id={placed.anchor ?? undefined}
    >
      <div className="tab">
        <Address placed={placed} own={own} errorAt={errorAt} />
        <Heading className="kind" lang={own}>
          <i className={`mk ${marks[block.type]}`} />
          {t(`block.${block.type}`, { ordinal: placed.ordinal ?? "" })}
        </Heading>
      </div>
      <div className="txt">
        <Before block={block} />
        <Plain blocks={block.content} />
        <After block={block} own={own} />
      </div>
    </div>
  )
}

function Before({ block }: { block: Recorded }): ReactNode {
  if (block.type !== "statement") return null
  return (
    <p className="who">
      <bdi>{block.attrs.name}</bdi> <span>{block.attrs.capacity}</span>
    </p>
  )
}

function After({ block, own }: { block: Recorded; own: string | undefined }): ReactNode {
  if (block.type === "question" && block.attrs.outcome)
    return <p className="out">{block.attrs.outcome}</p>
  if (block.type === "action") return <Terms {...block.attrs} own={own} />
  return null
}

function Terms({
  owners,
  due,
  own,
}: {
  owners: readonly string[]
  due: string | null
  own: string | undefined
}) {
  const t = useTranslations("report")
  const locale = useLocale()
  if (owners.length === 0 && !due) return null
  return (
    <dl lang={own}>
      {owners.length > 0 ? (
        <div>
          <dt>{t("owners", { count: owners.length })}</dt>
          <dd>{owners.join(", ")}</dd>
        </div>
      ) : null}
      {due ? (
        <div>
          <dt>{t("due")}</dt>
          <dd>
            <time dateTime={due}>{dayText(dayInstant(due), locale)}</time>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}
