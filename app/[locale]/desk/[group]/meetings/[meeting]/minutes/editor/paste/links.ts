import { isLinkTarget } from "@/lib/minutes/model"

/** Services through which mail and search send every link, and where the real address stands in them. */
const detours: { host: RegExp; path: RegExp; names: string[] }[] = [
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, names: ["url"] },
  { host: /^(www\.)?google\.[a-z.]+$/, path: /^\/url$/, names: ["q", "url"] },
  { host: /^(www\.)?youtube\.com$/, path: /^\/redirect$/, names: ["q"] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, names: ["u"] },
  { host: /^(www\.)?linkedin\.com$/, path: /^\/redir\/redirect$/, names: ["url"] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, names: ["url"] },
  { host: /^duckduckgo\.com$/, path: /^\/l\/$/, names: ["uddg"] },
]
/** One detour may lead to another, but not for ever. */
const MOST = 4

function behind(address: string): string | null {
  const { hostname, pathname, searchParams } = new URL(address)
  const plain = /^https:\/\/urldefense\.com\/v3\/__(https?:\/{1,2}[^*]+?)__;[^*]*$/.exec(
    address,
  )?.[1]
  if (plain) return plain.replace(/^(https?:)\/(?!\/)/, "$1//")
  const detour = detours.find(({ host, path }) => host.test(hostname) && path.test(pathname))
  const found = detour?.names.map((name) => searchParams.get(name)).find((value) => value)
  return found && /^https?:\/\//.test(found) ? found : null
}

/**
 * Where a pasted link really leads, or null where that can be no link in minutes. An address behind
 * a detour is taken out only when it stands there in plain words: nothing is fetched or guessed.
 */
export function linkTarget(written: string | null): string | null {
  let address = written?.trim() ?? ""
  for (let turn = 0; turn < MOST; turn++) {
    if (!isLinkTarget(address)) return null
    const next = behind(address)
    if (next === null || !isLinkTarget(next)) return address
    address = next
  }
  return address
}
