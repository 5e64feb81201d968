import { z } from "zod"
import {
  announceTos,
  attendanceKinds,
  coverages,
  limits,
  meetingAnswerKinds,
  officeKinds,
  participantLists,
} from "./model"
import { type Move, moves } from "./moves"
import { isZone } from "./zones"

const words = (most: number) => z.string().trim().max(most, "field.tooLong").default("")
const revision = z.coerce.number().int().positive()
const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on")

/** A field that may be left empty, or out; what stands in it has to fit. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (given) => (typeof given === "string" ? given.trim() : given) || null,
    schema.nullable(),
  )

const whole = (most: number, key: string) =>
  orNothing(
    z
      .string()
      .regex(/^\d{1,6}$/, key)
      .transform(Number)
      .refine((value) => value >= 1 && value <= most, key),
  )

const day = orNothing(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "meeting.day"))
const time = orNothing(z.string().regex(/^\d{2}:\d{2}(:\d{2})?$/, "meeting.time"))

const joinLink = orNothing(
  z
    .string()
    .max(limits.link, "field.tooLong")
    .refine((text) => URL.canParse(text) && new URL(text).protocol === "https:", "meeting.link"),
)

const namedOffice = z.object({
  personId: orNothing(z.uuid()),
  name: words(limits.title),
  kind: z.enum(officeKinds),
  capacity: words(limits.capacity),
})

const facts = {
  number: whole(limits.number, "meeting.number"),
  title: words(limits.title),
  day,
  time,
  zone: z.string().refine(isZone, "meeting.zone"),
  minutes: whole(limits.length, "meeting.length"),
  place: words(limits.place),
  joinLink,
  participantList: z.enum(participantLists),
  noteTakerId: orNothing(z.uuid()),
  /** Rows without a name are left out. */
  offices: z
    .array(namedOffice)
    .max(limits.offices, "field.tooBig")
    .default([])
    .transform((rows) => rows.filter(({ name }) => name !== "")),
  /** Whether people in office who are not in the register are added to it. */
  addPeople: ticked,
}

export const scheduleMeetingInput = z.object({ groupId: z.uuid(), ...facts })

export const editMeetingInput = z.object({
  meetingId: z.uuid(),
  revision,
  ...facts,
  /** What the report says of the next meeting, in its words. */
  nextMeetingText: words(limits.nextMeeting),
})

export const cancelMeetingInput = z.object({
  meetingId: z.uuid(),
  revision,
  reason: z.string().trim().min(1, "meeting.reason").max(limits.reason, "field.tooLong"),
  /** Whether another meeting may take the number. */
  freeNumber: ticked,
})

const agendaRow = z.object({
  id: orNothing(z.uuid()),
  depth: z.coerce.number().int().min(0).max(9),
  title: words(limits.agendaTitle),
  presenter: words(limits.presenter),
  minutes: whole(limits.itemLength, "meeting.itemLength"),
  coverage: orNothing(z.enum(coverages)),
})

export const editAgendaInput = z.object({
  meetingId: z.uuid(),
  revision,
  items: z.array(agendaRow).max(limits.agendaItems, "meeting.agendaLong").default([]),
})

/** The rows of a form in which a button was pressed instead of saving: `3:up`, `3:remove`, `3:add`. */
export const arrangeAgendaInput = editAgendaInput.extend({
  move: z
    .string()
    .regex(/^\d{1,3}:(up|down|in|out|remove|add)$/)
    .transform((pressed) => {
      const [at = "", act = ""] = pressed.split(":")
      return { at: Number(at), act: act as Move | "remove" | "add" }
    }),
})

const seat = z.object({
  personId: z.uuid(),
  /** Empty for who is not marked. */
  kind: orNothing(z.enum(attendanceKinds)),
  capacity: words(limits.capacity),
})

const newcomer = z.object({
  name: words(limits.title),
  organisation: words(limits.capacity),
  capacity: words(limits.capacity),
  kind: z.enum(attendanceKinds).default("present"),
  /** Said when somebody of that name is in the register already. */
  another: ticked,
})

export const recordAttendanceInput = z.object({
  meetingId: z.uuid(),
  revision,
  seats: z.array(seat).max(limits.attendees, "field.tooBig").default([]),
  /** Somebody who is not in the register yet; nobody when the name is empty. */
  newcomer: newcomer.optional(),
})

/** The form of the attendance in which people are looked for instead of saving. */
export const findForRollInput = recordAttendanceInput.extend({ find: words(limits.title) })

const ofMeeting = { meetingId: z.uuid() }
const ofItem = { ...ofMeeting, itemId: z.uuid() }
const itemTitle = z
  .string()
  .trim()
  .min(1, "meeting.agendaTitle")
  .max(limits.agendaTitle, "field.tooLong")

/** `after` is the item that it follows, on the same level; before the closing item without one. */
export const addItemInput = z.object({
  ...ofMeeting,
  after: orNothing(z.uuid()),
  title: itemTitle,
})

export const renameItemInput = z.object({ ...ofItem, title: itemTitle })

export const moveItemInput = z.object({ ...ofItem, move: z.enum(moves) })

export const oneItemInput = z.object(ofItem)

export const markItemInput = z.object({ ...ofItem, coverage: orNothing(z.enum(coverages)) })

/** Without an item the call goes on: to the next one, or to where it stopped. */
export const goToItemInput = z.object({ ...ofMeeting, itemId: orNothing(z.uuid()) })

export const stopClockInput = z.object(ofMeeting)

export const markSeatInput = z.object({
  ...ofMeeting,
  personId: z.uuid(),
  kind: orNothing(z.enum(attendanceKinds)),
})

export const seatByNameInput = z.object({
  ...ofMeeting,
  name: z.string().trim().min(1, "field.required").max(limits.title, "field.tooLong"),
})

export const answerMeetingInput = z.object({ ...ofMeeting, answer: z.enum(meetingAnswerKinds) })

export const answerByLinkInput = z.object({
  token: z.string().min(1).max(2000),
  answer: z.enum(meetingAnswerKinds),
})

/** `revision` of the facts that the form showed: they are what is announced. */
export const announceMeetingInput = z.object({
  ...ofMeeting,
  revision: z.coerce.number().int().positive(),
  to: z.enum(announceTos),
})

export type MeetingFacts = Omit<z.output<typeof scheduleMeetingInput>, "groupId">
