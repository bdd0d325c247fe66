import { COUNTING_WORDS } from './unit-table';
import { parseUnit } from './units';

/** Latin and Greek letters that stand for a unit; any other letter beside a figure is more likely a misread digit ("1OO%") than a unit. */
const LETTER_UNIT = /^(?:mm|cm|dm|m|km|m[23²³]|c?m²|km[2²]|hm[2²]|[mμµu]?g|kg|t|ml|k?w|mw|kwp|[kmg]wh|[kmg]bps|k?v|kva|kb|mb|gb|tb|db|h|min|℃)$/i;
const ALLOWED = /^[\p{Script=Han}A-Za-zμµ%‰℃°²³23㎡㎥·/()]*$/u;
const MORE_OR_LESS = /^[十百千万亿]*(?:多|余|来|几|左右|上下)(?!媒体|功能|元化)/;
const TIME = /[年月日号旬季底初末度](?:前|底|初|末|完成)$/;
/** Words that say something about the counted things instead of naming them: 3个正在建设, 3个未完成, 3个因故取消. */
const REMARK = /[未没不已]|正在|在建|由于|因故|因疫情|取消|暂停|暂缓|申报|通过|待[定建验]|其中|均$|均为|等$|(?:建设|施工|进行|审批|办理|推进|实施)中/;
const HALF = /^(?:个|年|个月|小时|天)?半/;
const MAX_UNIT = 8;

export type WrittenUnit = { readonly ok: true; readonly unit: string; readonly notes: readonly string[] } | { readonly ok: false; readonly reason: string };

/**
 * The unit from what follows a figure (half width). "%(百分比)" and "个(个数)" say one unit twice, other words in brackets are left out with a note; a unit may end
 * in ², ³, 2 or 3 (m2) but holds no other digit, no remark and no letters that are no unit.
 */
export function writtenUnit(rest: string, quoted: string): WrittenUnit {
  const written = rest.replace(/ /g, '').replace(/[。.,;、!/\\]+$/, '');
  const bracket = /^(.*?)\(([^()]*)\)$/.exec(written);
  const inBrackets = bracket?.[2] ?? '';
  const outside = bracket ? bracket[1]! : written;
  const unit = (outside === '' ? inBrackets : outside).replace(/元整$/, '元');
  const parts = unit.split(/[/·每]/).map((part) => part.replace(/^[十百千万亿]+/, ''));
  const lettered = parts.filter((part, index) => /[A-Za-zμµ]/.test(part) && !(part === 'L' || (index > 0 && part === 'l')));
  if (/\d/.test(inBrackets) || parts.some((part) => /\d/.test(part) && !LETTER_UNIT.test(part))) return refuse(`${quoted}里不止一个数，请只填写一个数和单位`);
  if (lettered.some((part) => !LETTER_UNIT.test(part))) return refuse(`${quoted}中的“${unit}”不是计量单位，请核对是否把数字写成了字母`);
  if (TIME.test(unit)) return refuse(`${quoted}是时间要求，不是一个数`);
  if (MORE_OR_LESS.test(unit)) return refuse(`${quoted}不是确切的数字，请去掉“约”“超”“多”等字，填写确切数`);
  const isOther = unit.length > MAX_UNIT || REMARK.test(unit) || REMARK.test(inBrackets) || !ALLOWED.test(unit) || HALF.test(unit) || /^[²³]|^%./.test(unit);
  if (isOther) return refuse(`${quoted}除数字和单位外还有其他文字`);
  const isSame = outside === '' || inBrackets === '' || saysSame(unit, inBrackets);
  return { ok: true, unit, notes: isSame ? [] : [`“(${inBrackets})”不计`] };
}

/** 百分比 after %, 个数 after 个, 元每人 after 元/人, and another counting word (个(套)) repeat the unit. */
function saysSame(unit: string, inBrackets: string): boolean {
  return inBrackets === `${unit}数` || COUNTING_WORDS.has(inBrackets) || parseUnit(inBrackets).base === parseUnit(unit).base;
}

function refuse(reason: string): WrittenUnit {
  return { ok: false, reason };
}
