import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { documentKinds } from "@/lib/documents/facts"
import { listPublishedDocuments } from "@/lib/documents/public-queries"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { documentLocale } from "../../address"
import { Frame } from "../../frame"
import { pageMetadata } from "../../page-metadata"
import { Part } from "../meetings/part"
import { DocumentLines } from "./document-lines"

type Props = { params: Promise<{ locale: string; group: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { group: slug }] = [await documentLocale(params), await params]
  const [group, t] = await Promise.all([findPublicGroup(slug), getTranslations("publicDocuments")])
  if (!group) notFound()
  return pageMetadata({
    locale,
    path: `/${slug}/documents`,
    title: `${t("title")} · ${group.shortName}`,
    description: t("titleOf", { group: group.name }),
  })
}

export default async function PublicDocumentsPage({ params }: Props) {
  const [, { group: slug }] = [await documentLocale(params), await params]
  const [group, lines, t] = await Promise.all([
    findPublicGroup(slug),
    listPublishedDocuments(slug),
    getTranslations("publicDocuments"),
  ])
  if (!group) notFound()
  const kinds = documentKinds.filter((kind) => lines.some((line) => line.kind === kind))
  return (
    <Frame path={`/${slug}/documents`} group={group} current="documents">
      <main className="frame home" id="main">
        <div className="lead">
          <div>
            <h1>{t("title")}</h1>
            <p className="what">{group.name}</p>
          </div>
        </div>
        {kinds.map((kind) => (
          <Part key={kind} id={kind} title={t(`kinds.${kind}`)}>
            <DocumentLines slug={slug} lines={lines.filter((line) => line.kind === kind)} />
          </Part>
        ))}
        {lines.length === 0 ? <p className="none-yet">{t("none")}</p> : null}
      </main>
    </Frame>
  )
}
