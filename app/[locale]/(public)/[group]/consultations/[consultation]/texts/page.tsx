import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findPublicTexts } from "@/lib/consultations/public-queries"
import { findPublicGroup } from "@/lib/groups/public-queries"
import { now } from "@/lib/platform/clock"
import { getTranslations } from "@/lib/platform/i18n"
import { documentLocale } from "../../../../address"
import { Frame } from "../../../../frame"
import { pageMetadata } from "../../../../page-metadata"
import { earliest, nextMidnight } from "../../until"
import { TextsRecord } from "./texts-record"

type Props = { params: Promise<{ locale: string; group: string; consultation: string }> }

async function load(params: Props["params"]) {
  const { group: slug, consultation } = await params
  const [group, found] = await Promise.all([
    findPublicGroup(slug),
    findPublicTexts(slug, consultation),
  ])
  if (!group || !found) notFound()
  return { group, found, path: `/${group.slug}/consultations/${found.slug}/texts` }
}

/** Drafts are there to be read and commented on, not to be found in place of what the group agrees. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { group, found, path }] = [await documentLocale(params), await load(params)]
  const t = await getTranslations("consultations.public")
  return {
    ...pageMetadata({
      ...{ locale, path },
      title: `${t("textsOf", { title: found.title })} · ${group.shortName}`,
      description: group.name,
      // Whoever asks not to be named is not named here from then on: it is made anew each day at least.
      until: earliest([found.until, nextMidnight(now())]),
    }),
    robots: { index: false },
  }
}

export default async function PublicTextsPage({ params }: Props) {
  const [, { group, found, path }] = [await documentLocale(params), await load(params)]
  return (
    <Frame path={path} group={group} current="consultations">
      <main className="frame" id="main">
        <TextsRecord group={group} found={found} />
      </main>
    </Frame>
  )
}
