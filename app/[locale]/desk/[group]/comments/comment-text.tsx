import { useTranslations } from "next-intl"
import { Fragment, type ReactNode } from "react"
import type { Part, Piece } from "@/lib/comments/model"

// Parts have no keys of their own, and what is only read never reorders them.
const each = <T,>(items: readonly T[], show: (item: T) => ReactNode) =>
  items.map((item, place) => <Fragment key={String(place)}>{show(item)}</Fragment>)

/** Light markup as a page shows it. Every word of it is text: nothing of a comment is ever HTML. */
export function CommentText({ parts }: { parts: readonly Part[] }) {
  return each(parts, (part) => <OnePart part={part} />)
}

function OnePart({ part }: { part: Part }) {
  if (part.kind === "paragraph")
    return (
      <p dir="auto">
        <Pieces pieces={part.pieces} />
      </p>
    )
  if (part.kind === "code")
    return (
      <pre dir="ltr">
        <code>{part.text}</code>
      </pre>
    )
  if (part.kind === "quote")
    return (
      <blockquote>
        <CommentText parts={part.parts} />
      </blockquote>
    )
  const items = each(part.items, (item) => (
    <li>
      <CommentText parts={item} />
    </li>
  ))
  return part.ordered ? <ol start={part.start}>{items}</ol> : <ul>{items}</ul>
}

/** A name that several members have: nobody was told, and whoever wrote it can see why. */
function Namesakes({ text }: { text: string }) {
  const t = useTranslations("comments")
  return (
    <>
      <span className="mention">{text}</span> <span className="small muted">{t("namesakes")}</span>
    </>
  )
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return each(pieces, (piece) => <OnePiece piece={piece} />)
}

function OnePiece({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case "text":
      return piece.text
    case "break":
      return <br />
    case "code":
      return <code>{piece.text}</code>
    case "mention":
      return <span className="mention">{piece.text}</span>
    case "namesakes":
      return <Namesakes text={piece.text} />
    case "strong":
      return (
        <strong>
          <Pieces pieces={piece.pieces} />
        </strong>
      )
    case "emphasis":
      return (
        <em>
          <Pieces pieces={piece.pieces} />
        </em>
      )
    case "link":
      return (
        <a href={piece.href} rel="nofollow noopener noreferrer">
          <Pieces pieces={piece.pieces} />
        </a>
      )
  }
}
