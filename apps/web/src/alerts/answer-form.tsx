import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { send } from '../doors.js';

interface Props {
  readonly title: string;
  readonly says: string;
  readonly address: string;
  readonly submit: string;
  readonly children: ComponentChildren;
}

type Sending = { readonly state: 'idle' | 'sending' | 'recorded' } | { readonly state: 'refused'; readonly problem: string };

/** A form whose fields, by their names, are what a door takes; what the door refuses is said beside it. */
export function AnswerForm({ title, says, address, submit, children }: Props) {
  const [sending, setSending] = useState<Sending>({ state: 'idle' });
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    setSending({ state: 'sending' });
    send(address, Object.fromEntries(new FormData(form)) as Record<string, string>).then(
      () => setSending({ state: 'recorded' }),
      (cause: unknown) => setSending({ state: 'refused', problem: cause instanceof Error ? cause.message : String(cause) }),
    );
  };
  return (
    <details class="folded answer">
      <summary>{title}</summary>
      <p class="muted">{says}</p>
      <form onSubmit={onSubmit}>
        {children}
        <button type="submit" class="send" disabled={sending.state === 'sending'}>
          {submit}
        </button>
        <p role="status">{sending.state === 'recorded' && 'Recorded.'}</p>
      </form>
      {sending.state === 'refused' && (
        <p class="problem" role="alert">
          {sending.problem}
        </p>
      )}
    </details>
  );
}
