import { notFound, redirect } from "next/navigation"
import { mappingPath } from "@/lib/editions/addresses"
import { findRoadmap } from "@/lib/editions/public-queries"
import { localePath } from "@/lib/platform/locales"
import { documentLocale } from "../../address"

type Props = { params: Promise<{ locale: string; group: string }> }

/** The address by which people know the table: leads to the mapping of the Roadmap. */
export default async function RoadmapPage({ params }: Props) {
  const [locale, { group }] = [await documentLocale(params), await params]
  const mandate = (await findRoadmap(group)) ?? notFound()
  redirect(localePath(locale, mappingPath(group, mandate)))
}
