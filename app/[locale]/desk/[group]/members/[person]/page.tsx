import type { Metadata } from "next"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { getDeskGroup } from "@/lib/groups/queries"
import { getMember } from "@/lib/members/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { EndForm } from "./end-form"
import { MemberFacts } from "./member-facts"
import { RoleForm } from "./role-form"
import { StretchTable } from "./stretch-table"

type Params = Promise<{ group: string; person: string }>

async function load(params: Params) {
  const [{ group: slug, person }, actor] = await Promise.all([params, currentActor()])
  const group = await answer(getDeskGroup(actor, slug))
  return { group, member: await answer(getMember(actor, group.id, person)) }
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await load(params)).member.name }
}

export default async function MemberPage({
  params,
  searchParams,
}: {
  params: Params
  searchParams: Promise<{ done?: string }>
}) {
  const [{ group, member }, { done }] = await Promise.all([load(params), searchParams])
  const [t, locale] = await Promise.all([getTranslations("members"), getLocale()])
  const list = localePath(locale, `/desk/${group.slug}/members`)
  const ids = { groupId: group.id, personId: member.personId, name: member.name, list }
  return (
    <main id="main" className="page">
      <PageHead
        title={<bdi>{member.name}</bdi>}
        lead={<a href={list}>{t("back", { group: group.shortName })}</a>}
      />
      <div className="stack">
        {done === "added" || done === "admitted" ? (
          <Notice kind="ok" title={t(`done.${done}`)} announce />
        ) : null}
        <MemberFacts member={member} />
        <StretchTable stretches={member.stretches} />
        {member.mayChange && member.role ? (
          <>
            <RoleForm {...ids} role={member.role} />
            <EndForm {...ids} />
          </>
        ) : null}
      </div>
    </main>
  )
}
