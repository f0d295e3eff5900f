import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import type { Problem } from '@muster/contracts';

export const problemType = 'application/problem+json';

/** What a door answers where it does not do what it was asked, as RFC 9457 has it, with members of the door's own. */
export interface ProblemAnswer {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly problems: readonly unknown[];
  readonly [member: string]: unknown;
}

export const problemAnswer = (
  status: number,
  detail: string,
  members: Readonly<Record<string, unknown>> = {},
): ProblemAnswer => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  problems: [],
  ...members,
});

/** Thrown where a door refuses; the filter answers with it. */
export class Refusal extends HttpException {
  constructor(
    status: number,
    detail: string,
    readonly members: { readonly problems?: readonly (Problem | object)[] } & Readonly<Record<string, unknown>> = {},
  ) {
    super(detail, status);
  }

  answer(): ProblemAnswer {
    return problemAnswer(this.getStatus(), this.message, this.members);
  }
}
