import { expect, test } from "vitest"
import { translatorFor } from "@/lib/platform/i18n"
import { routing } from "@/lib/platform/locales"
import { reactions } from "@/lib/reactions/react"

test.each(routing.locales)("every event has a sentence of its own (%s)", (locale) => {
  const t = translatorFor(locale)
  const without = Object.keys(reactions).filter(
    (name) => !t.has(`activity.event.${name.replace(".", "_")}` as never),
  )
  expect(without).toEqual([])
})
