import { allMissions } from '@muster/force-generation';
import type { ReportLine } from '../doors.js';
import { DayText } from '../figures/day-text.js';
import { longMonth } from '../words/day-words.js';
import { fileOf, reportFormats, reportLanguages, type ReportLanguage } from './report-formats.js';

/** One report: what it is, and its files in each form and language. */
export const ReportRow = ({ report }: { readonly report: ReportLine }) => (
  <tr data-report={`${report.mission} ${report.month} ${report.number}`}>
    <th scope="row">
      {nameOf(report)}
      {report.mission === allMissions && <span class="under">compiled from their own reports</span>}
    </th>
    <td data-label="Status">
      <Status report={report} />
    </td>
    {reportLanguages.map(([language, title]) => (
      <td key={language} data-label={title}>
        <Files report={report} language={language} title={title} />
      </td>
    ))}
    <td data-label="Data">
      <a href={fileOf(report.url, 'json')} aria-label={`${fullName(report)} as JSON`}>
        JSON
      </a>
      <Hash report={report} />
    </td>
  </tr>
);

const nameOf = ({ mission }: ReportLine): string => (mission === allMissions ? 'All missions' : mission);

/** Told to who does not see the row around a link. */
const fullName = (report: ReportLine): string => {
  const corrigendum = report.number === 0 ? '' : `, corrigendum ${report.number}`;
  return `${nameOf(report)}, ${longMonth(report.month)}${corrigendum}`;
};

function Status({ report: { status, number, on, withReturn } }: { readonly report: ReportLine }) {
  if (status === 'draft')
    return (
      <>
        <span class="report-status report-draft">Draft</span>
        <span class="under">not issued; read now</span>
      </>
    );
  return (
    <>
      <span class="report-status report-published">{number === 0 ? 'Issued' : `Corrigendum ${number}`}</span>
      <span class="under">
        <DayText day={on} />
        {withReturn === false && ', without the month’s return'}
      </span>
    </>
  );
}

interface FilesProps {
  readonly report: ReportLine;
  readonly language: ReportLanguage;
  readonly title: string;
}

const Files = ({ report, language, title }: FilesProps) => (
  <span class="files">
    {reportFormats.map(([format, name]) => (
      <a
        key={format}
        href={fileOf(report.url, format, language)}
        hreflang={language}
        aria-label={`${fullName(report)}: ${name} in ${title}`}
      >
        {name}
      </a>
    ))}
  </span>
);

/** By which the JSON can be checked, and where it was read; of what may still change there is neither. */
const Hash = ({ report: { sha256, position } }: { readonly report: ReportLine }) =>
  sha256 === null || position === null ? (
    <span class="under">no hash yet: it may change</span>
  ) : (
    <>
      <span class="under">read at position {position}</span>
      <details class="hash">
        <summary>SHA-256 {sha256.slice(0, 8)}…</summary>
        <code>{sha256}</code>
      </details>
    </>
  );
