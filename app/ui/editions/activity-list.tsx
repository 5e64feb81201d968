import { useTranslations } from "next-intl"
import { yearsText } from "@/lib/mapping/cells/cell-text"
import type { Activity } from "@/lib/mapping/model"

/** What the IGF does: title (its link), and under it what kind it is, when, and whose. */
export function ActivityList({ activities }: { activities: readonly Activity[] }) {
  return (
    <ul className="activity-list">
      {activities.map((activity) => (
        <li key={activity.id}>
          <ActivityTitle activity={activity} /> <ActivityFacts activity={activity} />
        </li>
      ))}
    </ul>
  )
}

export function ActivityTitle({ activity: { title, link } }: { activity: Activity }) {
  // Links of a cell are checked when it is saved; what is published asks once more.
  return /^https?:\/\//i.test(link) ? (
    <a href={link} rel="noopener nofollow ugc" dir="auto">
      {title}
    </a>
  ) : (
    <bdi>{title}</bdi>
  )
}

export function ActivityFacts({ activity: { kind, years, body } }: { activity: Activity }) {
  const t = useTranslations("mapping.kind")
  return (
    <span className="activity-facts">
      {[t(kind), yearsText(years)].filter(Boolean).join(", ")}
      {body ? (
        <>
          {" · "}
          <bdi>{body}</bdi>
        </>
      ) : null}
    </span>
  )
}
