import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findPublicConsultation } from "@/lib/consultations/public-queries"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { now } from "@/lib/platform/clock"
import { documentLocale } from "../../../address"
import { Frame } from "../../../frame"
import { pageMetadata } from "../../../page-metadata"
import { earliest, nextMidnight } from "../until"
import { ConsultationRecord } from "./consultation-record"

type Props = { params: Promise<{ locale: string; group: string; consultation: string }> }

async function load(params: Props["params"]) {
  const { group: slug, consultation } = await params
  const [group, found] = await Promise.all([
    findPublicGroup(slug),
    findPublicConsultation(slug, consultation),
  ])
  if (!group || !found) notFound()
  return { group, found }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { group, found }] = [await documentLocale(params), await load(params)]
  const days = found.status === "open" ? nextMidnight(now()) : null
  return pageMetadata({
    locale,
    path: `/${group.slug}/consultations/${found.slug}`,
    title: `${found.title} · ${group.shortName}`,
    description: group.name,
    until: earliest([found.until, days]),
  })
}

export default async function PublicConsultationPage({ params }: Props) {
  const [, { group, found }] = [await documentLocale(params), await load(params)]
  return (
    <Frame
      path={`/${group.slug}/consultations/${found.slug}`}
      group={group}
      current="consultations"
    >
      <main className="frame" id="main">
        <ConsultationRecord group={group} found={found} />
      </main>
    </Frame>
  )
}
