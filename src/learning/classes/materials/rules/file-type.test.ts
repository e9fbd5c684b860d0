import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { materialType, safeFileName } from './file-type.ts'

const docx = zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<w/>') })

describe('what may be handed out', () => {
  it('is known by its content, and must be what its name says', () => {
    expect(materialType('modul.pdf', strToU8('%PDF-1.7'))).toEqual({ media: 'application/pdf', extension: 'pdf' })
    expect(materialType('modul.DOCX', docx)?.extension).toBe('docx')
    expect(materialType('modul.pptx', docx)).toBeNull()
    expect(materialType('modul.zip', docx)).toBeNull()
    expect(materialType('modul.pdf', strToU8('<script>'))).toBeNull()
    expect(materialType('modul', strToU8('%PDF-1.7'))).toBeNull()
    expect(materialType('gambar.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))?.media).toBe('image/jpeg')
    expect(materialType('gambar.png', new Uint8Array())).toBeNull()
  })
  it('has a name that no disk and no header misunderstands', () => {
    expect(safeFileName('../../etc/"pass\r\nwd".pdf')).toBe('etcpasswd.pdf')
    expect(safeFileName('???')).toBe('bahan')
    expect(safeFileName(`${'a'.repeat(300)}.pdf`)).toHaveLength(100)
  })
})
