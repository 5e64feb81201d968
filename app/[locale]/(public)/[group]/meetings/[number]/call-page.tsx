import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { PublicGroup } from "@/lib/groups/public-queries"
import type { AnnouncedMeeting, PlannedItem } from "@/lib/meetings/announced"
import { reportPath } from "@/lib/reports/addresses"
import { Frame } from "../../../frame"
import { Length, Planned } from "../../../next-call"

/** A call that has no summary yet: when it is, what is planned, or that it was called off. */
export function CallPage({
  group,
  call,
}: {
  group: PublicGroup
  call: AnnouncedMeeting & { agenda: PlannedItem[] }
}) {
  const t = useTranslations("public")
  return (
    <Frame path={reportPath(group.slug, call.number)} group={group} current="meetings">
      <main className="frame" id="main">
        <article className="record">
          <header className="title">
            <p className="eyebrow">{t(`state.${call.state}`)}</p>
            <h1>{t("meeting", { number: call.number })}</h1>
            {call.title ? <p className="named">{call.title}</p> : null}
            <p className="of">{group.name}</p>
            <p className="on">
              <DateTime at={call.startsAt} />
            </p>
            {call.state === "planned" ? <Length call={call} /> : null}
            {call.state === "cancelled" ? <p className="len">{t("cancelledText")}</p> : null}
          </header>
          {call.agenda.length > 0 ? (
            <section className="brief" aria-labelledby="planned">
              <h2 id="planned">{t("plannedAgenda")}</h2>
              <Planned items={call.agenda} />
            </section>
          ) : null}
        </article>
      </main>
    </Frame>
  )
}
