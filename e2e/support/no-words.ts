const bytes = (text: string) => new TextEncoder().encode(text)

/** Stands in for a dictionary where none is needed: every word is unknown, so none is called misspelt. */
const dictionary = { aff: bytes("SET UTF-8\n"), dic: bytes("0\n") }

export default dictionary
