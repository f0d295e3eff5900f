import { Injectable, Optional } from '@nestjs/common';
import { KafkaWatch, WireSigns } from '@muster/kafka';

/** What is wrong, in words, or nothing. `patience`: milliseconds for which it may have been so. */
export type ReadinessCheck = (patience: number) => Promise<string | undefined>;

/** Longer than a broker takes to start again, and longer than its clients take to find another one. */
const patience = 60_000;

/** Whether what a service needs beside the log is there: Kafka, where that is the wire, and what its own modules look after. */
@Injectable()
export class Readiness {
  private readonly checks: ReadinessCheck[] = [];

  constructor(
    private readonly signs: WireSigns,
    @Optional() private readonly watch?: KafkaWatch,
  ) {}

  add(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  /** One sentence each. */
  async problems(): Promise<readonly string[]> {
    const found = await Promise.all(this.checks.map((check) => check(patience)));
    const unanswered = this.signs.unanswered(patience);
    const kafka =
      unanswered.length === 0 ? [] : [`Kafka has not answered ${unanswered.join(', ')} for more than ${patience / 1000} s.`];
    return [this.watch?.problem(), ...kafka, ...found].filter((problem) => problem !== undefined);
  }
}
