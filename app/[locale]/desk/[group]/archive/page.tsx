import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Checkbox } from "@/app/ui/checkbox"
import { Empty } from "@/app/ui/empty"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { listArchiveDrafts } from "@/lib/archive/queries"
import { dayText } from "@/lib/platform/dates"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { ArchiveForm } from "./archive-form"

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<{ published?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("archive"))("title") }
}

/** Reports of the past that were imported: published together, without a question or a mail. */
export default async function ArchivePage({ params, searchParams }: Props) {
  const [{ group: slug }, { published }, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("archive"),
  ])
  const { groupId, drafts, more } = await answer(listArchiveDrafts(actor, slug))
  const base = localePath(locale, `/desk/${slug}`)
  const languages = (["en", "fr"] as const).map((value) => ({ value, label: t(value) }))
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href={`${base}/import`}>{t("back")}</ButtonLink>}
      />
      {/^[1-9]\d{0,3}$/.test(published ?? "") ? (
        <Notice kind="ok" title={t("done", { count: Number(published) })} announce />
      ) : null}
      {drafts.length === 0 ? (
        <Empty title={t("none")}>{t("noneWhy")}</Empty>
      ) : (
        <ArchiveForm {...{ groupId, languages }} language={locale}>
          <ul className="plain-list panel pad">
            {drafts.map(({ meetingId, number, title, startsAt, revision, lacks }) => (
              <li key={meetingId}>
                <Checkbox
                  id={`report-${meetingId}`}
                  name="reports"
                  value={`${meetingId}:${revision}`}
                  defaultChecked={!lacks}
                  disabled={lacks}
                  label={t("line", {
                    number: number ?? 0,
                    known: number === null ? "no" : "yes",
                    day: startsAt ? dayText(startsAt, locale) : t("noDay"),
                    title: title || "none",
                  })}
                  hint={lacks ? t("lacks") : undefined}
                />
                <a className="small" href={`${base}/meetings/${meetingId}`}>
                  {t("look", { number: number ?? 0, known: number === null ? "no" : "yes" })}
                </a>
              </li>
            ))}
          </ul>
          {more ? <p>{t("more", { count: drafts.length })}</p> : null}
        </ArchiveForm>
      )}
    </main>
  )
}
