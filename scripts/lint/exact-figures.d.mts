import type { Rule } from 'eslint';

export const exactFigures: Rule.RuleModule;
