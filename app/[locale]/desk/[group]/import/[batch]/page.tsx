import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { Table } from "@/app/ui/table"
import { getBatch } from "@/lib/imports/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { FileRow } from "./file-row"
import { SaveBatchForm } from "./save-batch-form"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") }
}

export default async function BatchPage({
  params,
}: {
  params: Promise<{ group: string; batch: string }>
}) {
  const [{ group, batch }, actor, locale] = await Promise.all([params, currentActor(), getLocale()])
  const { files } = await answer(getBatch(actor, group, batch))
  const t = await getTranslations("imports")
  const base = localePath(locale, `/desk/${group}/import`)
  const next = files.find(({ state }) => state === "read")
  const open = files.filter(({ state }) => state === "read").length
  const columns = ["file", "state", "number", "start", "words", "settle"] as const
  return (
    <main id="main" className="page">
      <PageHead
        title={t("batch.title", { count: files.length })}
        lead={t("batch.lead")}
        actions={
          <>
            <ButtonLink href={base}>{t("batch.more")}</ButtonLink>
            {next ? (
              <ButtonLink kind="primary" href={`${base}/${batch}/${next.id}`}>
                {t("batch.next", { file: next.name })}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Table
        caption={t("column.files")}
        columns={columns.map((key) => ({
          key,
          label: t(`column.${key}`),
          numeric: key === "settle",
        }))}
      >
        {files.map((file) => (
          <FileRow key={file.id} file={file} href={`${base}/${batch}/${file.id}`} group={group} />
        ))}
      </Table>
      <SaveBatchForm slug={group} batchId={batch} open={open} />
    </main>
  )
}
