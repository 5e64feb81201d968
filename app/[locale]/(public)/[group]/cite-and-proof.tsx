import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { readableHash } from "@/lib/record/model"
import { LedgerLine } from "@/lib/record/render"

type Entry = Parameters<typeof LedgerLine>[0]["entry"]

/**
 * What stands behind a published work: how it is cited, with its address for good, what else there is of
 * it (`others`; without an address it is this one), its files, and the fingerprint by which it is known.
 */
export function CiteAndProof({
  cite,
  proof,
  others,
  files,
  ofFiles,
  sha256,
  group,
  entry,
  children,
}: {
  cite: { title: string; words: ReactNode; address: string }
  proof: string
  others: { title: string; lines: { number: number; words: string; href: string | null }[] }
  files: { href: string; words: string; type?: string }[]
  /** What has to be known of the files before one is chosen. */
  ofFiles?: string
  sha256: string
  /** The slug of the group on whose ledger it stands. */
  group: string
  entry: Entry
  /** What stands before all that. */
  children?: ReactNode
}) {
  const t = useTranslations("files")
  return (
    <div className="back">
      {children}
      <section className="cite" id="cite" aria-labelledby="cite-title">
        <h2 id="cite-title">{cite.title}</h2>
        <p>{cite.words}</p>
        <p className="addr mono">{cite.address}</p>
      </section>
      <section className="foot" id="record" aria-labelledby="record-title">
        <h2 id="record-title">{proof}</h2>
        <dl>
          <div>
            <dt>{others.title}</dt>
            <dd>
              {others.lines.map(({ number, words, href }) => (
                <span className="one" key={number}>
                  {href === null ? words : <a href={href}>{words}</a>}
                </span>
              ))}
            </dd>
          </div>
          <div className="noprint">
            <dt>{t("title")}</dt>
            <dd>
              {files.map(({ href, words, type }) => (
                <a className="file" href={href} key={href} type={type}>
                  {words}
                </a>
              ))}
              {ofFiles ? <span className="one">{ofFiles}</span> : null}
            </dd>
          </div>
          <div>
            <dt>SHA-256</dt>
            <dd className="mono">{readableHash(sha256)}</dd>
          </div>
          <LedgerLine slug={group} entry={entry} />
        </dl>
      </section>
    </div>
  )
}
