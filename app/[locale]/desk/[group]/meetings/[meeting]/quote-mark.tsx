import { useTranslations } from "next-intl"
import { Tag, type TagKind } from "@/app/ui/tag"
import type { QuoteMark } from "@/lib/reviews/model"

const looks: Record<QuoteMark, TagKind> = {
  "not-asked": "plain",
  waiting: "plain",
  confirmed: "ok",
  "other-words": "warn",
  taken: "ok",
  declined: "plain",
  unnamed: "now",
  changed: "warn",
}

/** What somebody who is quoted said of their words, in one or two words. */
export function QuoteMarkTag({ mark }: { mark: QuoteMark }) {
  const t = useTranslations("reviews")
  const kind = looks[mark]
  return (
    <Tag kind={kind} {...(kind === "ok" || kind === "warn" ? { icon: kind } : {})}>
      {t(`mark.${mark}`)}
    </Tag>
  )
}
