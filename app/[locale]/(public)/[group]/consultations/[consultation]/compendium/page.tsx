import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { findCompendium } from "@/lib/compendia/public-queries"
import { documentLocale } from "../../../../address"
import { CompendiumPage, compendiumMetadata } from "./compendium-page"

type Props = { params: Promise<{ locale: string; group: string; consultation: string }> }

async function find({ params }: Props) {
  const locale = await documentLocale(params)
  const { group, consultation } = await params
  return { locale, found: (await findCompendium(group, consultation)) ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, found } = await find(props)
  return compendiumMetadata(locale, found)
}

export default async function NewestCompendiumPage(props: Props) {
  const { found } = await find(props)
  return <CompendiumPage found={found} />
}
