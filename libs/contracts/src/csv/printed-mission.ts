import { mission } from '../schemas/fields.js';
import { refused, understood } from './printed.js';
import type { Printed } from './printed.js';

/** A mission's acronym; blanks around it are those of the published files. */
export function printedMission(printed: string): Printed<string> {
  const text = printed.trim();
  if (text === '') return refused('There is no mission; write its acronym.');
  const checked = mission.safeParse(text);
  return checked.success ? understood(text) : refused(checked.error.issues[0]!.message);
}
