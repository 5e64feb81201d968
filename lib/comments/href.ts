/** Where a comment stands on the desk: on the page of its thread, turned to where it is. */
export const commentHref = (slug: string, threadId: string, commentId: string): string =>
  `/desk/${slug}/comments/${threadId}?at=${commentId}#c-${commentId}`
