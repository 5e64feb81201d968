import { Tag } from "@/app/ui/tag"
import { listRowChoices, listRowsOfMeeting } from "@/lib/mapping/discussions/discussion-queries"
import type { Actor } from "@/lib/platform/actor"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { RowForm } from "./discuss-fields"
import { UndiscussForm } from "./undiscuss-form"
import "./discussed.css"

/** How much of what a row suggests its line shows, in characters. */
const shown = 140

/** The rows of which a meeting spoke, and the form that adds one; nothing in a group without a mapping. */
export async function RowsOfMeeting({
  actor,
  meeting: { id: meetingId, group, cancelledAt },
}: {
  actor: Actor
  meeting: { id: string; group: { id: string; slug: string }; cancelledAt: Date | null }
}) {
  const [t, tRow, locale, found, { tables, items, mayEdit }] = await Promise.all([
    getTranslations("mapping.talk.discussed"),
    getTranslations("mapping.talk"),
    getLocale(),
    answer(listRowsOfMeeting(actor, group.id, meetingId)),
    answer(listRowChoices(actor, group.id, meetingId)),
  ])
  if (tables.length === 0) return null
  const desk = localePath(locale, `/desk/${group.slug}/mapping`)
  return (
    <section className="panel" id="rows-discussed" aria-labelledby="rows-discussed-title">
      <h2 id="rows-discussed-title">{t("rowsTitle")}</h2>
      {found.length === 0 ? <p className="muted">{t("rowsNone")}</p> : null}
      <ul className="plain-list discussed">
        {found.map(({ id, row, mandate, item }) => {
          const name = tRow("rowOf", { number: row.number, title: mandate.title })
          const { suggests } = row
          return (
            <li key={id}>
              <span>
                <a href={`${desk}/${mandate.slug}/rows/${row.number}`}>{name}</a>{" "}
                {row.retired ? <Tag>{t("retired")}</Tag> : null}
                <small className="muted" dir="auto">
                  {" "}
                  {suggests.length > shown ? `${suggests.slice(0, shown)}…` : suggests}
                  {item ? ` (${item})` : ""}
                </small>
              </span>
              {mayEdit ? <UndiscussForm discussionId={id} what={name} /> : null}
            </li>
          )
        })}
      </ul>
      {mayEdit && !cancelledAt ? (
        <RowForm
          meetingId={meetingId}
          tables={tables.map(({ id, title }) => ({ value: id, label: title }))}
          items={items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </section>
  )
}
