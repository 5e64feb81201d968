import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { listMyGroups } from "@/lib/groups/queries"
import { listMeetingsOf } from "@/lib/people/meetings-of"
import { getPerson } from "@/lib/people/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { AccountPanel } from "./account-panel"
import { EditForm } from "./edit-form"
import { InviteForm } from "./invite-form"
import { MeetingTable } from "./meeting-table"
import { MembershipTable } from "./membership-table"

type Params = Promise<{ person: string }>

const load = async (params: Params) =>
  answer(getPerson(await currentActor(), (await params).person))

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await load(params)).name }
}

export default async function PersonPage({
  params,
  searchParams,
}: {
  params: Params
  searchParams: Promise<{ done?: string }>
}) {
  const [person, actor, { done }] = await Promise.all([load(params), currentActor(), searchParams])
  const meetings = await answer(listMeetingsOf(actor, person.id))
  const groups = await answer(listMyGroups(actor))
  const locale = await getLocale()
  const [t, names] = [await getTranslations("people"), await getTranslations("names")]
  const desk = localePath(locale, "/desk")
  const [register, { mergedInto }] = [`${desk}/people`, person]
  return (
    <main id="main" className="page">
      <PageHead
        title={<bdi>{person.name}</bdi>}
        lead={<a href={register}>{t("title")}</a>}
        actions={
          <>
            <ButtonLink href={`${register}/names?person=${person.id}`}>{names("link")}</ButtonLink>
            {mergedInto ? null : (
              <ButtonLink href={`${register}/${person.id}/merge`}>{t("merge.open")}</ButtonLink>
            )}
          </>
        }
      />
      <div className="stack">
        {done === "added" || done === "merged" ? (
          <Notice kind="ok" title={t(`done.${done}`)} announce />
        ) : null}
        {mergedInto ? (
          <Notice title={t("merged.title")}>
            <p>
              {t("merged.text")} <a href={`${register}/${mergedInto.id}`}>{mergedInto.name}</a>
            </p>
          </Notice>
        ) : (
          <div className="pair-of-panels">
            <EditForm person={person} />
            <div className="stack">
              <AccountPanel person={person} />
              <InviteForm person={person} groups={groups} locale={locale} />
            </div>
          </div>
        )}
        <MembershipTable memberships={person.memberships} desk={desk} />
        <MeetingTable meetings={meetings} desk={desk} />
      </div>
    </main>
  )
}
