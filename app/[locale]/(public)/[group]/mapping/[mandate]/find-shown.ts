import { notFound } from "next/navigation"
import { cache } from "react"
import { findEdition, type PublicEdition } from "@/lib/editions/public-queries"
import { readView, type View } from "@/lib/mapping/filters"
import type { Locale } from "@/lib/platform/locales"
import { documentLocale, numberFrom } from "../../../address"

export type Query = Promise<Record<string, string | string[] | undefined>>

export type MappingProps = {
  params: Promise<{ locale: string; group: string; mandate: string; edition?: string }>
  searchParams: Query
}

/** What an address shows: `named` where it says which edition; `page` is counted from 1. */
export type Shown = {
  locale: Locale
  edition: PublicEdition
  view: View
  named: boolean
  page: number
}

/** What a page and what is said at its head are both made of: read once for both. */
const readOnce = cache(findEdition)

/** The edition that an address names, the newest without a number, and what its query asks to see. */
export async function findShown({ params, searchParams }: MappingProps): Promise<Shown> {
  const locale = await documentLocale(params)
  const { group, mandate, edition: text } = await params
  const number = text === undefined ? undefined : (numberFrom(text) ?? notFound())
  const edition = (await readOnce(group, mandate, number)) ?? notFound()
  const query = await searchParams
  const get = (name: string) => {
    const value = query[name]
    return (Array.isArray(value) ? value[0] : value) ?? null
  }
  const page = numberFrom(get("page") ?? "") ?? 1
  return { locale, edition, view: readView(get), named: number !== undefined, page }
}
