import { useTranslations } from "next-intl"
import type { ShownFinding } from "@/lib/minutes/check/model"
import { isLocale } from "@/lib/platform/locales"
import type { BeforePublishing } from "@/lib/reviews/before-publishing"
import { ProposalPanel } from "../../../proposal-panel"
import { dropProposalAction, publishMinutesAction } from "./actions"

/** The open proposal of a meeting, with the reasons of its form beside the errors that they are for. */
export function Proposal({
  proposal: { by, own, input },
  stale,
  version,
  errors,
}: {
  proposal: NonNullable<BeforePublishing["proposal"]>
  stale: boolean
  version: number
  errors: readonly ShownFinding[]
}) {
  const t = useTranslations("reviews.proposal")
  const p = useTranslations("publish")
  const { overrides, ...said } = input
  // What the proposal publishes, as its form sent it.
  const fields = [
    ...Object.entries(said),
    ...overrides.flatMap(({ key, reason }, place) => [
      [`overrides.${place}.key`, key] as const,
      [`overrides.${place}.reason`, reason] as const,
    ]),
  ].map(([name, value]) => [name, String(value)] as const)
  const sentenceOf = (key: string) => errors.find((finding) => finding.key === key)?.sentence ?? key
  return (
    <ProposalPanel
      title={t(own ? "own" : "title", { by, version })}
      hint={t(stale ? "stale" : own ? "waits" : "exactly", { by })}
      notDone={p("notPublished")}
      {...{ own, stale }}
      does={{
        ...{ action: publishMinutesAction, fields },
        ...{ label: p("publish", { version }), working: p("publishing") },
      }}
      drops={{ action: dropProposalAction, fields: [["meetingId", input.meetingId]] }}
    >
      {input.language && isLocale(input.language) ? (
        <p>{p("publishedIn", { language: p(`languages.${input.language}`) })}</p>
      ) : null}
      {overrides.map(({ key, reason }) => (
        <p key={key} dir="auto">
          {t("reason", { message: sentenceOf(key), reason })}
        </p>
      ))}
    </ProposalPanel>
  )
}
