import { useLocale, useTranslations } from "next-intl"
import { documentPath } from "@/lib/documents/addresses"
import type { PublicDocument } from "@/lib/documents/public-queries"
import { dayInstant, dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"

/** Title and facts: what kind of text, how it stands, which version, to whom it was sent. */
export function Head({ published }: { published: PublicDocument }) {
  const t = useTranslations("publicDocuments")
  const locale = useLocale()
  const { content, status, versions, dispatches } = published
  const { group, document, version } = content
  const day = versions.find(({ number }) => number === version.number)?.publishedAt
  return (
    <header className="title">
      <p className="eyebrow">{t(`kind.${document.kind}`)}</p>
      <h1 lang={document.language} dir="auto">
        {document.title}
      </h1>
      <p className="of">{group.name}</p>
      <dl className="facts">
        {status === "draft" ? null : (
          <div>
            <dt>{t("statusLabel")}</dt>
            <dd>{t(`status.${status}`)}</dd>
          </div>
        )}
        <div>
          <dt>{t("version")}</dt>
          <dd>
            {t("line", {
              version: version.number,
              name: version.name,
              day: day ? dayText(day, locale) : "",
            })}
          </dd>
        </div>
        {version.note ? (
          <div>
            <dt>{t("note")}</dt>
            <dd lang={document.language}>{version.note}</dd>
          </div>
        ) : null}
        {dispatches.length > 0 ? (
          <div>
            <dt>{t("sentLabel")}</dt>
            <dd>
              {dispatches.map((each) => (
                <span className="one" key={`${each.kind} ${each.party} ${each.day}`}>
                  {t(`dispatch.${each.kind}`, {
                    party: each.party,
                    day: dayText(dayInstant(each.day), locale),
                    version: each.version,
                  })}
                </span>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
      <Newer published={published} />
    </header>
  )
}

/** An older version, or a document whose place another took, says so where it is read first. */
function Newer({ published }: { published: PublicDocument }) {
  const t = useTranslations("publicDocuments")
  const locale = useLocale()
  const { content, versions, supersededBy } = published
  const { group, document, version } = content
  const [newest] = versions
  const link = (to: string) => (chunks: React.ReactNode) => (
    <a href={localePath(locale, to)}>{chunks}</a>
  )
  if (newest && newest.number > version.number) {
    return (
      <aside className="corrected" aria-labelledby="older">
        <h2 id="older">{t("older.title", { version: version.number })}</h2>
        <p>
          {t.rich("older.text", {
            version: newest.number,
            day: dayText(newest.publishedAt, locale),
            link: link(documentPath(group.slug, document.slug)),
          })}
        </p>
      </aside>
    )
  }
  if (!supersededBy) return null
  return (
    <aside className="corrected" aria-labelledby="superseded">
      <h2 id="superseded">{t("superseded.title")}</h2>
      <p>
        {t.rich("superseded.text", {
          title: supersededBy.title,
          link: link(documentPath(group.slug, supersededBy.slug)),
        })}
      </p>
    </aside>
  )
}
