import { useTranslations } from "next-intl"
import { Tag, type TagKind } from "@/app/ui/tag"
import type { Disposition } from "@/lib/comments/model"

const kinds: Record<Disposition, TagKind> = {
  accepted: "ok",
  "partly-accepted": "warn",
  "not-accepted": "plain",
  noted: "plain",
}

/** What became of a thread, in words and with its mark. */
export function DispositionTag({ disposition }: { disposition: Disposition }) {
  const t = useTranslations("comments.disposition")
  const icon = disposition === "accepted" ? "ok" : disposition === "noted" ? "note" : undefined
  return (
    <Tag kind={kinds[disposition]} {...(icon && { icon })}>
      {t(disposition)}
    </Tag>
  )
}
