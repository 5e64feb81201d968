import type { APIRequestContext } from "@playwright/test"
import { editionFormats } from "@/lib/editions/addresses"
import { addresses } from "@/lib/policy/addresses"

const group = "wg-strategy"
const pattern = "/[locale]/[group]/mapping/[mandate]"

/** Every public address of one mapping of the sample group, in both languages, that of edition `edition` among them. */
export function addressesOutside(mandate: string, edition = 1): string[] {
  const pages = Object.keys(addresses)
    .filter((key) => key === pattern || key.startsWith(`${pattern}/`))
    .map((key) => key.replace("/[locale]", "").replace("[group]", group))
    .map((key) => key.replace("[mandate]", mandate).replace("[edition]", String(edition)))
    .flatMap((key) =>
      key.endsWith("[table]")
        ? editionFormats.map((format) => key.replace("[table]", `mapping.${format}`))
        : key,
    )
  const api = `/api/v1/groups/${group}/mappings/${mandate}`
  return [...pages.flatMap((page) => [page, `/fr${page}`]), api, `${api}/editions/${edition}`]
}

/** Public addresses that tell of several mappings, or of all that is public. */
export const listsOutside = [
  ...["/", `/${group}`, `/fr/${group}`, `/${group}/mapping`, `/${group}/record`],
  ...[`/${group}/record/ledger.json`, `/${group}/feed.xml`, "/sitemap.xml"],
  ...["/search?q=harbour", "/search?q=tide", `/api/v1/groups/${group}/mappings`],
]

/** What stands at addresses, without following where they lead: each with its status and its text. */
export function readAll(
  request: APIRequestContext,
  { origin, paths }: { origin: string; paths: readonly string[] },
): Promise<{ path: string; status: number; text: string }[]> {
  return Promise.all(
    paths.map(async (path) => {
      const answer = await request.get(origin + path, { maxRedirects: 0 })
      return { path, status: answer.status(), text: await answer.text() }
    }),
  )
}
