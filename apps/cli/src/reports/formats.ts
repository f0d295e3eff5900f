/** Forms that the door gives a report in. */
export const formats = ['json', 'html', 'pdf', 'docx', 'xlsx'] as const;
export type ReportFormat = (typeof formats)[number];
