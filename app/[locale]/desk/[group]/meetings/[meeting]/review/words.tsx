/** Words of somebody, and whose or which they are. */
export function Words({ words, label }: { words: string; label: string | null }) {
  return (
    <blockquote className="quoted-words" dir="auto">
      {label ? <p className="small muted">{label}</p> : null}
      {words}
    </blockquote>
  )
}
