import { useLocale, useTranslations } from "next-intl"
import type { PublicGroup } from "@/lib/groups/public-queries"
import { localePath } from "@/lib/platform/locales"

/** What the group is for, who chairs it, how to take part. */
export function GroupLead({ group }: { group: PublicGroup }) {
  const t = useTranslations("public")
  const locale = useLocale()
  return (
    <div className="lead">
      <div>
        <h1>{group.name}</h1>
        {paragraphs(group.purpose).map((text) => (
          <p className="what" key={text}>
            {text}
          </p>
        ))}
      </div>
      <dl className="facts">
        {group.setUp ? (
          <div>
            <dt>{t("setUp")}</dt>
            <dd>{group.setUp}</dd>
          </div>
        ) : null}
        {group.coChairs.length > 0 ? (
          <div>
            <dt>{t("coChairs", { count: group.coChairs.length })}</dt>
            <dd>
              {group.coChairs.map((name) => (
                <span className="one" key={name}>
                  <bdi>{name}</bdi>
                </span>
              ))}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t("takePart")}</dt>
          <dd>
            {t.rich("openToAnyone", {
              link: (chunks) => <a href={localePath(locale, `/${group.slug}/join`)}>{chunks}</a>,
            })}
          </dd>
        </div>
      </dl>
    </div>
  )
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
}
