import { notFound, permanentRedirect } from "next/navigation"
import { findRenumbered } from "@/lib/meetings/public-queries"
import { localePath } from "@/lib/platform/locales"
import { filePath, type ReportFormat } from "@/lib/report-files/formats"
import { findNewestVersion } from "@/lib/report-files/public-queries"
import { numberFrom } from "../../../address"

type Props = { params: Promise<{ locale: string; group: string; number: string }> }

/** Leads to a file of the newest version. Nobody may keep that: a new version has to be seen at once. */
export function newestFile(format: ReportFormat) {
  return async (_: Request, { params }: Props): Promise<Response> => {
    const { locale, group, number: text } = await params
    const number = numberFrom(text) ?? notFound()
    const version = await findNewestVersion(group, number)
    if (version === null) {
      const renumbered = await findRenumbered(group, number)
      if (renumbered === null) notFound()
      permanentRedirect(localePath(locale, filePath(group, renumbered, format)))
    }
    return new Response(null, {
      status: 307,
      headers: {
        location: localePath(locale, filePath(group, number, format, version)),
        "cache-control": "public, max-age=0, must-revalidate",
      },
    })
  }
}
