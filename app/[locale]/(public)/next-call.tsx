import { useLocale, useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { Icon } from "@/app/ui/icons"
import type { AnnouncedMeeting, PlannedItem } from "@/lib/meetings/announced"
import { shortDayText, timeText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"

/** Where members of such groups live, from west to east; enough to find oneself between two of them. */
const zones = [
  ["brasilia", "America/Sao_Paulo"],
  ["newYork", "America/New_York"],
  ["geneva", "Europe/Zurich"],
  ["addisAbaba", "Africa/Addis_Ababa"],
  ["newDelhi", "Asia/Kolkata"],
  ["beijing", "Asia/Shanghai"],
] as const

/** The call that comes next, large: when, for whom at what hour, and what is planned. */
export function NextCall({
  slug,
  call,
}: {
  slug: string
  call: AnnouncedMeeting & { agenda: PlannedItem[] }
}) {
  const t = useTranslations("public")
  const locale = useLocale()
  return (
    <section className="call" aria-labelledby="next-call">
      <div>
        <h2 id="next-call">
          <a href={localePath(locale, reportPath(slug, call.number))}>
            {t("nextCall", { number: call.number })}
          </a>
        </h2>
        <p className="when">
          <DateTime at={call.startsAt} />
        </p>
        <Length call={call} />
        <Zones at={call.startsAt} />
        <p className="len">
          <Icon name="calendar" />{" "}
          <a href={localePath(locale, `/${slug}/calendar.ics`)}>{t("subscribe")}</a>
        </p>
      </div>
      {call.agenda.length > 0 ? (
        <div>
          <h3>{t("plannedAgenda")}</h3>
          <Planned items={call.agenda} />
        </div>
      ) : null}
    </section>
  )
}

/** "90 minutes, online. Members find the link on their desk." */
export function Length({ call }: { call: AnnouncedMeeting }) {
  const t = useTranslations("public")
  const place = call.place === "online" ? t("online") : call.place
  const said = [call.minutes ? t("length", { minutes: call.minutes }) : "", place].filter(Boolean)
  return (
    <p className="len">
      {said.length > 0 ? `${said.join(", ")}. ` : ""}
      {t("linkOnDesk")}
    </p>
  )
}

function Zones({ at }: { at: Date }) {
  const t = useTranslations("public.zone")
  const locale = useLocale()
  const here = shortDayText(at, locale)
  return (
    <dl className="zones">
      {zones.map(([name, zone]) => {
        const day = shortDayText(at, locale, zone)
        return (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {timeText(at, zone)}
              {day === here ? null : <small> {day}</small>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** The planned agenda as a numbered tree, with the minutes that are planned for each item. */
export function Planned({ items }: { items: readonly PlannedItem[] }) {
  const t = useTranslations("public")
  return (
    <ol className="plan">
      {items.map((item) => (
        <li key={item.label}>
          <span>{item.label}</span>
          <span>{item.title}</span>
          <span>{item.minutes ? t("minutes", { minutes: item.minutes }) : ""}</span>
          {item.children.length > 0 ? <Planned items={item.children} /> : null}
        </li>
      ))}
    </ol>
  )
}
