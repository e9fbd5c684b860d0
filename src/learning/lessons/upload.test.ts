import { expect, it } from 'vitest'
import { fileNeeds } from './rules/lesson.ts'
import { readKind } from './upload.ts'

const bytes = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0))
const pdf = bytes('%PDF-1.7\n')
const mp4 = bytes('\0\0\0\x18ftypisom\0\0\0\0')
const docx = bytes('PK\x03\x04\0\0[Content_Types].xml\0PK\x03\x04word/document.xml')

it.each([
  ['a page called a film', 'film.mp4', bytes('<html><script>'), 'video', { flaw: 'type' }],
  ['a PDF called a film', 'film.mp4', pdf, 'video', { flaw: 'type' }],
  ['a film with the name of a PDF', 'film.pdf', mp4, 'video', { flaw: 'name' }],
  ['a picture with the name of nothing', 'AVIF', bytes('\0\0\0\x18ftypavif'), 'video', { flaw: 'type' }],
  ['nothing', 'film.mp4', new Uint8Array(), 'video', { flaw: 'empty' }],
  ['a program in a zip', 'program.exe', bytes('PK\x03\x04a.exe'), 'file', { flaw: 'type' }],
  ['a zip called a document', 'surat.docx', bytes('PK\x03\x04apa'), 'file', { flaw: 'type' }],
  ['a document called a sheet', 'surat.xlsx', docx, 'file', { flaw: 'name' }],
  ['a document', 'Surat.DOCX', docx, 'file', { type: 'docx' }],
  ['a film', 'film.m4v', mp4, 'video', { type: 'mp4' }],
] as const)('%s', (_, name, file, kind, read) => expect(readKind(fileNeeds[kind]!, name, file)).toEqual(read))
