import { useLocale, useTranslations } from "next-intl"
import { CommentText } from "@/app/[locale]/desk/[group]/comments/comment-text"
import { useTextName } from "@/app/[locale]/desk/[group]/consultations/use-text-name"
import { DateTime } from "@/app/ui/date-time"
import { tally } from "@/lib/compendia/model"
import type { PublicCompendium } from "@/lib/compendia/public-queries"
import { localePath } from "@/lib/platform/locales"
import { readableHash } from "@/lib/record/model"
import { LedgerLine } from "@/lib/record/render"
import { Entry } from "./entry"

/** A compendium as the world reads it: what was asked, how it came out, and every comment with its answer. */
export function CompendiumRecord({ found, path }: { found: PublicCompendium; path: string }) {
  const t = useTranslations("compendium")
  const of = useTranslations("worksheet.disposition")
  const locale = useLocale()
  const nameOf = useTextName()
  const { content, question, entries, sha256, entry, versions } = found
  const { consultation, group, texts } = content
  const newest = versions[0]?.version ?? content.version
  return (
    <article className="record compendium">
      <header className="title">
        <p className="eyebrow">{t("title")}</p>
        <h1 dir="auto">{consultation.title}</h1>
        <p className="of">{group.name}</p>
        <p className="on">
          {t("versionOf", { version: content.version })}{" "}
          <DateTime at={new Date(content.publishedAt)} />
        </p>
        {content.version < newest ? (
          <p className="len">
            {t("older")} <a href={localePath(locale, path)}>{t("toNewest", { version: newest })}</a>
          </p>
        ) : null}
      </header>
      <section className="brief" aria-labelledby="asked">
        <h2 id="asked">{t("asked")}</h2>
        <div dir="auto">
          <CommentText parts={question} />
        </div>
        <ul>
          {texts.map((text, place) => (
            <li key={String(place)}>{nameOf(text)}</li>
          ))}
        </ul>
        <p>
          {t("window", { name: consultation.askedBy })}{" "}
          <DateTime at={new Date(consultation.opensAt)} /> –{" "}
          <DateTime at={new Date(consultation.closesAt)} />
        </p>
        <ul className="compendium-tally">
          {tally({ entries }).map(({ disposition, count }) => (
            <li key={disposition}>
              {of(disposition)}: <strong>{count}</strong>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="comments" className="compendium-entries">
        <h2 id="comments">{t("comments")}</h2>
        {entries.length === 0 ? <p>{t("none")}</p> : null}
        {entries.map((each) => (
          <Entry key={each.number} entry={each} several={texts.length > 1} />
        ))}
      </section>
      <footer className="brief">
        <h2>{t("record")}</h2>
        <p>{t("named")}</p>
        <ul>
          {versions.map(({ version, publishedAt }) => (
            <li key={version}>
              <a href={localePath(locale, `${path}/v${version}`)}>{t("version", { version })}</a>,{" "}
              <DateTime at={publishedAt} />
            </li>
          ))}
        </ul>
        <p>
          SHA-256: <span className="mono">{readableHash(sha256)}</span>
        </p>
        <dl>
          <LedgerLine slug={group.slug} entry={entry} />
        </dl>
      </footer>
    </article>
  )
}
