import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { errorsPage, listErrors } from "@/lib/error-reports/queries"
import { getTranslations } from "@/lib/platform/i18n"
import { isId } from "@/lib/platform/ids"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { ErrorEntry } from "./error-entry"

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<{ all?: string; before?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errorReports"))("queue.title") }
}

/** The errors that readers reported of the group's reports, for its co-chairs. */
export default async function ErrorsPage({ params, searchParams }: Props) {
  const [{ group: slug }, { all, before }, actor, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getTranslations("errorReports.queue"),
  ])
  const isAll = all !== undefined
  const errors = await answer(
    listErrors(actor, slug, { all: isAll, before: before && isId(before) ? before : undefined }),
  )
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href={isAll ? "?" : "?all"}>{isAll ? t("open") : t("all")}</ButtonLink>
        }
      />
      {errors.length === 0 ? (
        <Empty title={t("none")}>{t("noneWhy")}</Empty>
      ) : (
        <ul className="plain-list stack reported">
          {errors.map((error) => (
            <ErrorEntry key={error.id} error={error} slug={slug} />
          ))}
        </ul>
      )}
      {errors.length === errorsPage ? (
        <p className="btns">
          <ButtonLink href={`?${isAll ? "all&" : ""}before=${errors.at(-1)?.id}`}>
            {t("older")}
          </ButtonLink>
        </p>
      ) : null}
    </main>
  )
}
