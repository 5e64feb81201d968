import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { getDocumentText } from "@/lib/comments/queries"
import { getDeskGroup } from "@/lib/groups/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { TextComments } from "../../../comments/text-comments"

type Props = {
  params: Promise<{ group: string; document: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(params: Props["params"]) {
  const [{ group: slug, document }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("comments"),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const { text, title } = await answer(getDocumentText(actor, group.id, document))
  const desk = localePath(locale, `/desk/${group.slug}`)
  return { on: text, title: t("ofText", { title }), actor, desk, document, t }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).title }
}

export default async function DocumentCommentsPage({ params, searchParams }: Props) {
  const [{ on, title, actor, desk, document, t }, asked] = await Promise.all([
    load(params),
    searchParams,
  ])
  const href = `${desk}/documents/${document}`
  return (
    <main id="main" className="page">
      <PageHead title={title} actions={<ButtonLink href={href}>{t("toText")}</ButtonLink>} />
      <TextComments on={on} actor={actor} base={`${desk}/comments`} asked={asked} />
    </main>
  )
}
