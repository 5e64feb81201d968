import type { ReactNode } from "react"
import type { Finding, Span } from "@/lib/check/model"
import { splitLines } from "@/lib/imports/read/source"
import { getTranslations } from "@/lib/platform/i18n"

// A box that scrolls must be reachable by keyboard, though it is nothing to press.
const scrolls = { tabIndex: 0 }

/** The file as it came, line by line: what was read is underlined, what a finding speaks of is marked. */
export async function Source({
  name,
  text,
  marks,
  findings,
}: {
  name: string
  text: string
  marks: readonly Span[]
  findings: readonly Finding[]
}) {
  const t = await getTranslations("imports.file")
  const hits = [
    ...marks.map(({ from, to }) => ({ from, to, look: "hit" })),
    ...findings.flatMap(({ place: { from, to } }) =>
      from !== null && to !== null ? [{ from, to, look: "hit at" }] : [],
    ),
  ]
  const lines = splitLines(text).map(({ n, from, to }) => ({
    number: n,
    from,
    line: text.slice(from, to),
  }))
  return (
    <section className="panel source" aria-label={t("source", { file: name })} {...scrolls}>
      <h2>{t("source", { file: name })}</h2>
      <ol>
        {lines.map(({ number, from, line }) => (
          <li key={number} id={`line-${number}`}>
            <span dir="auto">{withHits(line, from, hits)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

type Hit = { from: number; to: number; look: string }

/** Cuts a line where a hit begins or ends; of hits that overlap, the finding's is shown. */
function withHits(line: string, from: number, hits: readonly Hit[]): ReactNode[] {
  const to = from + line.length
  const here = hits.filter((hit) => hit.from < to && hit.to > from)
  if (here.length === 0) return [line]
  const edges = new Set([from, to])
  for (const hit of here) edges.add(Math.max(hit.from, from)).add(Math.min(hit.to, to))
  const places = [...edges].sort((a, b) => a - b)
  return places.slice(0, -1).map((place, index) => {
    const end = places[index + 1] ?? to
    const words = line.slice(place - from, end - from)
    const over = here.filter((hit) => hit.from <= place && hit.to >= end)
    const look = over.find((hit) => hit.look !== "hit")?.look ?? over[0]?.look
    return look ? (
      <span key={place} className={look}>
        {words}
      </span>
    ) : (
      words
    )
  })
}
