import type { AuthoredPart } from "@/lib/minutes/compare-authors"
import { Words } from "../../../meetings/[meeting]/minutes/history/change-parts"
import type { Writer } from "../../../meetings/[meeting]/minutes/history/people"

/** The newer text with what came marked, and what went where it stood, each with whoever wrote it. */
export function Changes({
  parts,
  writers,
  language,
}: {
  parts: readonly AuthoredPart[]
  writers: ReadonlyMap<string, Writer>
  language: string
}) {
  const keyed = parts.map((part, place) => ({ part, key: `${place} ${part.kind}` }))
  return (
    <div className="compared document-compared" lang={language} dir="auto">
      {keyed.map(({ key, part }) =>
        part.kind === "same" ? (
          <span key={key}>{part.text}</span>
        ) : (
          <Words key={key} part={part} writers={writers} />
        ),
      )}
    </div>
  )
}
