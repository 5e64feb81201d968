import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import type { CorrectionForDesk } from "@/lib/corrections/queries"
import { ReasonForm } from "./reason-form"
import { WithdrawalPanel } from "./withdrawal-panel"

/** The withdrawal of a report: by one co-chair, or proposed by one and done by another. */
export function Withdrawal({
  found,
  done,
}: {
  found: CorrectionForDesk
  done: string | undefined
}) {
  const t = useTranslations("corrections")
  const r = useTranslations("reviews.proposal")
  const { meetingId, version, two, withdrawal } = found
  const just = (["proposed", "dropped"] as const).find((each) => each === done)
  const given = { meetingId, version }
  return (
    <>
      {just ? <Notice kind="ok" title={r(`done.${just}`)} announce /> : null}
      {two && withdrawal ? <WithdrawalPanel {...given} {...withdrawal} /> : null}
      {two && withdrawal && !withdrawal.stale ? null : (
        <section className="panel pad stack" aria-labelledby="withdraw">
          <h2 id="withdraw">{t(two ? "propose.title" : "withdraw.title")}</h2>
          <p>{t("withdraw.text")}</p>
          {two ? <p className="hint">{t("propose.text")}</p> : null}
          <ReasonForm what={two ? "propose" : "withdraw"} given={given} />
        </section>
      )}
    </>
  )
}
