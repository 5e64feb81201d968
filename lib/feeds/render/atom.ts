import { momentText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import { type Locale, localePath } from "@/lib/platform/locales"
import { entryId } from "../entry-id"
import type { FeedEntry, Happening, PublicFeed } from "../model"
import { element, leaf } from "./xml"

/** Of the elements that say where the ledger stands; documented in README. */
export const recordNamespace = "urn:rapporteur:record:1"

/** A group's feed in Atom (RFC 4287), in a language of the portal. The same entries give the same bytes. */
export function renderAtom(feed: PublicFeed, locale: Locale): string {
  const { group, entries, head, origin } = feed
  const t = translatorFor(locale)
  const at = (path: string) => origin + localePath(locale, path)
  const updated = entries[0]?.at ?? group.createdAt
  const link = (rel: string, type: string, path: string) =>
    element("link", { rel, type, href: at(path) })
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(
    "feed",
    {
      xmlns: "http://www.w3.org/2005/Atom",
      "xmlns:record": recordNamespace,
      "xml:lang": locale,
    },
    [
      leaf("id", `urn:uuid:${entryId(group.id, `feed/${locale}`)}`),
      leaf("title", group.shortName),
      leaf("subtitle", group.name),
      leaf("updated", updated.toISOString()),
      element("author", {}, [leaf("name", group.name), leaf("uri", at(`/${group.slug}`))]),
      link("self", "application/atom+xml", `/${group.slug}/feed.xml`),
      link("alternate", "text/html", `/${group.slug}`),
      leaf("generator", "Rapporteur"),
      leaf("icon", `${origin}/icon.svg`),
      ...(head
        ? [
            link("related", "text/html", `/${group.slug}/record`),
            leaf("record:head", head.hash, { position: String(head.position) }),
          ]
        : []),
      ...entries.map((entry) => renderEntry(entry, at(entry.path), locale, t)),
    ],
  )}\n`
}

type Translator = ReturnType<typeof translatorFor>

function renderEntry(entry: FeedEntry, href: string, locale: Locale, t: Translator): string {
  const { id, at, happening, hash } = entry
  return element("entry", {}, [
    leaf("id", `urn:uuid:${id}`),
    leaf("title", titleOf(happening, t)),
    leaf("published", at.toISOString()),
    leaf("updated", at.toISOString()),
    element("link", { rel: "alternate", type: "text/html", href }),
    element("category", { term: happening.kind }),
    leaf("summary", summaryOf(happening, locale, t) || titleOf(happening, t)),
    ...(hash ? [leaf("record:entry", hash)] : []),
  ])
}

function titleOf(happening: Happening, t: Translator): string {
  switch (happening.kind) {
    case "published":
    case "corrected":
    case "withdrawn": {
      const { kind, number, version, title } = happening
      return [t(`feed.${kind}`, { number, version }), title].filter(Boolean).join(": ")
    }
    case "reviewOpened":
    case "reviewClosed":
      return t(`feed.${happening.kind}`, { number: happening.number })
    case "archive":
      return t("feed.archive", happening)
    case "document":
    case "edition":
    case "compendium":
      return t(`feed.${happening.kind}`, happening)
    default:
      return t(`feed.${happening.kind}`, { title: happening.title })
  }
}

function summaryOf(happening: Happening, locale: Locale, t: Translator): string {
  switch (happening.kind) {
    case "published":
      return happening.agenda.join("; ")
    case "corrected":
    case "withdrawn":
    case "consultationCancelled":
      return t("feed.why", { reason: happening.reason })
    case "document":
    case "edition":
      return happening.note
    case "consultationOpened":
    case "reviewOpened":
      return t("feed.until", { moment: momentText(happening.closesAt, locale) })
    default:
      return ""
  }
}
