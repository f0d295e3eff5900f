import { doors, type OpenAlert } from '../doors.js';
import { AnswerField } from './answer-field.js';
import { AnswerForm } from './answer-form.js';

/** What a person can answer to an open alert: that they have taken it on, or that its notices are to stop for a while. */
export const AlertAnswers = ({ alert }: { readonly alert: OpenAlert }) => (
  <div class="answers">
    <AnswerForm
      title="Acknowledge"
      says="Say who fills the gap and by which day. Where it still stands on the day after, it fires again."
      address={doors.acknowledgement(alert)}
      submit="Acknowledge"
    >
      <AnswerField name="owner" label="Owner" takes={400} />
      <AnswerField name="plannedFillBy" label="To be filled by" takes="day" />
      <AnswerField name="note" label="What is being done" takes={4000} />
    </AnswerForm>
    <AnswerForm
      title="Silence"
      says="The alert lives as usual and stays on this page; only its notices stop until the day."
      address={doors.silence(alert)}
      submit="Silence"
    >
      <AnswerField name="until" label="Until" takes="day" />
      <AnswerField name="reason" label="Reason" takes={4000} />
    </AnswerForm>
  </div>
);
