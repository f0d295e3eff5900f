/** The forms of a report that a person reads, as the door names them, and how people call them. */
export const reportFormats = [
  ['html', 'Page'],
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
] as const;

export const reportLanguages = [
  ['en', 'English'],
  ['fr', 'French'],
] as const;

export type ReportLanguage = (typeof reportLanguages)[number][0];

/** The address of a report in a form and a language. */
export const fileOf = (url: string, format: string, language: ReportLanguage = 'en'): string =>
  `${url}${url.includes('?') ? '&' : '?'}format=${format}${format === 'json' ? '' : `&lang=${language}`}`;
