import { addMonths, allMissions, type Month } from '@muster/force-generation';
import { dataschemaOf } from '../schemas/json-schema.js';
import type { ConsolidatedCorrected, ConsolidatedIssued, CorrigendumIssued, ReportIssued } from '../schemas/own-schemas.js';
import type { CloudEvent } from '../cloud-event.js';

export const reporterSource = '/muster/reporter';

export const reportTypes = ['muster.ReportIssued', 'muster.CorrigendumIssued'] as const;

type Issued = ReportIssued | ConsolidatedIssued;
type Corrected = CorrigendumIssued | ConsolidatedCorrected;

/** That a report was issued, as it travels. Its id is the mission's and the month's for ever: it is issued once. */
export const reportIssuedEvent = (data: Issued): CloudEvent =>
  reportEvent('ReportIssued', `report/${data.mission}/${data.month}`, data);

export const corrigendumIssuedEvent = (data: Corrected): CloudEvent =>
  reportEvent('CorrigendumIssued', `corrigendum/${data.mission}/${data.month}/${data.number}`, data);

const reportEvent = (name: 'ReportIssued' | 'CorrigendumIssued', id: string, data: Issued): CloudEvent => ({
  source: reporterSource,
  id,
  type: `muster.${name}`,
  subject: data.mission,
  data,
  attributes: { dataschema: dataschemaOf(name), datacontenttype: 'application/json' },
});

interface Corrects {
  /** 0 for the report itself. */
  readonly number: number;
  readonly changes: CorrigendumIssued['changes'];
  readonly moreChanges: number;
  readonly causes: readonly number[];
}

/** A published report or corrigendum, as an event of the log tells it. */
export interface PublishedReport extends ReportIssued, Corrects {}

/** The same of the report over all missions. */
export interface PublishedConsolidated extends ConsolidatedIssued, Corrects {}

type EventData = Pick<CloudEvent, 'data'>;

export const publishedReportOf = (event: EventData): PublishedReport => publishedOf(event) as PublishedReport;

export const publishedConsolidatedOf = (event: EventData): PublishedConsolidated => publishedOf(event) as PublishedConsolidated;

export const isConsolidated = (published: PublishedReport | PublishedConsolidated): published is PublishedConsolidated =>
  published.mission === allMissions;

const publishedOf = ({ data }: EventData): unknown => ({
  ...{ number: 0, changes: [], moreChanges: 0, causes: [] },
  ...data,
});

/** The last that was published of a month and read before a position. */
export const lastPublished = <Published extends Pick<PublishedReport, 'month' | 'position'>>(
  published: readonly Published[],
  { month, before }: { readonly month: Month; readonly before?: number },
): Published | undefined =>
  published.findLast((report) => report.month === month && (before === undefined || report.position < before));

/** Where the report of the month before was read, as it stood when this one was. */
export const lastPositionOf = (published: readonly PublishedReport[], month: Month, position: number): number | null =>
  lastPublished(published, { month: addMonths(month, -1), before: position })?.position ?? null;
