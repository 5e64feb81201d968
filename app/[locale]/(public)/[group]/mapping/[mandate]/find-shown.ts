import { notFound } from "next/navigation"
import { findEdition, type PublicEdition } from "@/lib/editions/public-queries"
import { readView, type View } from "@/lib/mapping/filters"
import type { Locale } from "@/lib/platform/locales"
import { documentLocale, numberFrom } from "../../../address"

export type Query = Promise<Record<string, string | string[] | undefined>>

export type MappingProps = {
  params: Promise<{ locale: string; group: string; mandate: string; edition?: string }>
  searchParams: Query
}

/** The edition that an address names, the newest without a number, and what its query asks to see. */
export async function findShown({
  params,
  searchParams,
}: MappingProps): Promise<{ locale: Locale; edition: PublicEdition; view: View; named: boolean }> {
  const locale = await documentLocale(params)
  const { group, mandate, edition: text } = await params
  const number = text === undefined ? undefined : (numberFrom(text) ?? notFound())
  const edition = (await findEdition(group, mandate, number)) ?? notFound()
  const query = await searchParams
  const view = readView((name) => {
    const value = query[name]
    return (Array.isArray(value) ? value[0] : value) ?? null
  })
  return { locale, edition, view, named: number !== undefined }
}
