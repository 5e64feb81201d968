import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { getFile } from "@/lib/imports/queries"
import { listQuestions } from "@/lib/imports/questions"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { CorrectForm } from "./correct-form"
import { DocumentOffer } from "./document-offer"
import { FileActions } from "./file-actions"
import { formOf } from "./form-of"
import { openIn } from "./open-in"
import { withTargets } from "./read-values"
import { Settled } from "./settled"
import { Source } from "./source"

type Props = {
  params: Promise<{ group: string; batch: string; file: string }>
  searchParams: Promise<{ kept?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") }
}

export default async function FilePage({ params, searchParams }: Props) {
  const [{ group, batch, file: fileId }, { kept }, actor, locale] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
  ])
  const file = await answer(getFile(actor, group, batch, fileId))
  const t = await getTranslations("imports")
  const { draft, reading, source, name, next, document } = file
  if (!document && (!draft || !reading)) notFound()
  const back = localePath(locale, `/desk/${group}/import/${batch}`)
  const original = file.hasOriginal ? `${back}/${fileId}/original` : null
  return (
    <main id="main" className={document ? "page" : undefined}>
      <PageHead
        title={t("file.title", { file: name })}
        lead={reading ? t("file.lead", reading.words) : null}
        actions={<FileActions back={back} original={original} />}
      />
      {kept ? (
        <div className="page slim">
          <Notice kind="ok" title={t("file.kept")} announce />
        </div>
      ) : null}
      {document ? <DocumentOffer file={file} document={document} /> : null}
      {reading?.encoding ? (
        <div className="page slim">
          <Notice title={t("decoded", { encoding: reading.encoding })} />
        </div>
      ) : null}
      {draft && reading && file.state === "read" ? (
        <CorrectForm
          form={formOf(file, draft, reading, locale)}
          people={await answer(listQuestions(actor, group, batch, fileId))}
          place={{ slug: group, batch }}
          hasNext={next !== null}
        >
          <Source
            name={name}
            text={source}
            values={withTargets(draft, reading.values)}
            findings={openIn(draft, reading, true)}
          />
        </CorrectForm>
      ) : null}
      {draft && reading && file.state !== "read" ? (
        <Settled file={file} group={group} draft={draft} reading={reading} />
      ) : null}
    </main>
  )
}
