/** As a NIP is read out: birth, appointment, sex, sequence. `199001012020121001` → `19900101 202012 1 001`. */
export const formatNip = (nip: string) => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
