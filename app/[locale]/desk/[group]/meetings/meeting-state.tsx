import { useTranslations } from "next-intl"
import { Tag, type TagKind } from "@/app/ui/tag"
import type { MeetingState } from "@/lib/meetings/status"

const kinds: Record<MeetingState, TagKind> = {
  planned: "now",
  draft: "warn",
  published: "ok",
  cancelled: "plain",
}

/** The state of a meeting, as a tag. */
export function MeetingStateTag({
  meeting: { state, version },
}: {
  meeting: { state: MeetingState; version: number | null }
}) {
  const t = useTranslations("meetings")
  return (
    <Tag kind={kinds[state]} {...(state === "published" && { icon: "ok" })}>
      {t(`state.${state}`, { version: version ?? 0 })}
    </Tag>
  )
}
