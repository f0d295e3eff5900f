import type { ComponentChildren } from 'preact';

interface Props {
  readonly id: string;
  readonly title: string;
  /** One sentence on what is shown. */
  readonly says?: string;
  /** What one can do with all of it. */
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the page with a heading of its own, which the page's menu leads to. */
export const Section = ({ id, title, says, beside, children }: Props) => (
  <section id={id} class="section" aria-labelledby={`${id}-title`} tabIndex={-1}>
    <header class="section-head">
      <h2 id={`${id}-title`}>{title}</h2>
      {says !== undefined && <p>{says}</p>}
      {beside}
    </header>
    {children}
  </section>
);
