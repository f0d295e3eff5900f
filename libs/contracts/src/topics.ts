/** Where events travel on Kafka. What was recorded and said has its mission as its key. */
export interface Topics {
  /** Facts, as they were recorded. */
  readonly facts: string;
  /** Sayings: alerts with what they were before. */
  readonly alerts: string;
  /** Monthly reports to the Council. */
  readonly reports: string;
  /** Facts that other systems send. */
  readonly inbound: string;
  /** What could not be taken of them, and why. */
  readonly rejected: string;
}

/** Under another name than Muster's: tests share a broker. */
export const topicsUnder = (prefix: string): Topics => ({
  facts: `${prefix}.facts`,
  alerts: `${prefix}.alerts`,
  reports: `${prefix}.reports`,
  inbound: `${prefix}.inbound`,
  rejected: `${prefix}.rejected`,
});

/** What topics and consumer groups begin with. */
export const wireName = 'muster';

export const topics = topicsUnder(wireName);
