import type { CellAddress } from '../form/cell-address';
import { exactConversion } from '../form/exact-conversion';
import type { ParsedCell } from '../form/parse-cell';
import { readFigure } from '../form/read-figure';
import { halfWidth, saysNothing } from '../form/typed-text';
import type { ReadCell } from '../scoring/read-cell';
import type { PublishedFundingRow } from './published-table';
import { cell, EMPTY_CELL } from './row-cells';

export const FUNDING_COLUMNS = ['initial_budget', 'full_year_budget', 'executed'] as const;
export type FundingColumnKey = (typeof FUNDING_COLUMNS)[number];
export const FUNDING_COLUMN_NAMES: Readonly<Record<FundingColumnKey, string>> = { initial_budget: '年初预算数', full_year_budget: '全年预算数', executed: '全年执行数' };

/** `funding.rows.0.executed`; `sum` stands for the sources added up. */
export function fundingAddress(row: number | 'sum', column: FundingColumnKey): CellAddress {
  return `funding.${row === 'sum' ? 'sum' : `rows.${row}`}.${column}` as CellAddress;
}

const TOTAL = /总额|合计|总计|总数|^总|^全年|^(?:项目|年度)?资金$/;
const PART = /^其中|财政|拨款|结转|专户|自有|其他|单位资金|自筹|补助|中央|省级?|市级?|县级?|区级?|地方|上级|贷款/;

/** Which line of a funds table is the total: one that says so, else the only one, else a first one that names no source; null for sources without a total. */
export function totalRowOf(rows: readonly PublishedFundingRow[]): number | null {
  const labels = rows.map(({ label }) => halfWidth(label ?? '').replace(/ /g, ''));
  const named = labels.findIndex((label) => TOTAL.test(label) && !label.startsWith('其中'));
  if (named >= 0) return named;
  if (rows.length === 1) return 0;
  return rows.length > 1 && !PART.test(labels[0]!) ? 0 : null;
}

/** A further 其中 stands below a source, not below the total. */
export function isNested(rows: readonly PublishedFundingRow[], index: number, totalRow: number | null): boolean {
  const first = rows.findIndex((_, at) => at !== totalRow);
  return index !== first && index !== totalRow && halfWidth(rows[index]!.label ?? '').startsWith('其中');
}

/** 万元, 元 or 亿元 of the table's heading; 万元 where it names none, as the official form does. */
export function moneyUnitOf(heading: string | null): string {
  return /亿元|万元|元/.exec(heading ?? '')?.[0] ?? '万元';
}

/** The cells of the funds table, amounts in 万元. An amount that is not legible is there and cannot be read. */
export function fundingCells(rows: readonly PublishedFundingRow[], unit: string): readonly ReadCell[] {
  return rows.flatMap((row, index) =>
    FUNDING_COLUMNS.map((column) => moneyCell(fundingAddress(index, column), column, row[column] ?? '', row[column] === null ? ILLEGIBLE : readMoney(row[column], unit))),
  );
}

const ILLEGIBLE: ParsedCell = { status: 'invalid', reason: '看不清' };

export function moneyCell(address: CellAddress, column: FundingColumnKey, typed: string, parsed: ParsedCell): ReadCell {
  return cell(address, { label: FUNDING_COLUMN_NAMES[column], kind: 'money', unit: '万元' }, typed, parsed);
}

function readMoney(printed: string, unit: string): ParsedCell {
  const text = halfWidth(printed);
  if (text === '' || saysNothing(text)) return EMPTY_CELL;
  const reading = readFigure(text);
  if (!reading.ok) return { status: 'invalid', reason: reading.reason };
  const { figure } = reading;
  const conversion = figure.operator === null ? exactConversion(figure.number, figure.unit === '' ? unit : figure.unit, '万元') : null;
  if (conversion === null || conversion.value.includes('/')) return { status: 'invalid', reason: `“${printed.trim()}”不是金额` };
  const value = { kind: 'number', decimal: conversion.value, unit: '万元' } as const;
  const isConverted = conversion.factor !== '1';
  return { status: 'ok', value, assumptions: figure.notes, ...(isConverted ? { conversion } : {}) };
}
