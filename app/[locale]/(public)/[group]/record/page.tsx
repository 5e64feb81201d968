import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { entriesShown, readableHash } from "@/lib/record/model"
import { findHead, findLedger } from "@/lib/record/public-queries"
import { documentLocale, numberFrom } from "../../address"
import { Frame } from "../../frame"
import { pageMetadata } from "../../page-metadata"
import { EntryLines } from "./entry-lines"
import { EntrySteps } from "./entry-steps"

type Props = {
  params: Promise<{ locale: string; group: string }>
  searchParams: Promise<{ to?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { group: slug }] = [await documentLocale(params), await params]
  const [ledger, t] = await Promise.all([findLedger(slug, { most: 1 }), getTranslations("ledger")])
  if (!ledger) notFound()
  return pageMetadata({
    locale,
    path: `/${slug}/record`,
    title: `${t("title")} · ${ledger.group.shortName}`,
    description: t("description", { group: ledger.group.name }),
  })
}

export default async function RecordPage({ params, searchParams }: Props) {
  const [locale, { group: slug }, { to }] = [
    await documentLocale(params),
    await params,
    await searchParams,
  ]
  const upTo = typeof to === "string" ? (numberFrom(to) ?? notFound()) : undefined
  const [ledger, head, t] = await Promise.all([
    findLedger(slug, { most: entriesShown, to: upTo }),
    findHead(slug),
    getTranslations("ledger"),
  ])
  if (!ledger) notFound()
  const { group, entries } = ledger
  const code = (chunks: React.ReactNode) => <code className="mono">{chunks}</code>
  return (
    <Frame path={`/${slug}/record`} group={group}>
      <main className="frame home ledger" id="main">
        <div className="lead">
          <div>
            <h1>{t("title")}</h1>
            <p className="what">{t("what", { group: group.name })}</p>
          </div>
        </div>
        {head ? (
          <section aria-labelledby="head">
            <h2 id="head">{t("head")}</h2>
            <p className="mono">{readableHash(head.hash)}</p>
            <p className="small">{t("headHint", { position: head.position })}</p>
          </section>
        ) : null}
        <section aria-labelledby="how">
          <h2 id="how">{t("how")}</h2>
          <p>{t.rich("canonical", { code })}</p>
          <p>{t.rich("chain", { code })}</p>
          <p>{t.rich("names", { code })}</p>
          <ul>
            <li>
              <a href={localePath(locale, `/${slug}/record/check`)}>{t("toCheck")}</a>
            </li>
            <li>
              <a href={`/${slug}/record/ledger.json`}>{t("asJson")}</a>
            </li>
          </ul>
        </section>
        <EntryLines slug={slug} entries={entries} />
        <EntrySteps slug={slug} entries={entries} head={head} />
      </main>
    </Frame>
  )
}
