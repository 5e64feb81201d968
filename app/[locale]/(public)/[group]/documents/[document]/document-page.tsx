import type { Metadata } from "next"
import { documentPath } from "@/lib/documents/addresses"
import { documentWords } from "@/lib/documents/model"
import type { PublicDocument } from "@/lib/documents/public-queries"
import { DocumentBody } from "@/lib/documents/render"
import { listDocumentBacklinks } from "@/lib/links/public-queries"
import { dayText } from "@/lib/platform/dates"
import { getTranslations } from "@/lib/platform/i18n"
import { Frame } from "../../../frame"
import { pageMetadata } from "../../../page-metadata"
import { Speaking } from "../../speaking"
import { Back } from "./back"
import { Contents } from "./contents"
import { Head } from "./head"
import { leadsIn } from "./leads-in"
import { structuredDocument } from "./structured-document"

/** The page of a published document; `version` where the address names one. */
export async function DocumentPage({
  locale,
  published,
  version,
}: {
  locale: string
  published: PublicDocument
  version?: number
}) {
  const { content, origin, leads } = published
  const { group, document, text } = content
  const backlinks = await listDocumentBacklinks(group.slug, document.slug)
  return (
    <Frame
      path={documentPath(group.slug, document.slug, version)}
      group={group}
      current="documents"
      skipTo="text"
    >
      <main className="frame">
        <div className="record">
          <Head published={published} />
          <Contents text={text} />
          <div className="text" id="text">
            <DocumentBody
              text={text}
              leads={leadsIn(leads, locale)}
              level={2}
              language={document.language}
            />
          </div>
          <Back published={published}>
            <Speaking backlinks={backlinks} group={group.slug} />
          </Back>
        </div>
      </main>
      <script type="application/ld+json">
        {JSON.stringify(structuredDocument(content, origin, locale))}
      </script>
    </Frame>
  )
}

/** Older versions name the newest as the one to find; a version's own address stays for citing. */
export async function documentMetadata(
  locale: string,
  { content, versions }: PublicDocument,
  version?: number,
): Promise<Metadata> {
  const t = await getTranslations("publicDocuments")
  const { group, document } = content
  const words = documentWords(content.text).replace(/\s+/g, " ").trim()
  const day = versions.find(({ number }) => number === content.version.number)?.publishedAt
  const description = words || t("titleOf", { group: group.name })
  return pageMetadata({
    locale,
    path: documentPath(group.slug, document.slug, version),
    canonical: documentPath(group.slug, document.slug),
    title: t("pageTitle", {
      title: document.title,
      version: content.version.number,
      day: day ? dayText(day, locale) : "",
      group: group.shortName,
    }),
    description:
      description.length <= 200
        ? description
        : `${description.slice(0, 199).replace(/\s+\S*$/, "")}…`,
    type: "article",
  })
}
