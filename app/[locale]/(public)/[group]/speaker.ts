import type { useTranslations } from "next-intl"
import { documentPath } from "@/lib/documents/addresses"
import { mappingPath } from "@/lib/editions/addresses"
import type { PublicBacklink } from "@/lib/links/public-queries"
import { reportPath } from "@/lib/reports/addresses"

type Speaker = PublicBacklink["from"]

/** Where a published text of a group that speaks of something is read, without language and origin. */
export function pathOf(group: string, from: Speaker): string {
  switch (from.kind) {
    case "report":
      return reportPath(group, from.number)
    case "document":
      return documentPath(group, from.slug)
    case "row":
      return `${mappingPath(group, from.mandate.slug)}?row=${from.number}`
  }
}

/** What it is called in a list of such texts. */
export function titleOf(
  t: ReturnType<typeof useTranslations<"public.speaking">>,
  from: Speaker,
): string {
  switch (from.kind) {
    case "report":
      return t("report", { number: from.number })
    case "document":
      return from.title
    case "row":
      return t("row", { number: from.number, mandate: from.mandate.title })
  }
}

/** Links by the text that they stand in: each text once, in the order of the links. */
export function byText(
  group: string,
  links: readonly PublicBacklink[],
): { path: string; from: Speaker; links: PublicBacklink[] }[] {
  const texts = new Map<string, { path: string; from: Speaker; links: PublicBacklink[] }>()
  for (const link of links) {
    const path = pathOf(group, link.from)
    const text = texts.get(path) ?? { path, from: link.from, links: [] }
    texts.set(path, text)
    text.links.push(link)
  }
  return [...texts.values()]
}
