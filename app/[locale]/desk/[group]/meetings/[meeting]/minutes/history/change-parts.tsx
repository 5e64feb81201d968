import { useLocale, useTranslations } from "next-intl"
import type { AuthoredPart } from "@/lib/minutes/compare-authors"
import type { Piece } from "./changes"
import type { Writer } from "./people"

type Writers = ReadonlyMap<string, Writer>

/** Words that came or went, with the name of whoever wrote them. */
export function Words({ part, writers }: { part: AuthoredPart; writers: Writers }) {
  const t = useTranslations("minutes.compare")
  const locale = useLocale()
  const writer = part.by === null ? undefined : writers.get(part.by)
  const said = t(part.kind === "added" ? "addedBy" : "removedBy", {
    name: writer?.name ?? t("nobody"),
  })
  const blank = /^\s*/.exec(part.text)?.[0] ?? ""
  const inner = (
    <>
      {blank}
      <span className="vh said" lang={locale}>{`${said} `}</span>
      {writer && /[\p{L}\p{N}]/u.test(part.text) ? (
        <span className="initials" aria-hidden="true">
          {writer.initials}
        </span>
      ) : null}
      {part.text.slice(blank.length)}
    </>
  )
  const attributes = { className: writer?.look ?? "by-nobody", title: said.replace(/\s*:$/, "") }
  return part.kind === "added" ? (
    <ins {...attributes}>{inner}</ins>
  ) : (
    <del {...attributes}>{inner}</del>
  )
}

/** The words of a section: what stays plain, what changed marked, with the name of whoever wrote it. */
export function ChangeParts({ pieces, writers }: { pieces: readonly Piece[]; writers: Writers }) {
  return pieces.map((piece) =>
    piece.kind === "same" ? (
      <span key={piece.key}>{piece.text}</span>
    ) : (
      <span key={piece.key} className="change" id={`change-${piece.number}`} tabIndex={-1}>
        {piece.parts.map((part, place) => (
          <Words key={`${piece.key}.${String(place)}`} part={part} writers={writers} />
        ))}
      </span>
    ),
  )
}
