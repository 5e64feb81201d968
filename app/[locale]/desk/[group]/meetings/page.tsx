import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { getDeskGroup } from "@/lib/groups/queries"
import { listMeetings } from "@/lib/meetings/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { MeetingTable } from "./meeting-table"
import { YearFilter } from "./year-filter"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") }
}

export default async function MeetingsPage({
  params,
  searchParams,
}: {
  params: Promise<{ group: string }>
  searchParams: Promise<{ year?: string }>
}) {
  const [{ group: slug }, { year: asked }, actor, locale, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("meetings"),
  ])
  const group = await answer(getDeskGroup(actor, slug))
  const year = /^\d{4}$/.test(asked ?? "") ? Number(asked) : undefined
  const { upcoming, past, years } = await answer(listMeetings(actor, group.id, year))
  const base = localePath(locale, `/desk/${slug}/meetings`)
  const publicBase = localePath(locale, `/${slug}/meetings`)
  const schedule = (
    <ButtonLink href={`${base}/new`} kind="primary">
      {t("schedule")}
    </ButtonLink>
  )
  const sections = [
    { id: "upcoming", title: t("upcoming"), meetings: upcoming },
    ...past.map(({ year: of, meetings }) => ({
      id: `y${of ?? ""}`,
      title: of === null ? t("undated") : String(of),
      meetings,
    })),
  ].filter(({ meetings }) => meetings.length > 0)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={group.may.schedule && sections.length > 0 ? schedule : null}
      />
      <YearFilter years={years} shown={year} base={base} />
      {sections.length === 0 ? (
        <Empty
          title={year === undefined ? t("noneTitle") : t("noneInYear", { year: String(year) })}
          action={group.may.schedule ? schedule : null}
        >
          {t("noneWhy")}
        </Empty>
      ) : null}
      {sections.map(({ id, title, meetings }) => (
        <div key={id} className="meeting-year">
          <h2>{title}</h2>
          <MeetingTable
            caption={title}
            {...{ meetings, base, publicBase, mayEdit: group.may.schedule }}
          />
        </div>
      ))}
    </main>
  )
}
