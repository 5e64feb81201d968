import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import type { PendingRequest } from "@/lib/members/request-queries"

/** Who asks to join and waits for an answer; each leads to the page on which it is given. */
export function PendingList({ requests, list }: { requests: PendingRequest[]; list: string }) {
  const t = useTranslations("members")
  return (
    <section className="panel" aria-labelledby="pending">
      <h2 id="pending">{t("pending.title", { count: requests.length })}</h2>
      <ul className="waiting">
        {requests.map((request) => (
          <li key={request.id}>
            <a href={`${list}/requests/${request.id}`}>
              <bdi>{request.name}</bdi>
            </a>
            {request.organisation ? `, ${request.organisation}` : null}
            <p className="muted">
              <DateTime at={request.confirmedAt} form="day" /> · {request.purpose}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
