import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { findCorrection } from "@/lib/corrections/queries"
import { getErrorForCorrection } from "@/lib/error-reports/queries"
import { getMeeting } from "@/lib/meetings/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { ReasonForm } from "./reason-form"
import { Withdrawal } from "./withdrawal"

type Props = {
  params: Promise<{ group: string; meeting: string }>
  searchParams: Promise<{ error?: string; done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("corrections"))("title") }
}

/** Begins a correction, drops it, or withdraws the report; what is published stays in any case. */
export default async function CorrectionPage({ params, searchParams }: Props) {
  const [{ group: slug, meeting: ref }, { error, done }, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("corrections"),
  ])
  const r = await getTranslations("reviews.proposal")
  const just = (["proposed", "dropped"] as const).find((each) => each === done)
  const { id } = await answer(getMeeting(actor, slug, ref, "report.publish"))
  const found = await answer(findCorrection(actor, slug, id))
  const reported =
    found?.may.begin && error ? await answer(getErrorForCorrection(actor, slug, id, error)) : null
  const back = localePath(locale, `/desk/${slug}/meetings/${id}`)
  const given = { meetingId: id, version: found?.version ?? 0 }
  return (
    <main id="main" className="page">
      <PageHead title={t("title")} actions={<ButtonLink href={back}>{t("back")}</ButtonLink>} />
      <div className="stack">
        {just ? <Notice kind="ok" title={r(`done.${just}`)} announce /> : null}
        {found ? null : <Notice kind="warn">{t("notPublished")}</Notice>}
        {found?.may.begin ? (
          <section className="panel pad stack" aria-labelledby="begin">
            <h2 id="begin">{t("begin.title", { version: found.version })}</h2>
            <p>{t("begin.text")}</p>
            {reported ? (
              <blockquote className="reason">
                <p dir="auto">{reported.message}</p>
              </blockquote>
            ) : null}
            <ReasonForm what="begin" given={{ ...given, errorId: reported?.id ?? "" }} />
          </section>
        ) : null}
        {found?.correction ? (
          <section className="panel pad stack" aria-labelledby="drop">
            <h2 id="drop">{t("drop.title", { version: found.correction.correctsVersion })}</h2>
            <blockquote className="reason">
              <p dir="auto">{found.correction.reason}</p>
            </blockquote>
            <p>{t(found.may.drop ? "drop.text" : "drop.inReview")}</p>
            {found.may.drop ? <ReasonForm what="drop" given={{ meetingId: id }} /> : null}
          </section>
        ) : null}
        {found?.may.withdraw ? <Withdrawal found={found} /> : null}
      </div>
    </main>
  )
}
