/** The head that runs over every printed page. Its style is let through by its hash. */
export function RunningHead({ text }: { text: string }) {
  return <style>{`@page{@top-right{content:"${escaped(text)}"}}`}</style>
}

/** A string of CSS in which nothing but letters, figures and spaces stands for itself. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)
}
