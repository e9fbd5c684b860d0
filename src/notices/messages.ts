import type { Catalogue } from '../platform/i18n/index.ts'

const id = {
  title: 'Pesan',
  all: 'Semua',
  unread: 'Belum dibaca',
  new: 'Baru',
  duty: 'Wajib',
  expired: 'Sudah lewat',
  topic: 'Topik',
  allTopics: 'Semua topik',
  filter: 'Saring',
  settings: 'Atur pesan',
  readAll: 'Tandai semua dibaca',
  readTopic: 'Tandai topik ini dibaca',
  markRead: 'Tandai dibaca',
  allRead: (n: string) => `${n} pesan ditandai sudah dibaca.`,
  nothingNew: 'Tidak ada yang baru. Semua pesan sudah Anda baca.',
  newOnes: (n: string) => `${n} pesan belum Anda baca.`,
  none: 'Belum ada pesan',
  noneWhat:
    'Di sini Anda diberi tahu bila ada yang perlu Anda kerjakan atau ketahui: pendaftaran disetujui, kelas dimulai, penilaian menunggu. Pilih juga apakah ingin menerimanya lewat surel atau langsung di ponsel.',
  chooseWhere: 'Pilih cara menerima pesan',
  noMatch: 'Tidak ada pesan pada topik ini',
  noMatchWhat: 'Pilih topik lain, atau lihat semua pesan.',
  allReadTitle: 'Semua sudah dibaca',
  allReadWhat: 'Pesan baru akan muncul di sini.',
  showAll: 'Lihat semua pesan',
}

const en: typeof id = {
  title: 'Messages',
  all: 'All',
  unread: 'Unread',
  new: 'New',
  duty: 'Required',
  expired: 'Past',
  topic: 'Topic',
  allTopics: 'All topics',
  filter: 'Filter',
  settings: 'Set up messages',
  readAll: 'Mark all as read',
  readTopic: 'Mark this topic as read',
  markRead: 'Mark as read',
  allRead: n => `${n} messages are marked as read.`,
  nothingNew: 'Nothing new. You have read every message.',
  newOnes: n => `${n} messages are unread.`,
  none: 'No messages yet',
  noneWhat:
    'Here you are told what you have to do or should know: an enrolment approved, a class that begins, a rating that waits. You may also choose to receive it by e-mail or on your phone.',
  chooseWhere: 'Choose how to receive messages',
  noMatch: 'No messages on this topic',
  noMatchWhat: 'Choose another topic, or see all messages.',
  allReadTitle: 'Everything is read',
  allReadWhat: 'New messages will appear here.',
  showAll: 'See all messages',
}

export const messages: Catalogue<typeof id> = { id, en }
export type NoticeMessages = typeof id
