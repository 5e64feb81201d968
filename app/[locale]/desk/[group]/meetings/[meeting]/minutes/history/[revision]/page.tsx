import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import { PageHead } from "@/app/ui/page-head"
import { REVISION_NAME } from "@/lib/minutes/input"
import { getTranslations } from "@/lib/platform/i18n"
import { RestoreForm } from "../../../../../live/restore-form"
import { restoreMinutesAction } from "../../actions"
import { loadRevision, type RevisionParams } from "../../load-revision"
import { itemHeads, minutesTitle } from "../../minutes-title"
import { TextView } from "../../text-view"
import { Authors } from "../authors"
import { Comparison } from "../comparison"
import { NameForm } from "../name-form"
import "../../minutes.css"
import "../history.css"

export async function generateMetadata({ params }: { params: RevisionParams }): Promise<Metadata> {
  const { number } = (await loadRevision(params)).revision
  return { title: (await getTranslations("minutes.revision"))("title", { number: String(number) }) }
}

export default async function RevisionPage({ params }: { params: RevisionParams }) {
  const { meeting, agenda, revision, previous, names, newest, may, locale, base } =
    await loadRevision(params)
  const t = await getTranslations("minutes.revision")
  const history = await getTranslations("minutes.history")
  const items = itemHeads(agenda)
  const { number, name } = revision
  const isOld = number < newest
  const of = { of: { meetingId: meeting.id }, number, base: newest }
  const at = (other: number) => `${base}/history/${other}`
  const toNewest = `${base}/history/compare?from=${number}&to=${newest}`
  return (
    <main id="main">
      <PageHead
        title={t("title", { number: String(number) })}
        lead={await minutesTitle(meeting)}
        actions={
          <>
            {previous ? <ButtonLink href={at(number - 1)}>{t("older")}</ButtonLink> : null}
            {isOld ? <ButtonLink href={at(number + 1)}>{t("newer")}</ButtonLink> : null}
            <ButtonLink href={`${base}/history`}>{history("all")}</ButtonLink>
          </>
        }
      />
      <div className="page reading">
        <p>
          {name === null ? null : <bdi className="revision-name">{name}</bdi>}
          {t("by")} <Authors authors={revision.authors} />, <DateTime at={revision.savedAt} />
        </p>
        {isOld ? <a href={toNewest}>{t("toNewest")}</a> : null}
        {may.name ? (
          <NameForm
            {...{ number, name, meetingId: meeting.id }}
            longest={REVISION_NAME}
            place="revision"
          />
        ) : null}
        {may.restore && isOld ? <RestoreForm action={restoreMinutesAction} {...of} /> : null}
        <section aria-labelledby="changed">
          <h2 id="changed">
            {previous ? t("compared", { number: String(number - 1) }) : t("firstOne")}
          </h2>
          {previous ? (
            <Comparison {...{ older: previous, newer: revision, agenda: items, names, locale }} />
          ) : null}
        </section>
        <section aria-labelledby="whole">
          <h2 id="whole">{t("whole")}</h2>
          <div className="sheet">
            <div className="doc">
              <TextView text={revision.text} agenda={items} number={meeting.number} level={3} />
            </div>
          </div>
        </section>
      </div>
    </main>
  )
}
