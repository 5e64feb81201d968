import { randomUUID } from "node:crypto"
import { useLocale, useTranslations } from "next-intl"
import { leadsIn } from "@/app/[locale]/(public)/[group]/documents/[document]/leads-in"
import { CommentText } from "@/app/[locale]/desk/[group]/comments/comment-text"
import { OpenTextView } from "@/app/[locale]/desk/[group]/consultations/open-text-view"
import { OwnComments } from "@/app/[locale]/desk/[group]/consultations/own-comments"
import { ConsultationStatusTag } from "@/app/[locale]/desk/[group]/consultations/status-tag"
import { DateTime } from "@/app/ui/date-time"
import { DaysLeft } from "@/app/ui/days-left"
import { Notice } from "@/app/ui/notice"
import type { ConsultationForGuest } from "@/lib/consultations/guest-queries"
import { guestDraftDays } from "@/lib/consultations/model"
import { isTaking } from "@/lib/consultations/status"
import { now } from "@/lib/platform/clock"
import { localePath } from "@/lib/platform/locales"
import {
  commentAsGuestAction,
  discardDraftAsGuestAction,
  editAsGuestAction,
  fileKeptAsGuestAction,
  withdrawAsGuestAction,
  withholdNameAsGuestAction,
} from "./actions"
import { ConfirmForm } from "./confirm-form"
import { SilenceForm } from "./silence-form"

/** What a guest sees by their link: what is asked, who they are, the texts with their forms, their own words. */
export function GuestPage({ found, token }: { found: ConsultationForGuest; token: string }) {
  const t = useTranslations("consultations.guestPage")
  const locale = useLocale()
  const { guest, status, texts, own, kept, drafts, unsent } = found
  const taken = isTaking(status)
  const here = localePath(
    locale,
    `/${found.group.slug}/consultations/${found.slug}/take-part/drafts`,
  )
  return (
    <div className="stack guest-page">
      <div>
        <p className="small muted">
          {t("lead", { asker: found.askedBy, group: found.group.name })}
        </p>
        <h1>{t("title", { title: found.title })}</h1>
        <p>
          <ConsultationStatusTag status={status} /> <DateTime at={found.closesAt} />
          {status === "open" ? (
            <>
              {" · "}
              <strong>
                <DaysLeft until={found.closesAt} at={now()} />
              </strong>
            </>
          ) : null}
        </p>
      </div>
      <div className="panel pad light" dir="auto">
        <CommentText parts={found.question} />
      </div>
      <Now found={found} />
      {guest.confirmed ? (
        <div>
          <p>{guest.name ? t("known", { name: guest.name }) : t("nameless")}</p>
          <details className="quiet-details">
            <summary>{t("change")}</summary>
            <ConfirmForm token={token} guest={guest} />
          </details>
        </div>
      ) : (
        <section className="panel pad" aria-labelledby="who">
          <h2 id="who">{t("confirmTitle")}</h2>
          <ConfirmForm token={token} guest={guest} />
        </section>
      )}
      {texts.map((text) => (
        <OpenTextView
          key={text.id}
          text={{ ...text, leads: leadsIn(text.leads, locale) }}
          form={
            guest.confirmed
              ? {
                  action: commentAsGuestAction,
                  hidden: { token },
                  submission: randomUUID(),
                  taken,
                  drafts: here,
                  draft: drafts[text.id],
                }
              : null
          }
        />
      ))}
      {guest.confirmed ? (
        <OwnComments
          {...{ own, kept, unsent, texts }}
          discard={{ action: discardDraftAsGuestAction, hidden: { token } }}
          send={taken ? { action: fileKeptAsGuestAction, hidden: { token } } : null}
          keptDays={guestDraftDays}
          acts={{
            edit: editAsGuestAction,
            withdraw: withdrawAsGuestAction,
            name: withholdNameAsGuestAction,
            hidden: { token },
            taken,
            drafts: here,
            typed: drafts,
          }}
        />
      ) : null}
      <SilenceForm token={token} silenced={guest.silenced} />
    </div>
  )
}

/** What can be done at this moment, where it is not simply commenting. */
function Now({ found }: { found: ConsultationForGuest }) {
  const t = useTranslations("consultations.guestPage")
  switch (found.status) {
    case "planned":
      return <Notice>{t("planned")}</Notice>
    case "late":
      return (
        <Notice kind="warn">
          {t("lateOpen")} {found.lateUntil ? <DateTime at={found.lateUntil} /> : null}
        </Notice>
      )
    case "closed":
      return <Notice kind="warn">{t("over")}</Notice>
    case "cancelled":
      return <Notice kind="bad">{t("cancelled", { reason: found.cancelReason ?? "" })}</Notice>
    case "open":
      return null
  }
}
