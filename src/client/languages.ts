/** Ids of the languages whose files are analysed. The manifest names them, too. */
export const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'python'] as const;
