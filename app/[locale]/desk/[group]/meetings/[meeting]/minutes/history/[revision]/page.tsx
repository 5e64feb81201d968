import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import { PageHead } from "@/app/ui/page-head"
import { getTranslations } from "@/lib/platform/i18n"
import { loadRevision, type RevisionParams } from "../../load-revision"
import { itemHeads, minutesTitle } from "../../minutes-title"
import { TextView } from "../../text-view"
import { Changes } from "./changes"
import { RestoreForm } from "./restore-form"
import "../../minutes.css"

export async function generateMetadata({ params }: { params: RevisionParams }): Promise<Metadata> {
  const { number } = await loadRevision(params)
  return { title: (await getTranslations("minutes.revision"))("title", { number: String(number) }) }
}

export default async function RevisionPage({ params }: { params: RevisionParams }) {
  const { meeting, agenda, number, newest, text, previous, author, savedAt, may, locale, base } =
    await loadRevision(params)
  const t = await getTranslations("minutes.revision")
  const history = await getTranslations("minutes.history")
  const items = itemHeads(agenda)
  return (
    <main id="main">
      <PageHead
        title={t("title", { number: String(number) })}
        lead={await minutesTitle(meeting)}
        actions={
          <>
            {number > 1 ? (
              <ButtonLink href={`${base}/history/${number - 1}`}>{t("older")}</ButtonLink>
            ) : null}
            {number < newest ? (
              <ButtonLink href={`${base}/history/${number + 1}`}>{t("newer")}</ButtonLink>
            ) : null}
            <ButtonLink href={`${base}/history`}>{history("all")}</ButtonLink>
          </>
        }
      />
      <div className="page reading">
        <p>
          {t("lead", { author: author ?? history("portal") })}, <DateTime at={savedAt} />
        </p>
        {may.restore && number < newest ? (
          <RestoreForm meetingId={meeting.id} number={number} base={newest} />
        ) : null}
        <section aria-labelledby="changed">
          <h2 id="changed">
            {previous ? t("compared", { number: String(number - 1) }) : t("firstOne")}
          </h2>
          {previous ? (
            <Changes older={previous} newer={text} agenda={items} locale={locale} />
          ) : null}
        </section>
        <section aria-labelledby="whole">
          <h2 id="whole">{t("whole")}</h2>
          <div className="sheet">
            <div className="doc">
              <TextView text={text} agenda={items} number={meeting.number} level={3} />
            </div>
          </div>
        </section>
      </div>
    </main>
  )
}
