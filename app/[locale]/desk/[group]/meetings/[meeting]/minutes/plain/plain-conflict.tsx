import { useTranslations } from "next-intl"
import { DateTime } from "@/app/ui/date-time"
import { SubmitButton } from "@/app/ui/submit-button"
import type { StaleSave } from "@/lib/minutes/model"
import { differing } from "../differing"
import type { ItemHead } from "../sections"
import { TextView } from "../text-view"

/** What somebody else saved meanwhile, above one's own fields, and the three answers. */
export function PlainConflict({
  stale: { mine, stored },
  agenda,
}: {
  stale: StaleSave
  agenda: readonly ItemHead[]
}) {
  const t = useTranslations("minutes.conflict")
  const author = stored.author ?? t("portal")
  const only = differing(mine, stored.text)
  return (
    <section className="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{t("title")}</h2>
      <p>{t("why", { author, count: only.size })}</p>
      <input type="hidden" name="over" value={stored.mark} />
      <ul className="conflict-what">
        <li>{t("bothWhat")}</li>
        <li>{t("mineWhat")}</li>
        <li>{t("theirsWhat")}</li>
      </ul>
      <div className="btns">
        {(["both", "mine", "theirs"] as const).map((answer) => (
          <SubmitButton
            key={answer}
            name="answer"
            value={answer}
            kind={answer === "both" ? "primary" : "plain"}
            working={t(answer)}
          >
            {t(answer)}
          </SubmitButton>
        ))}
      </div>
      <h3>{t("stored", { author })}</h3>
      <p className="small muted">
        <DateTime at={new Date(stored.savedAt)} />
      </p>
      <div className="sheet">
        <div className="doc">
          <TextView
            text={stored.text}
            agenda={agenda}
            number={null}
            only={only}
            prefix="theirs"
            level={3}
          />
        </div>
      </div>
      <h3>{t("yours")}</h3>
    </section>
  )
}
