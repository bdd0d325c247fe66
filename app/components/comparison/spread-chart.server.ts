import { BoxplotChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { COLORS, FONT_FAMILY } from '~/app/components/ui/theme';
import type { BureauColumn } from '~/app/domain/ranking/compare-bureaus';
import { axisOf } from './chart-axis';

echarts.use([BoxplotChart, ScatterChart, GridComponent, SVGRenderer]);

const WIDTH = 1080;
const ROW = 92;
const FOOT = 44;
const NAME_WIDTH = 140;
const BOX_FILL = '#dbe6f6';

/** Positions on paper, not amounts: the figures printed beside them stay decimal texts. */
const at = (figure: string): number => Number(figure);

/**
 * Score rates of each bureau as a box plot on one axis: box from lower to upper quartile, line at the median, whiskers to the extremes, and
 * every department as a ring below. Drawn as SVG text; labelled directly and told apart without colour.
 */
export function spreadChart(bureaus: readonly BureauColumn[]): string | null {
  const shown = bureaus.flatMap((bureau) => (bureau.spread ? [{ ...bureau, spread: bureau.spread }] : []));
  if (shown.length === 0) return null;
  const { minimum, maximum, step } = axisOf(shown.map(({ spread }) => spread));
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: shown.length * ROW + FOOT });
  const label = { show: true, color: COLORS.text, fontSize: 12, fontFamily: FONT_FAMILY };
  const mark = (figure: (one: (typeof shown)[number]) => string, position: 'left' | 'right' | 'top', word: string) => ({
    type: 'scatter' as const,
    symbolSize: 1,
    silent: true,
    itemStyle: { color: 'transparent' },
    data: shown.map((one, row) => ({ value: [at(figure(one)), row], label: { ...label, position, formatter: `${word}${figure(one)}`, ...(position === 'top' && { offset: [0, -16] }) } })),
  });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY },
    grid: { left: NAME_WIDTH, right: 70, top: 6, bottom: FOOT - 6 },
    xAxis: {
      type: 'value',
      min: minimum,
      max: maximum,
      interval: step,
      name: `得分率（%），横轴从 ${minimum} 起`,
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: { color: COLORS.secondary, fontFamily: FONT_FAMILY },
      axisLine: { show: true, lineStyle: { color: COLORS.secondary } },
      axisLabel: { color: COLORS.secondary, fontFamily: FONT_FAMILY },
      splitLine: { lineStyle: { color: COLORS.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ bureauName }) => bureauName),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLORS.secondary } },
      axisLabel: { color: COLORS.text, fontSize: 13, fontFamily: FONT_FAMILY, width: NAME_WIDTH - 16, overflow: 'break' },
    },
    series: [
      {
        type: 'boxplot',
        silent: true,
        boxWidth: [22, 22],
        itemStyle: { color: BOX_FILL, borderColor: COLORS.header, borderWidth: 1.5 },
        data: shown.map(({ spread }) => [spread.minimum, spread.lowerQuartile, spread.median, spread.upperQuartile, spread.maximum].map(at)),
      },
      {
        type: 'scatter',
        silent: true,
        symbolSize: 6,
        symbolOffset: [0, 24],
        itemStyle: { color: 'transparent', borderColor: COLORS.primary, borderWidth: 1 },
        data: shown.flatMap(({ entries }, row) => entries.flatMap(({ rank, scoreRate }) => (rank === null || scoreRate === null ? [] : [[at(scoreRate), row]]))),
      },
      mark(({ spread }) => spread.median, 'top', '中位数 '),
      mark(({ spread }) => spread.minimum, 'left', ''),
      mark(({ spread }) => spread.maximum, 'right', ''),
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // Hover rules of the interactive chart: nothing hovers here, and the page's policy lets no foreign style element in.
  return svg.replace(/<style[\s\S]*?<\/style>/g, '').replace(/ class="[^"]*"/g, '');
}
