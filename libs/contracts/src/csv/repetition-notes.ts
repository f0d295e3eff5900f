/** What a file's answer says of rows that are there more than once; nothing where there are none. */
export const repetitionNotes = (repeated: number): readonly string[] => {
  if (repeated === 0) return [];
  const rows = repeated === 1 ? '1 row repeats' : `${repeated} rows repeat`;
  return [`${rows} another row of the file exactly; each counts once.`];
};
