import { useLocale, useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { AnnouncedMeeting } from "@/lib/meetings/announced"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"
import type { PublishedLine } from "@/lib/reports/public-queries"

/** Published summaries, one under the other: number, date, what was on the agenda, what came of it. */
export function Summaries({
  lines,
  level = 3,
  named = false,
}: {
  lines: readonly PublishedLine[]
  level?: 2 | 3
  /** Whether each line says whose it is. */
  named?: boolean
}) {
  return (
    <ol className="sums">
      {lines.map((line) => (
        <Summary key={`${line.slug}/${line.number}`} line={line} level={level} named={named} />
      ))}
    </ol>
  )
}

function Summary({ line, level, named }: { line: PublishedLine; level: 2 | 3; named: boolean }) {
  const t = useTranslations("public")
  const locale = useLocale()
  const Heading = `h${level}` as const
  return (
    <li>
      <span className="num" aria-hidden="true">
        {line.number}
      </span>
      <div>
        <Heading>
          <a href={localePath(locale, reportPath(line.slug, line.number))}>
            {t(named ? "groupMeetingOn" : "meetingOn", {
              group: line.groupShortName,
              number: line.number,
              day: dayText(line.startsAt, locale),
            })}
          </a>
        </Heading>
        <p lang={line.language}>
          {line.agenda.length > 0 ? `${line.agenda.join("; ")}.` : line.title}
        </p>
        <p className="meta">
          {line.decisions > 0 ? (
            <span>
              <i className="mk d" />
              {t("decisions", { count: line.decisions })}
            </span>
          ) : null}
          {line.actions > 0 ? (
            <span>
              <i className="mk a" />
              {t("actions", { count: line.actions })}
            </span>
          ) : null}
          {line.withdrawn ? <span>{t("withdrawn")}</span> : null}
          {line.version > 1 && !line.withdrawn ? (
            <span>
              {t("corrected", { version: line.version, day: dayText(line.publishedAt, locale) })}
            </span>
          ) : null}
          {line.provenance === "archive" ? <span>{t("fromArchive")}</span> : null}
        </p>
      </div>
    </li>
  )
}

/** Calls that are announced, or were held and wait for their summary. */
export function Calls({ slug, calls }: { slug: string; calls: readonly AnnouncedMeeting[] }) {
  const t = useTranslations("public")
  return (
    <ol className="sums">
      {calls.map((call) => (
        <li key={call.number}>
          <span className="num" aria-hidden="true">
            {call.number}
          </span>
          <div>
            <h3>
              <Named slug={slug} call={call} />
            </h3>
            {call.title ? <p>{call.title}</p> : null}
            <p className="meta">
              <DateTime at={call.startsAt} />
              <span className={call.state === "cancelled" ? "off" : undefined}>
                {t(`state.${call.state}`)}
              </span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Its name and day; a call that was held has no page until its summary is published. */
function Named({ slug, call }: { slug: string; call: AnnouncedMeeting }) {
  const t = useTranslations("public")
  const locale = useLocale()
  const name = t("meetingOn", { number: call.number, day: dayText(call.startsAt, locale) })
  if (call.state === "held") return name
  return <a href={localePath(locale, reportPath(slug, call.number))}>{name}</a>
}
