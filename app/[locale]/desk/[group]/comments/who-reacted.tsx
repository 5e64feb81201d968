import { useTranslations } from "next-intl"
import { type CommentView, reactionKinds } from "@/lib/comments/model"

/** Who agrees with a comment, and who has a question: folded, however many they are. */
export function WhoReacted({ reactions }: Pick<CommentView, "reactions">) {
  const t = useTranslations("comments")
  const told = reactionKinds.filter((kind) => reactions[kind].count > 0)
  if (told.length === 0) return null
  return (
    <details className="quiet-details who-reacted">
      <summary>{t("reaction.who")}</summary>
      <dl>
        {told.map((kind) => (
          <div key={kind}>
            <dt>{t(`reaction.${kind}`)}</dt>
            <dd>
              <ul>
                {reactions[kind].names.map((name, place) => {
                  // Two people may bear one name; the order is that in which they reacted.
                  const key = `${place}`
                  return (
                    <li key={key}>
                      <bdi>{name}</bdi>
                    </li>
                  )
                })}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
