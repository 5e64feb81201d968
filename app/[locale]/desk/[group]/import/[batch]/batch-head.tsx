import { ButtonLink } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import type { BatchProgress } from "@/lib/imports/progress"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { Arrived } from "./arrived"

/** The head of a batch: what comes next, what was just put aside, and what is open in drafts that are saved. */
export async function BatchHead({
  group,
  batch,
  progress,
  next,
  aside,
}: {
  group: string
  batch: string
  progress: BatchProgress
  /** The file to be looked at next. */
  next: { id: string; name: string } | null
  /** The file that was put aside by the press that led here. */
  aside: { id: string; name: string } | null
}) {
  const [t, locale] = await Promise.all([getTranslations("imports"), getLocale()])
  const base = localePath(locale, `/desk/${group}/import`)
  const { files, saved, savedOpen } = progress
  return (
    <>
      <PageHead
        title={t("batch.title", { count: files })}
        lead={t(saved > 0 ? "batch.leadSaved" : "batch.lead")}
        actions={
          <>
            <ButtonLink href={base}>{t("batch.more")}</ButtonLink>
            {saved > 0 ? (
              <ButtonLink href={localePath(locale, `/desk/${group}/archive`)}>
                {t("toArchive")}
              </ButtonLink>
            ) : null}
            {next ? (
              <ButtonLink kind="primary" href={`${base}/${batch}/${next.id}`}>
                {t("batch.next", { file: next.name })}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {aside ? (
        <Arrived key={aside.id}>
          <Notice kind="ok" title={t("batch.aside", { file: aside.name })}>
            <p className="btns">
              {next ? (
                <a href={`${base}/${batch}/${next.id}`}>{t("batch.next", { file: next.name })}</a>
              ) : (
                t("batch.allAside")
              )}
              <a href={`${base}/${batch}/${aside.id}`}>{t("batch.asideBack")}</a>
            </p>
          </Notice>
        </Arrived>
      ) : null}
      {savedOpen > 0 ? (
        <Notice title={t("batch.openSaved", { count: savedOpen })}>
          <a href={`${base}/${batch}?show=savedOpen#results`}>
            {t("batch.openWhich", { count: savedOpen })}
          </a>
        </Notice>
      ) : null}
    </>
  )
}
