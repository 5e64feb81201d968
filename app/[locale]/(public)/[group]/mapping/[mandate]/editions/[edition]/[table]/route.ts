import { notFound } from "next/navigation"
import { editionPath } from "@/lib/editions/addresses"
import { mappingFormatOf, mappingTypes } from "@/lib/mapping-files/formats"
import { findEditionFile } from "@/lib/mapping-files/public-queries"
import { isLocale, localePath, routing } from "@/lib/platform/locales"
import { fileWaits } from "../../../../../../../file-waits"
import { numberFrom } from "../../../../../../address"
import { answerFile } from "../../../../../../file-answer"

export const dynamic = "force-dynamic"

type Params = { locale: string; group: string; mandate: string; edition: string; table: string }

/** A file of one frozen edition of a mapping. */
export async function GET(
  request: Request,
  { params }: { params: Promise<Params> },
): Promise<Response> {
  const { locale, group, mandate, ...named } = await params
  const format = mappingFormatOf(named.table) ?? notFound()
  const number = numberFrom(named.edition) ?? notFound()
  const made = await findEditionFile(group, mandate, number, format).catch((error: unknown) =>
    fileWaits(error, isLocale(locale) ? locale : routing.defaultLocale),
  )
  if (made instanceof Response) return made
  const found = made ?? notFound()
  const page = localePath(locale, editionPath(group, mandate, number))
  return answerFile(request, {
    ...{ file: found.file, sha256: found.sha256, type: mappingTypes[format] },
    name: `${group}-${mandate}-edition-${number}.${format}`,
    // A table is taken into a spreadsheet.
    kept: format !== "pdf" && format !== "md" && format !== "json",
    headers: { "cache-control": "public, max-age=300", link: `<${page}>; rel="canonical"` },
  })
}
