/** Every event's data says the day that it speaks of. */
export type EventData = Readonly<Record<string, unknown>> & { readonly on: string; readonly publishedOn?: string };

/** A CloudEvent 1.0 with its data parsed: how a fact travels, in at every door and out on every wire. */
export interface CloudEvent {
  /** URI of who says it. */
  readonly source: string;
  /** Unique within the source. */
  readonly id: string;
  /** `muster.<FactName>`. */
  readonly type: string;
  /** A mission's acronym, or `standby`. */
  readonly subject: string;
  readonly data: EventData;
  /** Further attributes and extensions as they were sent: `dataschema`, `datacontenttype`, `time`, `traceparent` … */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}
