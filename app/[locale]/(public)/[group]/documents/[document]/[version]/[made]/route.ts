import { notFound } from "next/navigation"
import { documentPath } from "@/lib/documents/addresses"
import { localePath } from "@/lib/platform/locales"
import {
  contentTypes,
  type DocumentFormat,
  documentFormatOf,
  documentSchemaPath,
} from "@/lib/report-files/formats"
import { findDocumentFile } from "@/lib/report-files/public-queries"
import { versionFrom } from "../../../../../address"
import { answerFile } from "../../../../../file-answer"

export const dynamic = "force-dynamic"

type Params = { locale: string; group: string; document: string; version: string; made: string }

/** Where the page of a file stands, and the description of its form. */
function linksOf(page: string, format: DocumentFormat): string {
  const canonical = `<${page}>; rel="canonical"`
  return format === "json" ? `${canonical}, <${documentSchemaPath}>; rel="describedby"` : canonical
}

/** A file of one published version of a document. Its links may lead elsewhere later; its text stays. */
export async function GET(
  request: Request,
  { params }: { params: Promise<Params> },
): Promise<Response> {
  const { locale, group, document, ...named } = await params
  const format = documentFormatOf(named.made) ?? notFound()
  const version = versionFrom(named.version) ?? notFound()
  const found = (await findDocumentFile(group, document, version, format)) ?? notFound()
  const page = localePath(locale, documentPath(group, document, version))
  return answerFile(request, {
    ...{ file: found.file, sha256: found.sha256, type: contentTypes[format] },
    name: `${document}-v${version}.${format}`,
    headers: {
      "cache-control": "public, max-age=300",
      link: linksOf(page, format),
      ...(format === "json" && { "access-control-allow-origin": "*" }),
    },
  })
}
