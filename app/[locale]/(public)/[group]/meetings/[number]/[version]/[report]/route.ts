import { notFound, permanentRedirect } from "next/navigation"
import { findRenumbered } from "@/lib/meetings/public-queries"
import { localePath } from "@/lib/platform/locales"
import {
  contentTypes,
  filePath,
  formatOf,
  type MadeFormat,
  schemaPath,
} from "@/lib/report-files/formats"
import { findReportFile } from "@/lib/report-files/public-queries"
import { reportPath } from "@/lib/reports/addresses"
import { numberFrom, versionFrom } from "../../../../../address"
import { answerFile } from "../../../../../file-answer"

export const dynamic = "force-dynamic"

type Params = { locale: string; group: string; number: string; version: string; report: string }

/** Where the page of a file stands, and the description of its form. */
function linksOf(page: string, format: MadeFormat): string {
  const canonical = `<${page}>; rel="canonical"`
  return format === "json" ? `${canonical}, <${schemaPath}>; rel="describedby"` : canonical
}

/** A file of one published version: it never changes, so whoever has it may keep it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<Params> },
): Promise<Response> {
  const { locale, group, report, ...named } = await params
  const format = formatOf(report) ?? notFound()
  const number = numberFrom(named.number) ?? notFound()
  const version = versionFrom(named.version) ?? notFound()
  const found = await findReportFile(group, number, version, format)
  if (!found) {
    const renumbered = await findRenumbered(group, number)
    if (renumbered === null) notFound()
    permanentRedirect(localePath(locale, filePath(group, renumbered, format, version)))
  }
  return answerFile(request, {
    ...{ file: found.file, sha256: found.sha256, type: contentTypes[format] },
    name: `${group}-${number}-v${version}.${format}`,
    headers: {
      "cache-control": "public, max-age=31536000, immutable",
      "last-modified": found.madeAt.toUTCString(),
      link: linksOf(localePath(locale, reportPath(group, number, version)), format),
      ...(format === "json" && { "access-control-allow-origin": "*" }),
      // Shown by other sites beside their links to us.
      ...(format === "png" && { "cross-origin-resource-policy": "cross-origin" }),
    },
  })
}
