import { Notice } from "@/app/ui/notice"
import type { ImportDraft } from "@/lib/imports/draft"
import type { FileForDesk } from "@/lib/imports/queries"
import type { StoredReading } from "@/lib/imports/stored"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { openIn } from "./open-in"
import { Source } from "./source"
import { TakeUpForm } from "./take-up-form"

/** A file that was saved or put aside: what was read stays marked in its text, and nothing leads to a field. */
export async function Settled({
  file: { id, name, revision, source, state, meetingId },
  group,
  draft,
  reading,
}: {
  file: FileForDesk
  group: string
  draft: ImportDraft
  reading: StoredReading
}) {
  const [t, locale] = await Promise.all([getTranslations("imports.file"), getLocale()])
  return (
    <div className="page slim">
      <Notice title={t(`is.${state === "saved" ? "saved" : "discarded"}`)}>
        {meetingId ? (
          <a href={localePath(locale, `/desk/${group}/meetings/${meetingId}`)}>{t("toMeeting")}</a>
        ) : null}
      </Notice>
      {state === "discarded" ? <TakeUpForm fileId={id} revision={revision} /> : null}
      <Source
        name={name}
        text={source}
        values={reading.values.map((value) => ({ ...value, target: "" }))}
        findings={openIn(draft, reading, false)}
      />
    </div>
  )
}
