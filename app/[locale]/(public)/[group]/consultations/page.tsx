import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { listPublicConsultations } from "@/lib/consultations/public-queries"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { documentLocale } from "../../address"
import { Frame } from "../../frame"
import { pageMetadata } from "../../page-metadata"
import { Part } from "../meetings/part"
import { ConsultationLines } from "./consultation-lines"
import { earliest } from "./until"

type Props = { params: Promise<{ locale: string; group: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { group: slug }] = [await documentLocale(params), await params]
  const [group, lines, t] = await Promise.all([
    findPublicGroup(slug),
    listPublicConsultations(slug),
    getTranslations("consultations"),
  ])
  if (!group) notFound()
  return pageMetadata({
    locale,
    path: `/${slug}/consultations`,
    title: `${t("title")} · ${group.shortName}`,
    description: t("public.of", { group: group.name }),
    until: earliest(lines.map(({ until }) => until)),
  })
}

export default async function PublicConsultationsPage({ params }: Props) {
  const [, { group: slug }] = [await documentLocale(params), await params]
  const [group, lines, t] = await Promise.all([
    findPublicGroup(slug),
    listPublicConsultations(slug),
    getTranslations("consultations"),
  ])
  if (!group) notFound()
  const isOn = ({ status }: { status: string }) => status === "open" || status === "late"
  const parts = [
    { id: "open", title: t("public.open"), lines: lines.filter(isOn) },
    { id: "over", title: t("public.over"), lines: lines.filter((line) => !isOn(line)) },
  ]
  return (
    <Frame path={`/${slug}/consultations`} group={group} current="consultations">
      <main className="frame home" id="main">
        <div className="lead">
          <div>
            <h1>{t("title")}</h1>
            <p className="what">{group.name}</p>
          </div>
        </div>
        {parts.map(({ id, title, lines: some }) =>
          some.length > 0 ? (
            <Part key={id} id={id} title={title}>
              <ConsultationLines slug={slug} lines={some} />
            </Part>
          ) : null,
        )}
        {lines.length === 0 ? <p className="none-yet">{t("public.none")}</p> : null}
      </main>
    </Frame>
  )
}
