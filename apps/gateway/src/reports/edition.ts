/** A report that is meant, before it is built. */
export interface Edition {
  /** Two editions of one name are the same report. */
  readonly name: string;
  /** Its JSON. */
  readonly build: () => Promise<string>;
}

/** What is asked for. */
export interface Asked {
  readonly mission: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** As it was read there; without one what was published last, else a draft of what is known now. */
  readonly position?: number | undefined;
  /** The draft, whatever was published: a report is often read where its last draft was. */
  readonly status?: 'draft' | undefined;
}
