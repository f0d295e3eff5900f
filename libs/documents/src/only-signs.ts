import { replacementSign } from './replacement-sign.js';

/**
 * A text without what no document carries: characters that steer a device, and the two that XML forbids. A Word file or a workbook that
 * holds one cannot be opened.
 */
export const onlySigns = (text: string): string => text.replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, steering);

const steering = (found: string): string => (/^[\t\n\r]+$/.test(found) ? ' ' : replacementSign);
