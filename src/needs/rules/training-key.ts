const same = new Map([
  ['pim', 'kepemimpinan'],
  ['diklatpim', 'kepemimpinan'],
  ['i', '1'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['v', '5'],
])
const empty = new Set(['', 'dan', 'tingkat', 'tk', 'tkt', 'level'])

/**
 * One training under the spellings people use: `Diklat PIM Tk. IV` and `Pelatihan Kepemimpinan Tingkat 4` are one. Abbreviations in brackets,
 * form words, roman numbers, signs and letters beyond a–z make no difference. The SQL function training_key is its twin. What an old name
 * counts as (PIM IV is PKP) is no spelling: the standard says so among the other names of a training.
 */
export function trainingKey(name: string): string {
  const plain = name
    .replace(/\((?![IVX]+\))[A-Z.]{2,10}\)/g, ' ')
    .replace(/[A-Z]/g, letter => letter.toLowerCase())
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^ | $/g, '')
  const words = plain
    .replace(/^((pendidikan (dan )?pelatihan|pelatihan|diklat) )+/, '')
    .split(' ')
    .filter(word => !empty.has(word))
    .map(word => same.get(word) ?? word)
  return words.length > 0 ? words.join(' ') : plain
}
