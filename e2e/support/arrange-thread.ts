import type postgres from "postgres"

/** A thread on the draft of meeting 59, and a comment in it of each of some people, by their addresses. */
export type ArrangedThread = { thread: string; comments: Record<string, string> }

/** A thread in which members, a note-taker, a co-chair and the secretariat of the sample asked the same. */
export async function arrangeThread(sql: postgres.Sql): Promise<ArrangedThread> {
  const [thread] = await sql<{ id: string }[]>`
    insert into threads (group_id, meeting_id, about)
    select group_id, id, 'text' from meetings where number = 59 returning id`
  if (!thread) throw new Error("The thread was not written")
  const comments = await sql<{ id: string; email: string }[]>`
    with said as (
      insert into comments (thread_id, author_id, text, submission)
      select ${thread.id}, person_id, 'Is this all?', gen_random_uuid() from accounts
      where email in ('pavel@example.org', 'wanjiru@example.org', 'ines@example.org', 'sofia@example.org')
      returning id, author_id)
    select said.id, email from said join accounts on person_id = author_id`
  return {
    thread: thread.id,
    comments: Object.fromEntries(comments.map(({ id, email }) => [email, id])),
  }
}
