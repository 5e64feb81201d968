import { notFound, permanentRedirect } from "next/navigation"
import { editionPath } from "@/lib/editions/addresses"
import { findEdition } from "@/lib/editions/public-queries"
import { localePath } from "@/lib/platform/locales"
import { documentLocale, numberFrom } from "../../../../../../address"

export type ComparedProps = {
  params: Promise<{ locale: string; group: string; mandate: string; edition: string }>
  searchParams: Promise<{ from?: string | string[] }>
}

/** Two editions; of two that are named the wrong way round, the older is still the one before. */
export async function findCompared({ params, searchParams }: ComparedProps) {
  const locale = await documentLocale(params)
  const { group, mandate, edition: text } = await params
  const { from } = await searchParams
  const number = numberFrom(text) ?? notFound()
  const asked = typeof from === "string" ? (numberFrom(from) ?? notFound()) : number - 1
  // Before the first edition there is none to stand beside it.
  if (asked === 0 || asked === number) {
    if (!(await findEdition(group, mandate, number))) notFound()
    permanentRedirect(localePath(locale, editionPath(group, mandate, number)))
  }
  const [one, other] = [
    await findEdition(group, mandate, Math.min(asked, number)),
    await findEdition(group, mandate, Math.max(asked, number)),
  ]
  return { locale, older: one ?? notFound(), newer: other ?? notFound() }
}
