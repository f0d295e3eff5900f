import { Injectable } from '@nestjs/common';
import type { Language } from '@muster/contracts';
import type { ReportFormat } from '@muster/documents';
import { isAllMissions } from '@muster/force-generation';
import { Threads } from '../threads/threads.js';
import { Kept } from './kept.js';
import { ConsolidatedReports } from './consolidated-reports.js';
import type { Asked, Edition } from './edition.js';
import { Reports } from './reports.js';
import { tagOf } from './tag-of.js';

export interface FileAsked extends Asked {
  readonly format: ReportFormat;
  readonly lang: Language;
}

export interface ReportFile {
  readonly tag: string;
  /** Undefined where the asker has the file of that tag. */
  readonly bytes?: Uint8Array;
}

/** Reports that were asked for last are kept as JSON: each is asked for in several formats. */
const mostReports = 12;
const mostTags = 2_000;

/** Reports as files. An edition never says anything else, so that what was worked out of one serves for the next question. */
@Injectable()
export class ReportFiles {
  private readonly reportsAsJson = new Kept<Promise<string>>(mostReports);
  private readonly tags = new Kept<string>(mostTags);

  constructor(
    private readonly reports: Reports,
    private readonly consolidated: ConsolidatedReports,
    private readonly threads: Threads,
  ) {}

  async file({ format, lang, ...asked }: FileAsked, isKnown: (tag: string) => boolean): Promise<ReportFile> {
    const edition = await this.editionOf(asked);
    const name = `${edition.name} ${format} ${format === 'json' ? '' : lang}`;
    const told = this.tags.get(name);
    if (told !== undefined && isKnown(told)) return { tag: told };
    const json = await this.jsonOf(edition);
    const bytes =
      format === 'json' ? new TextEncoder().encode(json) : await this.threads.bytesOf({ json, format, language: lang });
    const tag = tagOf(bytes);
    this.tags.set(name, tag);
    return isKnown(tag) ? { tag } : { tag, bytes };
  }

  private editionOf(asked: Asked): Promise<Edition> {
    return isAllMissions(asked.mission) ? this.consolidated.editionOf(asked) : this.reports.editionOf(asked);
  }

  private jsonOf(edition: Edition): Promise<string> {
    const kept = this.reportsAsJson.get(edition.name) ?? edition.build();
    this.reportsAsJson.set(edition.name, kept);
    kept.catch(() => this.reportsAsJson.delete(edition.name));
    return kept;
  }
}
