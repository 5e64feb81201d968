import { useTranslations } from "next-intl"
import { Tag, type TagKind } from "@/app/ui/tag"
import type { ConsultationStatus } from "@/lib/consultations/status"

const looks: Record<ConsultationStatus, TagKind> = {
  planned: "plain",
  open: "now",
  late: "warn",
  closed: "ok",
  cancelled: "bad",
}

/** What a consultation is at this moment, in a word. */
export function ConsultationStatusTag({ status }: { status: ConsultationStatus }) {
  const t = useTranslations("consultations.status")
  return <Tag kind={looks[status]}>{t(status)}</Tag>
}
