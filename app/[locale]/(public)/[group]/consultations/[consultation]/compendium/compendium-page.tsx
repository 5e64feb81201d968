import type { Metadata } from "next"
import type { PublicCompendium } from "@/lib/compendia/public-queries"
import { getTranslations } from "@/lib/platform/i18n"
import { Frame } from "../../../../frame"
import { pageMetadata } from "../../../../page-metadata"
import { CompendiumRecord } from "./compendium-record"

const pathOf = ({ content }: PublicCompendium, version?: number) => {
  const base = `/${content.group.slug}/consultations/${content.consultation.slug}/compendium`
  return version === undefined ? base : `${base}/v${version}`
}

/** The page of a compendium; `version` where the address names one. */
export function CompendiumPage({ found, version }: { found: PublicCompendium; version?: number }) {
  return (
    <Frame path={pathOf(found, version)} group={found.content.group} current="consultations">
      <main className="frame" id="main">
        <CompendiumRecord found={found} path={pathOf(found)} />
      </main>
    </Frame>
  )
}

/** Older versions name the newest as the one to find; a version's own address stays for citing. */
export async function compendiumMetadata(
  locale: string,
  found: PublicCompendium,
  version?: number,
): Promise<Metadata> {
  const t = await getTranslations("compendium")
  const { consultation, group } = found.content
  return pageMetadata({
    locale,
    path: pathOf(found, version),
    canonical: pathOf(found),
    title: `${t("titleOf", { title: consultation.title })} · ${group.shortName}`,
    description: t("description", { count: found.entries.length, group: group.name }),
    type: "article",
  })
}
