import { useTranslations } from "next-intl"
import { Tag, type TagKind } from "@/app/ui/tag"
import type { DocumentStatus } from "@/lib/documents/status"

const looks: Record<DocumentStatus, TagKind> = {
  draft: "plain",
  open: "now",
  agreed: "ok",
  sent: "ok",
  superseded: "warn",
  archived: "plain",
}

/** The status of a document in a word or three. */
export function StatusTag({ status }: { status: DocumentStatus }) {
  const t = useTranslations("documents.status")
  return <Tag kind={looks[status]}>{t(status)}</Tag>
}
