import type { ListPreview } from "@/lib/members/list/preview"

/** The list as it is shown again, with what was answered to its doubtful lines. */
export function withAnswers(preview: ListPreview, form: FormData): ListPreview {
  const lines = preview.lines.map((line) => {
    const answer = form.get(`choices.l${line.line}`)
    const known = line.choices.some(({ value }) => value === answer)
    return known ? { ...line, chosen: String(answer) } : line
  })
  return { ...preview, lines }
}
