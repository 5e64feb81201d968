import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { keepRevision } from "@/lib/minutes/keep-revision"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { type Locale, localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { getPublishing } from "@/lib/reports/queries"
import { getBeforePublishing } from "@/lib/reviews/before-publishing"
import { OpenAnswers } from "./open-answers"
import { PublishAct } from "./publish-act"
import { PublishChanges } from "./publish-changes"
import { PublishFindings } from "./publish-findings"
import { PublishPreview } from "./publish-preview"
import { PublishState } from "./publish-state"

type Props = {
  params: Promise<{ group: string; meeting: string }>
  searchParams: Promise<{ published?: string; done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publish"))("title") }
}

export default async function PublishPage({ params, searchParams }: Props) {
  const [{ group, meeting: ref }, { published, done }, actor, locale] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
  ])
  const asked = (chosen?: Locale) => answer(getPublishing(actor, group, ref, locale, chosen))
  const { meetingId } = await asked()
  // The form speaks of one revision: what was written together since the last becomes one first.
  await answer(keepRevision(actor, { meetingId }))
  const before = await answer(getBeforePublishing(actor, group, meetingId))
  const publishing = await asked(before.proposal?.input.language)
  const t = await getTranslations("publish")
  const { number, lacks, preview, mayPublish, findings, traces } = publishing
  const base = localePath(locale, `/desk/${group}/meetings/${meetingId}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={number === null ? t("titleUnnumbered") : t("titleOf", { number })}
        actions={<ButtonLink href={base}>{t("back")}</ButtonLink>}
      />
      <div className="stack">
        <PublishState
          publishing={publishing}
          group={group}
          base={base}
          announce={published !== undefined}
        />
        {preview && mayPublish ? <PublishPreview report={preview} /> : null}
        <PublishChanges publishing={publishing} />
        <PublishFindings
          findings={findings.filter(({ severity }) => severity !== "error")}
          meetingHref={base}
        />
        {mayPublish ? <OpenAnswers open={before.open} traces={traces} base={base} /> : null}
        {mayPublish && lacks.length === 0 ? (
          <PublishAct publishing={publishing} before={before} done={done} base={base} />
        ) : null}
      </div>
    </main>
  )
}
