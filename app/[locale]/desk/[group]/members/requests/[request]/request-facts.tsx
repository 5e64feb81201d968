import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { RequestForDecision } from "@/lib/members/request-queries"

/** What somebody who asks to join said of themselves, and whether they are known. */
export function RequestFacts({ request }: { request: RequestForDecision }) {
  const t = useTranslations("members")
  const people = useTranslations("people")
  const { stakeholderGroup, knownAs } = request
  return (
    <dl className="facts-list">
      <div>
        <dt>{t("column.name")}</dt>
        <dd>
          <bdi>{request.name}</bdi>
          {knownAs ? ` ${t("request.knownAs", { name: knownAs })}` : null}
        </dd>
      </div>
      <div>
        <dt>{t("column.email")}</dt>
        <dd>{request.email}</dd>
      </div>
      <div>
        <dt>{t("column.organisation")}</dt>
        <dd>{request.organisation || "–"}</dd>
      </div>
      <div>
        <dt>{people("stakeholderGroup")}</dt>
        <dd>{stakeholderGroup ? people(`stakeholders.${stakeholderGroup}`) : "–"}</dd>
      </div>
      <div>
        <dt>{t("request.purpose")}</dt>
        <dd>{request.purpose}</dd>
      </div>
      <div>
        <dt>{t("request.confirmed")}</dt>
        <dd>
          <DateTime at={request.confirmedAt} />
        </dd>
      </div>
    </dl>
  )
}
