import { useTranslations } from "next-intl"
import { compareTexts, type Part } from "@/lib/minutes/compare"
import type { MinutesText } from "@/lib/minutes/model"
import { plainWords } from "@/lib/minutes/plain-words"
import type { Locale } from "@/lib/platform/locales"
import { SectionHeading } from "../../section-heading"
import { type ItemHead, sectionHeads } from "../../sections"

/** What changed between two revisions, word by word, in the sections where anything did. */
export function Changes({
  older,
  newer,
  agenda,
  locale,
}: {
  older: MinutesText
  newer: MinutesText
  agenda: readonly ItemHead[]
  locale: Locale
}) {
  const t = useTranslations("minutes.revision")
  const changed = compareTexts(older, newer, plainWords(locale), locale).filter(
    (section) => section.changed,
  )
  if (changed.length === 0) return <p>{t("unchanged")}</p>
  const order = changed.map(({ section }) => section)
  const heads = new Map(sectionHeads({ ...newer, order }, agenda).map((head) => [head.id, head]))
  return (
    <>
      <p className="small muted">
        {t.rich("legend", {
          ins: (words) => <ins>{words}</ins>,
          del: (words) => <del>{words}</del>,
        })}
      </p>
      <div className="sheet">
        <div className="doc">
          {changed.map(({ section, parts }) => {
            const head = heads.get(section)
            return (
              <section key={section} className="minutes-section">
                {head ? <SectionHeading head={head} id={`c-${section}`} level={3} /> : null}
                <div className="compared">
                  <Parts parts={parts} />
                </div>
              </section>
            )
          })}
        </div>
      </div>
    </>
  )
}

function Parts({ parts }: { parts: readonly Part[] }) {
  let at = 0
  return parts.map(({ kind, text }) => {
    const key = `${at} ${kind}`
    at += text.length
    if (kind === "added") return <ins key={key}>{text}</ins>
    if (kind === "removed") return <del key={key}>{text}</del>
    return <span key={key}>{text}</span>
  })
}
