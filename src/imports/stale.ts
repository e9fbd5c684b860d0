/** What a preview rested on was changed in between: the import is called off and the user told to read the file again. */
export const staleImport = () => Object.assign(new Error('the preview no longer holds'), { code: '23000' })
