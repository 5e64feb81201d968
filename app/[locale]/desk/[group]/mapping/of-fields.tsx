/** Of which mapping a form is, and of which of its rows. */
export type Of = { slug: string; mandate: string; number?: number }

/** The fields by which a form says where it leads back to. */
export function OfFields({ of }: { of: Of }) {
  return (
    <>
      <input type="hidden" name="slug" value={of.slug} />
      <input type="hidden" name="mandate" value={of.mandate} />
      {of.number === undefined ? null : <input type="hidden" name="number" value={of.number} />}
    </>
  )
}
