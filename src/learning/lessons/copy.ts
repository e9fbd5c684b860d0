export { copyLessons } from './store/lesson.ts'
