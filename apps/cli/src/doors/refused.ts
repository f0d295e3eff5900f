import { Failure } from '../failure.js';
import type { Answer } from './answer.js';
import { problemLines, type ToldProblem } from './problem-lines.js';

/** RFC 9457, with the members of our doors. */
export interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly problems?: readonly ToldProblem[];
  readonly problemCount?: number;
}

const advice: Readonly<Record<number, string>> = {
  400: 'Correct what is named, and run the command again.',
  404: 'Check the spelling: "muster missions", "muster alerts" and "muster pledges" list what there is.',
  413: 'Send it in parts.',
};

/** The problems stand below, so a sentence that points to them in the answer helps nobody. */
const pointsToProblems = /; "problems" tells why\.$/;

const otherAdvice = "The monitor's own log tells more.";

/** A door that did not do what it was asked, with every problem that it told. */
export class Refused extends Failure {
  override readonly name = 'Refused';

  constructor(readonly answer: Answer<ProblemBody>) {
    const { title, detail, problems = [], problemCount } = answer.body;
    super(
      (detail ?? title ?? `The door answered ${answer.status}.`).replace(pointsToProblems, '.'),
      advice[answer.status] ?? otherAdvice,
      problemLines(problems, problemCount),
    );
  }
}
