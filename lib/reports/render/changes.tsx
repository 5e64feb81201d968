import { useLocale, useTranslations } from "next-intl"
import { COMPARE_MS, type Part } from "@/lib/minutes/compare-words"
import { plainWords } from "@/lib/minutes/plain-words"
import { dayText, momentText } from "@/lib/platform/dates"
import type { Locale } from "@/lib/platform/locales"
import { besideEachOther, type ComparedPair, compareVersions } from "../compare"
import type { ReportAgendaItem, ReportContent, ReportPerson } from "../model"
import { outline, placesOf } from "../outline"
import { By } from "./version-notice"

type Both = { older: ReportContent; newer: ReportContent }

/**
 * What a version changed of the one before: facts, then the text in its order, the older words and the
 * newer ones beside each other. `hrefOf` leads to a paragraph of the newer version.
 */
export function VersionChanges({
  older,
  newer,
  hrefOf,
}: Both & { hrefOf?: (anchor: string) => string }) {
  const t = useTranslations("report.changes")
  const locale = useLocale() as Locale
  const places = placesOf(outline(newer))
  // Anybody may ask for this of any two versions: all of it together has the time of one comparison.
  const until = performance.now() + COMPARE_MS
  const facts = useFacts({ older, newer }).map(({ label, was, now }) => ({
    ...{ label, sides: besideEachOther(was, now, newer.language, until) },
  }))
  const { sections, ...text } = compareVersions(older, newer, plainWords(locale), until)
  const coarse = text.coarse || facts.some(({ sides }) => sides.coarse)
  if (sections.length + facts.length === 0) return <p>{t("nothing")}</p>
  return (
    <>
      {coarse ? <p className="small muted">{t("coarse")}</p> : null}
      {facts.length > 0 ? (
        <section aria-labelledby="facts">
          <h2 id="facts">{t("facts")}</h2>
          {facts.map(({ label, sides }) => (
            <Sides
              key={label}
              head={label}
              language={newer.language}
              pair={{ kind: "changed", place: "", ...sides }}
            />
          ))}
        </section>
      ) : null}
      {sections.map(({ id, title, pairs }) => (
        <section key={id} aria-labelledby={`c-${id}`}>
          <h2 id={`c-${id}`} lang={title ? newer.language : undefined}>
            {title || t(id === "opening" ? "opening" : "closing")}
          </h2>
          {pairs.map((pair, index) => {
            const placed = places.get(pair.place)
            const anchor = pair.kind === "removed" ? null : placed?.anchor
            const mark = anchor ? t("at", { mark: placed?.mark ?? "" }) : null
            return (
              <Sides
                key={`${pair.place} ${pair.kind} ${String(index)}`}
                head={anchor && hrefOf ? <a href={hrefOf(anchor)}>{mark}</a> : mark}
                pair={pair}
                language={newer.language}
              />
            )
          })}
        </section>
      ))}
    </>
  )
}

function Sides({
  head,
  pair,
  language,
}: {
  head: React.ReactNode
  pair: ComparedPair
  language: string
}) {
  const t = useTranslations("report.changes")
  const { kind, was, now } = pair
  return (
    <div className="sides">
      <p className="small sides-head">
        {head} {kind === "changed" ? null : <span className="muted">{t(`kind.${kind}`)}</span>}
      </p>
      <Side label={t("was")} parts={was} language={language} />
      <Side label={t("now")} parts={now} language={language} />
    </div>
  )
}

function Side({
  label,
  parts,
  language,
}: {
  label: string
  parts: readonly Part[]
  language: string
}) {
  const t = useTranslations("report.changes")
  const said = parts.map((part, place) => ({ ...part, key: `${String(place)} ${part.kind}` }))
  return (
    <div className="side">
      <p className="side-label small muted">{label}</p>
      {said.length === 0 ? (
        <p className="muted small">{t("none")}</p>
      ) : (
        <div className="compared" lang={language} dir="auto">
          {said.map(({ key, kind, text }) => {
            if (kind === "same") return <span key={key}>{text}</span>
            return kind === "added" ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
          })}
        </div>
      )}
    </div>
  )
}

/** What is said otherwise besides the text, each with its label. */
function useFacts({ older, newer }: Both): { label: string; was: string; now: string }[] {
  const t = useTranslations("report")
  const locale = useLocale()
  const agenda = (items: readonly ReportAgendaItem[]): string[] =>
    items.flatMap((item) => [
      `${item.label} ${item.title} (${t(`changes.coverage.${item.coverage}`)})`,
      ...agenda(item.children),
    ])
  const factsOf = (report: ReportContent): [label: string, value: string][] => {
    const { meeting, attendance, withdrawal } = report
    // A withdrawal says nothing of who was there.
    const counts = withdrawal ? "" : t("annex.counts", countsOf(attendance))
    const listed =
      attendance.list === "annexed"
        ? attendance
        : { present: null, regrets: null, written: null, counts: attendance.counts }
    return [
      [t("changes.number"), String(meeting.number)],
      [t("changes.meetingTitle"), meeting.title],
      [t("changes.start"), momentText(new Date(meeting.startsAt), locale)],
      [t("place"), meeting.place],
      [t("printed"), meeting.printed.join(", ")],
      [t("chairs", { count: report.chairs.length || 1 }), named(report.chairs)],
      [t("hosts"), named(report.hosts)],
      [t("moderators"), named(report.moderators)],
      [t("notes"), named(report.noteTaker ? [report.noteTaker] : [])],
      [t("agenda"), agenda(report.agenda).join("\n")],
      [t("present"), listed.present ? named(listed.present) : counts],
      [t("changes.regrets"), listed.regrets ? named(listed.regrets) : ""],
      [t("changes.written"), listed.written ? named(listed.written) : ""],
      [t("nextMeeting"), report.nextMeeting],
    ]
  }
  const before = factsOf(older)
  return factsOf(newer).flatMap(([label, now], index) => {
    const was = before[index]?.[1] ?? ""
    return was === now ? [] : [{ label, was, now }]
  })
}

const countsOf = (attendance: ReportContent["attendance"]) =>
  attendance.list === "on-request" ? attendance.counts : { present: 0, regrets: 0, written: 0 }

const named = (people: readonly ReportPerson[]) =>
  people.map(({ name, capacity }) => (capacity ? `${name} (${capacity})` : name)).join("\n")

/** Which versions stand beside each other, when each was published, and why the newer corrects or either withdraws. */
export function ChangesLead({ older, newer }: Both) {
  const t = useTranslations("report.changes")
  const locale = useLocale()
  const day = (report: ReportContent) => dayText(new Date(report.publishedAt), locale)
  return (
    <>
      <p>
        {t("lead", {
          older: older.version,
          newer: newer.version,
          before: day(older),
          after: day(newer),
        })}
      </p>
      {newer.correction ? <p dir="auto">{newer.correction.reason}</p> : null}
      {[older, newer].map(({ version, withdrawal }) =>
        withdrawal ? (
          <div key={version}>
            <p>
              {t("withdrew", { version })} <By person={withdrawal.by} />
            </p>
            <p dir="auto">{withdrawal.reason}</p>
          </div>
        ) : null,
      )}
    </>
  )
}
