import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Empty } from "@/app/ui/empty"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { getDeskGroup } from "@/lib/groups/queries"
import { memberFilter } from "@/lib/members/input"
import { passes } from "@/lib/members/model"
import { listMembers } from "@/lib/members/queries"
import { listPendingRequests } from "@/lib/members/request-queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { justDone } from "./just-done"
import { MemberFilters } from "./member-filters"
import { MemberTable } from "./member-table"
import { PendingList } from "./pending-list"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") }
}

export default async function MembersPage({
  params,
  searchParams,
}: {
  params: Promise<{ group: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [{ group: slug }, asked, actor] = await Promise.all([params, searchParams, currentActor()])
  const group = await answer(getDeskGroup(actor, slug))
  const filter = memberFilter.parse(asked)
  const { role } = filter
  const former = role === "former"
  const [members, pending, t, locale] = await Promise.all([
    answer(listMembers(actor, group.id, former ? "former" : "present")),
    answer(listPendingRequests(actor, group.id)),
    getTranslations("members"),
    getLocale(),
  ])
  const shown = members.filter((one) => passes(one, { ...filter, role: former ? null : role }))
  const chairs = members.filter((one) => one.role === "co-chair").length
  const list = localePath(locale, `/desk/${group.slug}/members`)
  const done = justDone(asked)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("title")}
        lead={former ? t("leadFormer") : t("lead", { count: members.length, chairs })}
        actions={
          group.may.changeMembers ? (
            <>
              <ButtonLink href={`${list}/members.csv`}>{t("download")}</ButtonLink>
              <ButtonLink href={`${list}/import`}>{t("bringIn")}</ButtonLink>
              <ButtonLink kind="primary" href={`${list}/new`}>
                {t("add")}
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <div className="stack">
        {done ? <Notice kind="ok" title={t(`done.${done.key}`, done.counts)} announce /> : null}
        {pending.length > 0 ? <PendingList requests={pending} list={list} /> : null}
        <MemberFilters filter={filter} list={list} />
        {shown.length === 0 ? (
          <Empty title={t("none")}>{members.length === 0 ? t("noneWhy") : t("noMatchWhy")}</Empty>
        ) : (
          <MemberTable members={shown} list={list} mails={group.may.changeMembers} />
        )}
      </div>
    </main>
  )
}
