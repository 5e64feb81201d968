import { ActivityFacts, ActivityTitle } from "@/app/ui/editions/activity-list"
import { listAnnexOfRow } from "@/lib/editions/annex-of-row"
import { listRowBacklinks } from "@/lib/links/backlink-queries"
import type { Actor } from "@/lib/platform/actor"
import { getTranslations } from "@/lib/platform/i18n"
import { answer } from "@/lib/platform/request"
import { Backlinks } from "../../documents/backlinks"
import { ReturnForm } from "../[mandate]/editions/return-form"
import { MeetingsOfRow } from "./meetings-of-row"
import "./discussed.css"

/** What belongs to a row and stands elsewhere: the meetings and texts that speak of it, its past activities. */
export async function AroundRow({
  page,
  ...given
}: Parameters<typeof MeetingsOfRow>[0] & {
  row: { retired: unknown }
  page: number
}) {
  const { actor, mapping, row } = given
  const [t, backlinks] = await Promise.all([
    getTranslations("mapping.talk"),
    answer(listRowBacklinks(actor, mapping.group.id, row.id, page)),
  ])
  return (
    <>
      <MeetingsOfRow {...given} />
      <Backlinks backlinks={backlinks} group={mapping.group.slug} title={t("spokenOf")} />
      <AnnexOfRow
        {...{ actor, groupId: mapping.group.id, rowId: row.id }}
        mayReturn={mapping.may.edit && row.retired === null}
      />
    </>
  )
}

async function AnnexOfRow(given: {
  actor: Actor
  groupId: string
  rowId: string
  mayReturn: boolean
}) {
  const [t, annexed] = await Promise.all([
    getTranslations("mapping.talk"),
    answer(listAnnexOfRow(given.actor, given.groupId, given.rowId)),
  ])
  if (annexed.length === 0) return null
  return (
    <section className="panel" id="annex" aria-labelledby="annex-title">
      <h2 id="annex-title">{t("annex")}</h2>
      <p className="small muted">{t("annexWhy")}</p>
      <ul className="plain-list discussed">
        {annexed.map(({ id, activity, edition }) => (
          <li key={id}>
            <span>
              <ActivityTitle activity={activity} /> <ActivityFacts activity={activity} />{" "}
              <small className="muted">{t("annexSince", { edition })}</small>
            </span>
            {given.mayReturn ? <ReturnForm annexId={id} title={activity.title} from="row" /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
