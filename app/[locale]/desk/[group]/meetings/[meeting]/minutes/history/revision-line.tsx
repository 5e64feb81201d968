import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { Revision } from "@/lib/minutes/find-revisions"
import { Authors } from "./authors"

/** A revision in one line: its number, name, authors and time. */
export function RevisionLine({ revision, href }: { revision: Revision; href: string }) {
  const t = useTranslations("minutes.history")
  return (
    <li>
      <a href={href}>{t("number", { number: String(revision.number) })}</a>
      {revision.name === null ? null : (
        <>
          {" "}
          <bdi className="revision-name">{revision.name}</bdi>
        </>
      )}
      <span className="small muted">
        {" "}
        <Authors authors={revision.authors} />, <DateTime at={revision.savedAt} />
      </span>
    </li>
  )
}
