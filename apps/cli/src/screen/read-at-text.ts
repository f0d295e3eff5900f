/** From where an answer was read. */
export interface ReadAt {
  readonly today: string;
  readonly position: number;
}

/** The line that every list begins with. */
export const readAtText = ({ today, position }: ReadAt): string => `Today is ${today}; read at position ${position}.`;
