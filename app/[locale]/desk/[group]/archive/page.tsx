import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getArchive } from "@/lib/archive/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { LONGEST_REASON } from "@/lib/reports/input"
import { ArchiveForm } from "./archive-form"
import { ArchiveDone, ArchiveProposed } from "./archive-panels"
import { ArchiveRest } from "./archive-rest"

type Said = Partial<
  Record<"published" | "done" | "from" | "language" | "reason" | "listed", string>
>
type Props = { params: Promise<{ group: string }>; searchParams: Promise<Said> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("archive"))("title") }
}

/** Reports of the past that were imported: published together, without a question or a mail. */
export default async function ArchivePage({ params, searchParams }: Props) {
  const [{ group: slug }, said, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("archive"),
  ])
  const asked = /^\d{1,6}$/.test(said.from ?? "") ? Number(said.from) : 0
  const archive = await answer(getArchive(actor, slug, asked, locale))
  const { groupId, drafts, total, from, two } = archive
  const base = localePath(locale, `/desk/${slug}`)
  const languages = (["en", "fr"] as const).map((value) => ({ value, label: t(value) }))
  const language = languages.find(({ value }) => value === said.language)?.value ?? archive.language
  const reason = String(said.reason ?? "").slice(0, LONGEST_REASON)
  const listed = String(said.listed ?? "")
  const isProposed = archive.proposal !== null
  const rest = { listed: drafts.length, total, from, page: `${base}/archive` }
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href={`${base}/import`}>{t("back")}</ButtonLink>}
      />
      <div className="stack">
        <ArchiveDone
          published={said.published}
          done={said.done}
          total={total}
          href={localePath(locale, `/${slug}/meetings`)}
        />
        <ArchiveProposed archive={archive} base={base} />
        <ArchiveForm
          {...{ groupId, languages, language, reason, listed, two, isProposed, drafts, base }}
        >
          <ArchiveRest {...rest} />
        </ArchiveForm>
      </div>
    </main>
  )
}
