import { describe, expect, it } from 'vitest';
import { readPublishedTable } from './read-published-table';

function problemOf(text: string): string {
  const reading = readPublishedTable(text);
  return reading.ok ? '' : reading.problem;
}

describe('a file that is no published table', () => {
  it.each([
    ['[{"unit_name":"某局"}]', '整个文件应为一张公布的自评表（JSON 对象），却是列表'],
    ['"表"', '整个文件应为一张公布的自评表（JSON 对象），却是文本或数字'],
    ['7', '整个文件应为一张公布的自评表（JSON 对象），却是文本或数字'],
    ['null', '整个文件应为一张公布的自评表（JSON 对象），却是 null'],
    ['{}', 'id 缺少这一项；indicators 缺少这一项'],
    ['{"unit_name":"某局","self_score":"97.6"}', 'id 缺少这一项；indicators 缺少这一项'],
    ['{"id":"","indicators":[]}', 'id 不能为空'],
    ['{"id":"a","indicators":{}}', 'indicators 应为列表'],
    ['{"id":"a","indicators":[null]}', 'indicators[0] 应为一行指标（JSON 对象）'],
    ['{"id":"a","indicators":[{},{"weight":true}]}', 'indicators[1].weight 应为文本、数字或 null'],
    ['{"id":"a","indicators":[{"target_text":["50"]}]}', 'indicators[0].target_text 应为文本、数字或 null'],
    ['{"id":"a","indicators":[],"funding":[]}', 'funding 应为资金表（JSON 对象）或 null'],
    ['{"id":"a","indicators":[],"funding":{"rows":[{"executed":{}}]}}', 'funding.rows[0].executed 应为文本、数字或 null'],
    ['{"id":"a","indicators":[],"complete":"是"}', 'complete 应为 true 或 false'],
  ])('%s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('that is no JSON says so', () => {
    expect(problemOf('{"id":')).toMatch(/^不是有效的 JSON（/);
    expect(problemOf('')).toMatch(/^不是有效的 JSON（/);
  });

  it('names the first places and how many there are besides', () => {
    const lines = Array.from({ length: 5 }, () => '{"score":true}').join(',');
    expect(problemOf(`{"id":"a","indicators":[${lines}]}`)).toMatch(/^indicators\[0\]\.score .*；indicators\[2\]\.score .*；另有 2 处$/);
  });
});

describe('a table', () => {
  const tableOf = (text: string) => {
    const reading = readPublishedTable(text);
    if (!reading.ok) throw new Error(reading.problem);
    return reading.table;
  };

  it('may lack everything but its id and its lines', () => {
    const empty = { title: null, year: null, unit: null, complete: false, funding: null, total_score: null, grade: null, transcription: null };
    expect(tableOf('{"id":"a","indicators":[]}')).toEqual({ id: 'a', indicators: [], ...empty });
    expect(tableOf('{"id":"a","indicators":null,"complete":null,"funding":{"rows":null}}')).toMatchObject({
      indicators: [],
      complete: false,
      funding: { rows: [], weight: null, execution_rate: null, score: null },
    });
  });

  it('ignores what it does not know', () => {
    expect(tableOf('{"id":"a","indicators":[{"l3":"里程","review_score":"3"}],"notes":"…","rank":[1]}')).not.toHaveProperty('notes');
  });

  it('takes JSON numbers by the characters in the file', () => {
    const table = tableOf('\uFEFF{"id":7,"indicators":[{"weight":22.50,"score":1234567890123456789.1234567891}],"total_score":98}');
    expect(table).toMatchObject({ id: '7', indicators: [{ weight: '22.50', score: '1234567890123456789.1234567891' }], total_score: '98' });
  });
});
