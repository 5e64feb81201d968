import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { batchPage, getBatch } from "@/lib/imports/queries"
import { listQuestions } from "@/lib/imports/questions"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { FileRow } from "./file-row"
import { Pages } from "./pages"
import { PeopleForm } from "./people-form"
import { SaveBatchForm } from "./save-batch-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") }
}

type Props = {
  params: Promise<{ group: string; batch: string }>
  searchParams: Promise<{ page?: string }>
}

const columns = ["file", "state", "number", "start", "words", "settle"] as const

export default async function BatchPage({ params, searchParams }: Props) {
  const [{ group, batch }, { page }, actor, locale] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
  ])
  const shown = Math.max(1, Number.parseInt(page ?? "1", 10) || 1)
  const { files, total, open, numbered } = await answer(getBatch(actor, group, batch, shown))
  const people = await answer(listQuestions(actor, group, batch))
  const t = await getTranslations("imports")
  const base = localePath(locale, `/desk/${group}/import`)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("batch.title", { count: total })}
        lead={t("batch.lead")}
        actions={
          <>
            <ButtonLink href={base}>{t("batch.more")}</ButtonLink>
            {open.next ? (
              <ButtonLink kind="primary" href={`${base}/${batch}/${open.next.id}`}>
                {t("batch.next", { file: open.next.name })}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <PeopleForm batchId={batch} people={people} />
      <div className="files">
        <Table
          caption={t("column.files")}
          columns={columns.map((key) => ({
            key,
            label: t(`column.${key}`),
            numeric: key === "settle",
          }))}
        >
          {files.map((file) => (
            <FileRow
              key={file.id}
              {...{ file, group, numbered }}
              href={`${base}/${batch}/${file.id}`}
            />
          ))}
        </Table>
      </div>
      <Pages base={`${base}/${batch}`} shown={shown} size={batchPage} total={total} />
      <SaveBatchForm slug={group} batchId={batch} open={open} questions={people.total} />
    </main>
  )
}
