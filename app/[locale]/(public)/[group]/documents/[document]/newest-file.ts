import { notFound } from "next/navigation"
import { localePath } from "@/lib/platform/locales"
import { type DocumentFormat, documentFilePath } from "@/lib/report-files/formats"
import { findNewestDocumentVersion } from "@/lib/report-files/public-queries"

type Props = { params: Promise<{ locale: string; group: string; document: string }> }

/** Leads to a file of the newest version. Nobody may keep that: a new version has to be seen at once. */
export function newestFile(format: DocumentFormat) {
  return async (_: Request, { params }: Props): Promise<Response> => {
    const { locale, group, document } = await params
    const version = (await findNewestDocumentVersion(group, document)) ?? notFound()
    return new Response(null, {
      status: 307,
      headers: {
        location: localePath(locale, documentFilePath(group, document, format, version)),
        "cache-control": "public, max-age=0, must-revalidate",
      },
    })
  }
}
