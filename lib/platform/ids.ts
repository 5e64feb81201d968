const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a part of an address can be a record's id at all; the database would fail on others. */
export const isId = (text: string): boolean => form.test(text)
