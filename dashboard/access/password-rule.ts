/** Characters, at least. The server has the last word: it refuses what is guessed first, too. */
export const PASSWORD_LENGTH = 12;

export const PASSWORD_RULE =
  'At least 12 characters. A few words in a row are easiest to keep in mind; those that everybody tries are refused.';
