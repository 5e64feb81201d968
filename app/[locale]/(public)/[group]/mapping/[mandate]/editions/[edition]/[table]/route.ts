import { notFound } from "next/navigation"
import { editionPath } from "@/lib/editions/addresses"
import { mappingFormatOf, mappingTypes } from "@/lib/mapping-files/formats"
import { findEditionFile } from "@/lib/mapping-files/public-queries"
import { isLocale, localePath, routing } from "@/lib/platform/locales"
import { fileWaits } from "../../../../../../../file-waits"
import { numberFrom } from "../../../../../../address"

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
  const etag = `"${found.sha256}"`
  const page = localePath(locale, editionPath(group, mandate, number))
  const headers = {
    etag,
    "cache-control": "public, max-age=300",
    link: `<${page}>; rel="canonical"`,
  }
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "").split(/,\s*/)
  if (known.includes(etag) || known.includes("*"))
    return new Response(null, { status: 304, headers })
  // Shown where browsers can; a table is taken into a spreadsheet.
  const shown = format === "pdf" || format === "md" || format === "json" ? "inline" : "attachment"
  return new Response(new Uint8Array(found.file), {
    headers: {
      ...headers,
      "content-type": mappingTypes[format],
      "content-length": String(found.file.length),
      "content-disposition": `${shown}; filename="${group}-${mandate}-edition-${number}.${format}"`,
    },
  })
}
