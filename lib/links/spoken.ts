/** What a text speaks of: by an id of the group's record, by an address, or by a name that leads nowhere yet. */
export type Spoken =
  | { to: "meeting"; meetingId: string; words: string }
  | { to: "decision"; meetingId: string; blockId: string; words: string }
  | { to: "document"; documentId: string; words: string }
  | { to: "address"; href: string; words: string }
  | { to: "missing"; label: string }

/** Of whom it is said: the minutes of a meeting, a document, or a row of a mapping. */
export type Speaker = { groupId: string } & (
  | { meetingId: string; documentId?: undefined; rowId?: undefined }
  | { documentId: string; meetingId?: undefined; rowId?: undefined }
  | { rowId: string; meetingId?: undefined; documentId?: undefined }
)

/** How much of the words on a link is kept with it, in characters. */
export const longestWords = 200

/** What an address of the portal itself names in a group, public or on the desk. */
export type Named =
  | { kind: "meeting"; id: string }
  | { kind: "meeting"; number: number; anchor: string | null }
  | { kind: "document"; slug: string }
  | { kind: "document"; id: string }
  | { kind: "row"; mandate: string; number: number }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What an address names in the group at `slug`: null for one elsewhere, of another group, or of
 * something else. Whatever stands below a meeting or a document counts as it.
 */
export function namedBy(href: string, origin: string, slug: string): Named | null {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  if (url.origin !== new URL(origin).origin) return null
  const path = url.pathname.replace(/^\/[a-z]{2}(?=\/)/, "")
  const [, desk, group, kind, which = ""] = /^(\/desk)?\/([^/]+)\/([^/]+)\/([^/]+)/.exec(path) ?? []
  if (group !== slug) return null
  if (kind === "documents" && uuid.test(which)) return { kind: "document", id: which }
  if (kind === "documents" && /^[a-z0-9-]+$/.test(which)) return { kind: "document", slug: which }
  if (kind === "mapping") return rowBy(url, which)
  if (kind !== "meetings") return null
  if (desk && uuid.test(which)) return { kind: "meeting", id: which }
  if (!/^[1-9]\d{0,8}$/.test(which)) return null
  const anchor = desk || url.hash.length < 2 ? null : url.hash.slice(1)
  return { kind: "meeting", number: Number(which), anchor }
}

/** A row by its own page on the desk (`…/rows/12`), or as a table or an edition shows it alone (`?row=12`). */
function rowBy(url: URL, mandate: string): Named | null {
  const [, onDesk] = /\/rows\/(\d+)(?:\/|$)/.exec(url.pathname) ?? []
  const number = onDesk ?? url.searchParams.get("row") ?? /^#row-(\d+)$/.exec(url.hash)?.[1] ?? ""
  const isRow = /^[a-z0-9-]+$/.test(mandate) && /^[1-9]\d{0,5}$/.test(number)
  return isRow ? { kind: "row", mandate, number: Number(number) } : null
}

/** The placeholders in plain words: `[the draft](#)`, as somebody writes who has no address yet. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\[([^[\]\n]{1,200})\]\(#?\)/g)]
    .map(([, label = ""]) => label.trim())
    .filter((label) => label !== "" && !/\p{Cc}/u.test(label))
}
