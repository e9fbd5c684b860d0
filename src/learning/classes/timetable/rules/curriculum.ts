/** One subject of the curriculum beside the hours that the timetable gives it. `left` below 0: more than the curriculum asks. */
export type SubjectPlan = { sort: number; title: string; asked: number; planned: number; left: number }

/** The JP of each subject against the sessions of a timetable; hours outside the curriculum count for none. */
export function planOf(
  subjects: readonly { sort: number; title: string; jp: number }[],
  sessions: readonly { subjectSort: number | null; jp: number }[],
): SubjectPlan[] {
  return subjects.map(({ sort, title, jp }) => {
    const planned = sessions.filter(one => one.subjectSort === sort).reduce((sum, one) => sum + one.jp, 0)
    return { sort, title, asked: jp, planned, left: jp - planned }
  })
}
