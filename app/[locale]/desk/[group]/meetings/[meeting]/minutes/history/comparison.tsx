import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import { compareTexts } from "@/lib/minutes/compare"
import { sectionOf } from "@/lib/minutes/model"
import { plainDoc } from "@/lib/minutes/plain"
import { plainWords } from "@/lib/minutes/plain-words"
import type { WrittenRevision } from "@/lib/minutes/read-revisions"
import { segmentsOf } from "@/lib/minutes/segments"
import type { Locale } from "@/lib/platform/locales"
import { SectionHeading } from "../section-heading"
import { type ItemHead, type SectionHead, sectionHeads } from "../sections"
import { ChangeNotes } from "./change-notes"
import { ChangeParts } from "./change-parts"
import { shownChanges } from "./changes"
import { Legend } from "./legend"
import { writersOf } from "./people"
import { StepChanges } from "./step-changes"
import "./history.css"

/** What changed between two revisions, word by word, with the names of those who wrote it. */
export function Comparison({
  older,
  newer,
  agenda,
  names,
  locale,
}: {
  older: WrittenRevision
  newer: WrittenRevision
  agenda: readonly ItemHead[]
  names: ReadonlyMap<string, string>
  locale: Locale
}) {
  const t = useTranslations("minutes.compare")
  const words = plainWords(locale)
  const { sections, coarse } = compareTexts(older, newer, words, locale)
  const { shown, count } = shownChanges(sections)
  if (count === 0) return <p>{t("nothing")}</p>
  const order = sections.map(({ section }) => section)
  const heads = new Map(sectionHeads(order, agenda).map((head) => [head.id, head]))
  const headOf = (id: string): SectionHead => heads.get(id) ?? { id, kind: "stranded" }
  const writers = writersOf(sections, [older, newer], names)
  const parts = sections.flatMap((section) => section.parts)
  const counted = (kind: "added" | "removed") =>
    parts
      .filter((part) => part.kind === kind)
      .flatMap(({ text }) => segmentsOf(text, locale))
      .filter(({ isWord }) => isWord).length
  const changed = shown.filter(({ kind }) => kind === "section")
  return (
    <>
      <p>
        {t("sum", {
          added: counted("added"),
          removed: counted("removed"),
          changed: changed.length,
          sections: sections.length,
        })}
      </p>
      {coarse ? <Notice kind="warn" title={t("coarse")} /> : null}
      <Legend
        writers={[...writers.values()]}
        nobody={parts.some(({ kind, by }) => kind !== "same" && by === null)}
      />
      <StepChanges count={count} />
      <div className="sheet">
        <div className="doc">
          {shown.map((block) => {
            if (block.kind === "folded") {
              return (
                <details key={block.key} className="folded">
                  <summary>{t("folded", { count: block.sections.length })}</summary>
                  {block.sections.map(({ section }) => (
                    <section key={section} className="minutes-section">
                      <SectionHeading head={headOf(section)} id={`c-${section}`} level={3} />
                      <div className="compared">
                        {plainDoc(sectionOf(newer.text, section), words)}
                      </div>
                    </section>
                  ))}
                </details>
              )
            }
            const { section } = block
            const next = changed[changed.indexOf(block) + 1]
            return (
              <section key={block.key} className="minutes-section">
                <SectionHeading head={headOf(section.section)} id={`c-${block.key}`} level={3} />
                <ChangeNotes section={section} />
                <div className="compared">
                  <ChangeParts pieces={section.pieces} writers={writers} />
                </div>
                {next?.kind === "section" ? (
                  <p className="small to-next">
                    <a href={`#change-${next.section.first}`}>{t("nextSection")}</a>
                  </p>
                ) : null}
              </section>
            )
          })}
        </div>
      </div>
    </>
  )
}
