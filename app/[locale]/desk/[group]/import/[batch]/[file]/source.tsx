import type { Finding } from "@/lib/check/model"
import { splitLines } from "@/lib/imports/read/text/source"
import type { StoredReading } from "@/lib/imports/stored"
import { getTranslations } from "@/lib/platform/i18n"
import { cutLine, type Hit, hitsByLine } from "./source-hits"

// A box that scrolls must be reachable by keyboard, though it is nothing to press.
const scrolls = { tabIndex: 0 }

type Props = {
  name: string
  text: string
  /** With the form's field in which each is changed; none where nothing can be changed any more. */
  values: readonly (StoredReading["values"][number] & { target: string })[]
  /** With the key under which each is listed beside the source; null where none is. */
  findings: readonly { finding: Finding; key: string | null }[]
}

/**
 * The file as it came, line by line. What was read is underlined and leads to its field; what a
 * finding speaks of is marked. The keyboard goes the other way, from each value to its line.
 */
export async function Source({ name, text, values, findings }: Props) {
  const t = await getTranslations("imports.file")
  const hits: Hit[] = [
    ...values.flatMap(({ at, target }, value) =>
      at.map(({ from, to }) => ({ from, to, look: "hit", value, target })),
    ),
    ...findings.flatMap(({ finding: { place }, key }) =>
      place.from !== null && place.to !== null
        ? [{ from: place.from, to: place.to, look: "hit at", finding: key }]
        : [],
    ),
  ]
  const lines = splitLines(text)
  const here = hitsByLine(lines, hits)
  return (
    <section
      className="panel source"
      id="source"
      aria-label={t("source", { file: name })}
      {...scrolls}
    >
      <h2>{t("source", { file: name })}</h2>
      <a className="small to-read" href="#got">
        {t("backToRead")}
      </a>
      <ol>
        {lines.map(({ n, from, to }, at) => (
          <li key={n} id={`line-${n}`}>
            <span dir="auto">
              {cutLine(text.slice(from, to), from, here[at] ?? []).map(({ words, start, hit }) =>
                hit?.target ? (
                  <a
                    key={start}
                    className={hit.look}
                    href={`#${hit.target}`}
                    data-value={hit.value}
                    tabIndex={-1}
                  >
                    {words}
                  </a>
                ) : hit?.finding ? (
                  <mark key={start} className={hit.look}>
                    <a href={`#finding-${hit.finding}`} tabIndex={-1}>
                      <span className="vh">{t("markedBy")} </span>
                      {words}
                    </a>
                  </mark>
                ) : hit ? (
                  <span key={start} className={hit.look}>
                    {words}
                  </span>
                ) : (
                  words
                ),
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
