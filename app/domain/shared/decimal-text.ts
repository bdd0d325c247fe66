import { z } from 'zod';

/**
 * A decimal number as text, e.g. "23758.69" or "-0.5". Money (in 万元), scores, weights and rates travel in this form everywhere
 * outside the engine, because a JavaScript number cannot hold them exactly.
 */
export const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/, '应为十进制数字文本，如 "23758.69"');
export type DecimalText = z.infer<typeof decimalText>;
