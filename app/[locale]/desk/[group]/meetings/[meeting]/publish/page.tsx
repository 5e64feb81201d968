import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { reportPath } from "@/lib/reports/addresses"
import { getPublishing } from "@/lib/reports/queries"
import { PublishForm } from "./publish-form"
import { PublishPreview } from "./publish-preview"

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
  const publishing = await answer(getPublishing(actor, group, meeting, locale))
  const t = await getTranslations("publish")
  const { number, lacks, versions, preview, revision } = publishing
  const base = localePath(locale, `/desk/${group}/meetings/${meeting}`)
  const newest = versions[0]
  return (
    <main id="main" className="page">
      <PageHead
        title={number === null ? t("titleUnnumbered") : t("titleOf", { number })}
        actions={<ButtonLink href={base}>{t("back")}</ButtonLink>}
      />
      <div className="stack">
        {newest && number !== null ? (
          <Notice
            kind="ok"
            title={t("done", { version: newest.version })}
            announce={published !== undefined}
          >
            <p>
              <a href={localePath(locale, reportPath(group, number))}>{t("read")}</a>
            </p>
          </Notice>
        ) : lacks.length > 0 ? (
          <Notice kind="warn" title={t("notYet")}>
            <ul className="plain-list">
              {lacks.map((lack) => (
                <li key={lack}>
                  {t(`lack.${lack}`)}{" "}
                  <a
                    href={
                      lack === "text" || lack === "strayText" ? `${base}/minutes` : `${base}/edit`
                    }
                  >
                    {t("putRight")}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {preview ? <PublishPreview report={preview} /> : null}
        {lacks.length === 0 ? (
          <>
            <p className="hint">{t("consequence")}</p>
            <PublishForm
              meetingId={publishing.meetingId}
              revision={revision}
              version={versions.length + 1}
              language={locale}
            />
          </>
        ) : null}
      </div>
    </main>
  )
}
