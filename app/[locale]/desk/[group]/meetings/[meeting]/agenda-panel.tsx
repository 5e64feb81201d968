import { useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import type { MeetingForDesk } from "@/lib/meetings/queries"

/** The agenda as it stands, with what became of each item. */
export function AgendaPanel({
  meeting: { agenda, may },
  base,
}: {
  meeting: MeetingForDesk
  base: string
}) {
  const t = useTranslations("meetings.agenda")
  return (
    <section className="panel" aria-labelledby="agenda">
      <div className="panel-head">
        <h2 id="agenda">{t("title")}</h2>
        {may.editAgenda ? (
          <ButtonLink href={`${base}/agenda`} small>
            {t("edit")}
          </ButtonLink>
        ) : null}
      </div>
      {agenda.length === 0 ? <p className="muted">{t("none")}</p> : null}
      <ol className="agenda-read">
        {agenda.map(({ id, depth, label, title, presenter, minutes, coverage }) => (
          <li key={id} data-depth={depth}>
            <span className="n">{label}</span>
            <span>
              <b>{title}</b>
              {presenter ? <small>{presenter}</small> : null}
            </span>
            <small>
              {[
                minutes ? t("shortMinutes", { minutes }) : "",
                coverage ? t(`coverages.${coverage}`) : "",
              ]
                .filter(Boolean)
                .join(", ")}
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}
