import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getDocumentFormLists } from "@/lib/documents/form-queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { factChoices } from "../fact-choices"
import { StartForm } from "./start-form"

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<{ origin?: string; title?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("new") }
}

export default async function NewDocumentPage({ params, searchParams }: Props) {
  const [{ group: slug }, { origin = "", title = "" }, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("documents"),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const choices = await factChoices(await answer(getDocumentFormLists(actor, group.id)))
  const known = choices.origin.some(({ value }) => value === origin)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("new")}
        lead={t("newLead")}
        actions={
          <ButtonLink href={localePath(locale, `/desk/${slug}/documents`)}>{t("back")}</ButtonLink>
        }
      />
      <StartForm
        groupId={group.id}
        choices={choices}
        values={{
          title: title.slice(0, 200),
          kind: "other",
          language: locale,
          responsibleId: "",
          origin: known ? origin : "",
        }}
      />
    </main>
  )
}
