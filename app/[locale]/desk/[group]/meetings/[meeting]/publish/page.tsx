import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { keepRevision } from "@/lib/minutes/keep-revision"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { reportPath } from "@/lib/reports/addresses"
import { getPublishing } from "@/lib/reports/queries"
import { PublishChanges } from "./publish-changes"
import { PublishFindings } from "./publish-findings"
import { PublishForm } from "./publish-form"
import { PublishPreview } from "./publish-preview"
import { PublishState } from "./publish-state"

type Props = {
  params: Promise<{ group: string; meeting: string }>
  searchParams: Promise<{ published?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publish"))("title") }
}

export default async function PublishPage({ params, searchParams }: Props) {
  const [{ group, meeting }, { published }, actor, locale] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
  ])
  const asked = () => answer(getPublishing(actor, group, meeting, locale))
  const { meetingId } = await asked()
  // The form speaks of one revision: what was written together since the last becomes one first.
  await answer(keepRevision(actor, { meetingId }))
  const publishing = await asked()
  const t = await getTranslations("publish")
  const { number, lacks, versions, preview, revision, beside, mayPublish, findings } = publishing
  const base = localePath(locale, `/desk/${group}/meetings/${meeting}`)
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
          minutesHref={`${base}/minutes`}
        />
        {mayPublish && lacks.length === 0 ? (
          <>
            <p className="hint">{t("consequence")}</p>
            <PublishForm
              meetingId={publishing.meetingId}
              revision={revision}
              version={versions.length + 1}
              beside={beside}
              language={locale}
              errors={findings.filter(({ severity }) => severity === "error")}
              minutesHref={`${base}/minutes`}
              publicHref={localePath(locale, reportPath(group, number ?? 0))}
            />
          </>
        ) : null}
      </div>
    </main>
  )
}
