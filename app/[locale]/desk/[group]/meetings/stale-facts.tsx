"use client"

import { useTranslations } from "next-intl"
import type { FactFields } from "@/lib/meetings/form-fields"
import type { Stale } from "@/lib/meetings/stale"
import { StaleHead } from "./stale-head"

type Members = readonly { personId: string; name: string }[]

/** The fields in which what was saved meanwhile differs from what is in the form. */
export function StaleFacts({
  stale,
  mine,
  members,
}: {
  stale: Stale<FactFields>
  mine: FactFields
  members: Members
}) {
  const t = useTranslations("meetings")
  const said = (values: FactFields) => ({
    number: values.number,
    title: values.title,
    day: values.day,
    time: values.time,
    zone: values.zone,
    minutes: values.minutes,
    place: values.place,
    joinLink: values.joinLink,
    noteTaker: members.find(({ personId }) => personId === values.noteTakerId)?.name ?? "",
    nextMeetingText: values.nextMeetingText,
    list: t(`form.${values.participantList}`),
    offices: values.offices
      .map(({ name, kind, capacity }) =>
        [`${t(`office.${kind}`)}: ${name}`, capacity].filter(Boolean).join(", "),
      )
      .join("\n"),
  })
  const theirs = said(stale.current)
  const own = said(mine)
  const names = Object.keys(theirs) as (keyof typeof theirs)[]
  const differing = names.filter((name) => theirs[name] !== own[name])
  return (
    <StaleHead stale={stale}>
      <dl className="facts-list">
        {differing.map((name) => (
          <div key={name}>
            <dt>{t(`form.${name}`)}</dt>
            <dd>{theirs[name] || t("facts.nothing")}</dd>
          </div>
        ))}
      </dl>
    </StaleHead>
  )
}
