import { useTranslations } from "next-intl"
import type { CorrectionForDesk } from "@/lib/corrections/queries"
import { ProposalPanel } from "../../../proposal-panel"
import { dropWithdrawalAction, withdrawReportAction } from "./actions"
import { ReasonForm } from "./reason-form"

/** The withdrawal of a report: by one co-chair, or proposed by one and done by another. */
export function Withdrawal({ found }: { found: CorrectionForDesk }) {
  const t = useTranslations("corrections")
  const { meetingId, version, two, withdrawal } = found
  return (
    <>
      {two && withdrawal ? <Proposed found={found} withdrawal={withdrawal} /> : null}
      {two && withdrawal && !withdrawal.stale ? null : (
        <section className="panel pad stack" aria-labelledby="withdraw">
          <h2 id="withdraw">{t(two ? "propose.title" : "withdraw.title")}</h2>
          <p>{t("withdraw.text")}</p>
          {two ? <p className="hint">{t("propose.text")}</p> : null}
          <ReasonForm what={two ? "propose" : "withdraw"} given={{ meetingId, version }} />
        </section>
      )}
    </>
  )
}

function Proposed({
  found: { meetingId, version },
  withdrawal: { by, own, stale, reason },
}: {
  found: CorrectionForDesk
  withdrawal: NonNullable<CorrectionForDesk["withdrawal"]>
}) {
  const t = useTranslations("corrections")
  const p = useTranslations("corrections.proposal")
  const of = ["meetingId", meetingId] as const
  return (
    <ProposalPanel
      title={p(own ? "own" : "title", { by, version })}
      hint={p(stale ? "stale" : own ? "waits" : "exactly", { by })}
      notDone={t("withdraw.not")}
      {...{ own, stale }}
      does={{
        action: withdrawReportAction,
        fields: [of, ["version", String(version)], ["reason", reason]],
        ...{ label: t("withdraw.button"), working: t("withdraw.working"), kind: "danger" },
      }}
      drops={{ action: dropWithdrawalAction, fields: [of] }}
    >
      <blockquote className="reason">
        <p dir="auto">{reason}</p>
      </blockquote>
    </ProposalPanel>
  )
}
