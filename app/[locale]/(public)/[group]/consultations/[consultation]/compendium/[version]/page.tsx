import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findCompendium } from "@/lib/compendia/public-queries"
import { documentLocale, versionFrom } from "../../../../../address"
import { CompendiumPage, compendiumMetadata } from "../compendium-page"

type Props = {
  params: Promise<{ locale: string; group: string; consultation: string; version: string }>
}

async function find({ params }: Props) {
  const locale = await documentLocale(params)
  const { group, consultation, version: label } = await params
  const version = versionFrom(label) ?? notFound()
  return {
    locale,
    version,
    found: (await findCompendium(group, consultation, version)) ?? notFound(),
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, found, version } = await find(props)
  return compendiumMetadata(locale, found, version)
}

export default async function CompendiumVersionPage(props: Props) {
  const { found, version } = await find(props)
  return <CompendiumPage found={found} version={version} />
}
