"use client"

import { useTranslations } from "next-intl"
import type { Choice } from "@/app/ui/select-field"
import { SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"
import { DiscussForm } from "./discuss-form"

/** On the page of a row: notes a meeting that spoke of it. */
export function MeetingForm({
  mappingId,
  row,
  meetings,
}: {
  mappingId: string
  row: number
  meetings: readonly Choice[]
}) {
  const t = useTranslations("mapping.talk.discussed")
  return (
    <DiscussForm
      hidden={{ mappingId, row: String(row) }}
      fields={({ entered, errors }) => (
        <SelectField
          id="discussed-meetingId"
          name="meetingId"
          label={t("meeting")}
          choices={[{ value: "", label: t("choose") }, ...meetings]}
          defaultValue={entered.meetingId ?? ""}
          error={errors.meetingId}
        />
      )}
    />
  )
}

/** On the page of a meeting: notes a row of which it spoke, and under which item of the agenda. */
export function RowForm({
  meetingId,
  tables,
  items,
}: {
  meetingId: string
  tables: readonly Choice[]
  items: readonly Choice[]
}) {
  const t = useTranslations("mapping.talk.discussed")
  const [only, ...others] = tables
  return (
    <DiscussForm
      hidden={{ meetingId, ...(others.length === 0 && { mappingId: only?.value ?? "" }) }}
      fields={({ entered, errors }) => (
        <>
          {others.length === 0 ? null : (
            <SelectField
              id="discussed-mappingId"
              name="mappingId"
              label={t("mapping")}
              choices={tables}
              defaultValue={entered.mappingId ?? only?.value}
              error={errors.mappingId}
            />
          )}
          <TextField
            id="discussed-row"
            name="row"
            label={t("row")}
            hint={t("rowHint")}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={entered.row ?? ""}
            error={errors.row}
          />
          {items.length === 0 ? null : (
            <SelectField
              id="discussed-agendaItemId"
              name="agendaItemId"
              label={t("item")}
              choices={[{ value: "", label: t("wholeMeeting") }, ...items]}
              defaultValue={entered.agendaItemId ?? ""}
              error={errors.agendaItemId}
              optional
            />
          )}
        </>
      )}
    />
  )
}
