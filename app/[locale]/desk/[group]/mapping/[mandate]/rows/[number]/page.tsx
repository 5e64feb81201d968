import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Notice } from "@/app/ui/notice"
import { listConsultationsOfRow } from "@/lib/consultations/of-row"
import { getRow } from "@/lib/mapping/rows/row-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { RowCommentsPanel } from "../../../../comments/row/row-comments-panel"
import { pageIn } from "../../../../documents/page-in"
import { AroundRow } from "../../../discussed/around-row"
import { JustDone } from "../../../just-done"
import { PlaceHead } from "../../place-head"
import { namesFor } from "./names-for"
import { RowAround } from "./row-around"
import { RowAsked } from "./row-asked"
import { RowEditor } from "./row-editor"
import { RowHistory } from "./row-history"

type Asked = Record<string, string | undefined>
type Props = {
  params: Promise<{ group: string; mandate: string; number: string }>
  searchParams: Promise<Asked>
}

const numberIn = (text: string) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : notFound())

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ number }, t] = await Promise.all([params, getTranslations("mapping.desk.row")])
  return { title: t("title", { number: String(numberIn(number)) }) }
}

export default async function RowOfMappingPage({ params, searchParams }: Props) {
  const [{ group, mandate, number }, asked, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("mapping.desk.row"),
  ])
  const found = await answer(getRow(actor, { group, mandate }, numberIn(number)))
  const { mapping, row } = found
  const of = { slug: group, mandate, number: row.number }
  const [names, open] = await Promise.all([
    namesFor(found),
    answer(listConsultationsOfRow(actor, mapping.group.id, row.id)),
  ])
  const desk = localePath(locale, `/desk/${group}`)
  const mayEdit = mapping.may.edit && row.retired === null
  return (
    <main id="main" className="page stack">
      <PlaceHead
        mapping={mapping}
        here={null}
        title={t("title", { number: String(row.number) })}
        actions={<RowAround around={found} base={`${desk}/mapping/${mandate}`} />}
      />
      <JustDone done={asked.done} of="row" />
      {row.retired ? (
        <Notice
          kind="warn"
          title={t("isRetired", { by: row.retired.by || t("portal"), reason: row.retired.reason })}
        />
      ) : null}
      <RowAsked asked={open} desk={desk} />
      <RowEditor found={found} of={of} names={names} mayEdit={mayEdit} at={asked.at ?? ""} />
      <AroundRow actor={actor} mapping={mapping} row={row} page={pageIn(asked.spoken)} />
      <RowCommentsPanel rowId={row.id} actor={actor} base={`${desk}/comments`} asked={asked} />
      <RowHistory row={row} of={of} names={names} asked={asked} mayRestore={mayEdit} />
    </main>
  )
}
