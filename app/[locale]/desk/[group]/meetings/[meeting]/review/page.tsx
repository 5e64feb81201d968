import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { Tag } from "@/app/ui/tag"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { getReview } from "@/lib/reviews/queries"
import { meetingName } from "../../meeting-name"
import { CourseForms } from "./course-forms"
import { OpenPanel } from "./open-panel"
import { PeoplePanel } from "./people-panel"
import { WindowPanel } from "./window-panel"

type Props = {
  params: Promise<{ group: string; meeting: string }>
  searchParams: Promise<{ done?: string }>
}

const doings = ["opened", "ended", "given-up", "asked", "taken", "declined"] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("title") }
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const [{ group: slug, meeting: ref }, { done }, actor, locale] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
  ])
  const review = await answer(getReview(actor, slug, ref, locale))
  const [t, m] = await Promise.all([getTranslations("reviews"), getTranslations("meetings")])
  const { meeting, state, window, people, may, counts } = review
  const base = localePath(locale, `/desk/${slug}/meetings/${meeting.id}`)
  const of = { meetingId: meeting.id, slug, meeting: meeting.id }
  const just = doings.find((doing) => doing === done)
  const toAsk = people.some(({ mark, statements }) => {
    return mark === "not-asked" || (mark === "changed" && statements.length > 0)
  })
  return (
    <main id="main" className="page">
      <PageHead
        title={
          <>
            {t("titleOf")} <Tag>{t(`state.${state}`)}</Tag>
          </>
        }
        lead={[meetingName(m, meeting), meeting.title].filter(Boolean).join(": ")}
        actions={
          <>
            <ButtonLink href={base} kind="quiet">
              {t("back")}
            </ButtonLink>
            <ButtonLink href={`${base}/minutes`}>{t("toMinutes")}</ButtonLink>
          </>
        }
      />
      <div className="stack">
        {just ? <Notice kind="ok" title={t(`done.${just}`)} announce /> : null}
        {window ? (
          <WindowPanel window={window} slug={slug}>
            {may.settle && counts ? (
              <CourseForms of={of} may={{ end: state === "in-review", ask: toAsk }} />
            ) : null}
          </WindowPanel>
        ) : (
          <p>{t("never")}</p>
        )}
        <PeoplePanel review={review} of={of} />
        {may.open ? <OpenPanel review={review} of={{ ...of, locale }} /> : null}
      </div>
    </main>
  )
}
