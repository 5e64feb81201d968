import type { Metadata } from "next"
import { Button, ButtonLink } from "@/app/ui/button"
import { PageHead } from "@/app/ui/page-head"
import { TextField } from "@/app/ui/text-field"
import { getTranslations } from "@/lib/platform/i18n"
import type { MinutesParams } from "../../load-minutes"
import { loadComparison } from "../../load-revision"
import { itemHeads, minutesTitle } from "../../minutes-title"
import { Comparison } from "../comparison"
import { RevisionLine } from "../revision-line"
import "../../minutes.css"
import "../history.css"

type Props = { params: MinutesParams; searchParams: Promise<{ from?: string; to?: string }> }

const numbers = ({ older, newer }: Awaited<ReturnType<typeof loadComparison>>) => ({
  from: String(older.number),
  to: String(newer.number),
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await loadComparison(params, searchParams)
  return { title: (await getTranslations("minutes.compare"))("title", numbers(found)) }
}

export default async function ComparePage({ params, searchParams }: Props) {
  const found = await loadComparison(params, searchParams)
  const { meeting, agenda, newest, older, newer, names, locale, base } = found
  const t = await getTranslations("minutes.compare")
  const history = await getTranslations("minutes.history")
  const bound = { type: "number", min: 1, max: newest, inputMode: "numeric" } as const
  return (
    <main id="main">
      <PageHead
        title={t("title", numbers(found))}
        lead={await minutesTitle(meeting)}
        actions={<ButtonLink href={`${base}/history`}>{history("all")}</ButtonLink>}
      />
      <div className="page reading">
        <ul className="revision-pair">
          <RevisionLine revision={older} href={`${base}/history/${older.number}`} />
          <RevisionLine revision={newer} href={`${base}/history/${newer.number}`} />
        </ul>
        <form action={`${base}/history/compare`} className="other-pair">
          <TextField name="from" label={t("from")} defaultValue={older.number} {...bound} />
          <TextField name="to" label={t("to")} defaultValue={newer.number} {...bound} />
          <Button>{history("compare")}</Button>
        </form>
        <section aria-labelledby="changed">
          <h2 id="changed">{t("changed")}</h2>
          <Comparison
            older={older}
            newer={newer}
            agenda={itemHeads(agenda)}
            names={names}
            locale={locale}
          />
        </section>
      </div>
    </main>
  )
}
