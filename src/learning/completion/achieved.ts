/** Where it is said what passing a class brought (a page of `reports`, since learning knows no levels). */
export const achievedPath = (classId: number) => `/belajar/${classId}/capaian`
