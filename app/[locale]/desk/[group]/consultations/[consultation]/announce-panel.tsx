import { useTranslations } from "next-intl"
import type { ConsultationForDesk } from "@/lib/consultations/queries"
import { announceConsultationAction } from "../../list-actions"
import { ListForm } from "../../list-form"

/** Announces it on the mailing list of the group, and says before what the mail will say to whoever reads there. */
export function AnnouncePanel({ found }: { found: ConsultationForDesk }) {
  const t = useTranslations("notices.list")
  const { status, audience, group } = found
  if (status !== "open" || group.mailingList === null) return null
  return (
    <ListForm
      action={announceConsultationAction}
      name="consultationId"
      id={found.id}
      hint={t(audience === "members" ? "insideHint" : "outsideHint")}
    />
  )
}
