/** Where events travel on Kafka; every message has its mission as its key. */
export const topics = {
  facts: 'muster.facts',
  alerts: 'muster.alerts',
  reports: 'muster.reports',
  inbound: 'muster.inbound',
  rejected: 'muster.rejected',
} as const;
