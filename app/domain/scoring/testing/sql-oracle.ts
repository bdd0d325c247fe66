import type { Client } from 'pg';
import type { RoundingMode } from '../../shared/fraction-text';

/** Decimal texts; a weight is a quotient of two, because 40 points in 7 slots have no decimal text. */
type Figure = string;
type Named = { readonly weight: readonly [numerator: Figure, denominator: Figure] };

/** 超额完成扣减 as the version states it. */
export interface OracleOverTarget {
  readonly from: Figure;
  readonly factor: Figure;
  readonly cap: Figure;
}

/** The figure a table of bands or steps is entered with. */
export type OracleMeasure =
  | { readonly of: 'value'; readonly value: Figure }
  | { readonly of: 'rate' | 'absolute_rate' | 'growth'; readonly numerator: Figure; readonly denominator: Figure };

export type OnZero = 'full' | 'zero' | 'exclude';

/** One line of a table in words that the oracle alone defines: no name of it is the engine's. `floor` and `cap` are shares of the weight. */
export type OracleLine = Named & { readonly floor?: Figure; readonly cap?: Figure } & (
    | { readonly way: 'at_least' | 'at_most_linear' | 'at_most_inverse' | 'met_from_below' | 'met_from_above'; readonly zeroMeansNone: boolean; readonly target: Figure; readonly actual: Figure; readonly overTarget?: OracleOverTarget }
    | { readonly way: 'same'; readonly target: Figure; readonly actual: Figure; readonly tolerance: Figure; readonly overTarget?: OracleOverTarget }
    | { readonly way: 'between'; readonly low: Figure; readonly high: Figure; readonly actual: Figure; readonly proportional: boolean }
    | { readonly way: 'share'; readonly measure: OracleMeasure; readonly onZero: OnZero }
    | { readonly way: 'bands'; readonly measure: OracleMeasure; readonly onZero: OnZero; readonly bands: readonly { readonly from: Figure; readonly points: Figure }[]; readonly otherwise: Figure }
    | { readonly way: 'steps'; readonly measure: OracleMeasure; readonly onZero: OnZero; readonly free: Figure; readonly step: Figure; readonly each: Figure; readonly begun: boolean }
    | { readonly way: 'list'; readonly items: readonly { readonly count: Figure; readonly each: Figure }[] }
    | { readonly way: 'empty'; readonly counts: 'zero' | 'exclude' | 'blocks' }
  );

/** A table with a total. `rate` is the execution rate the caps look at, as a quotient; null where there is none. */
export interface OracleTable {
  readonly lines: readonly OracleLine[];
  readonly full: Figure;
  readonly scope: 'total' | 'item';
  readonly digits: number;
  readonly mode: RoundingMode;
  readonly rate: readonly [executed: Figure, budget: Figure] | null;
  readonly caps: readonly { readonly rateBelow: Figure; readonly totalAtMost: Figure }[];
}

export interface OracleScores {
  /** Rounded points of each line; null for one that does not apply; 未填写 for one that lacks its figure and counts 0. */
  readonly lines: readonly (string | null)[];
  readonly total: string;
}

/**
 * The rules of domain.md §2.3, §2.4, §2.7 and §3.4 once more, in SQL on exact `numeric`: a score is a quotient of two numerics and nothing is divided before the
 * one rounding, which is whole-number division with its rest.
 */
const DEFINITIONS = `
create type pg_temp.quotient as (n numeric, d numeric);

create function pg_temp.of(n numeric, d numeric) returns pg_temp.quotient language sql immutable as $$
  select (case when d < 0 then -n else n end, abs(d))::pg_temp.quotient
$$;

create function pg_temp.rounded(q pg_temp.quotient, digits int, mode text) returns text language sql immutable as $$
  select ((div(q.n * power(10::numeric, digits), q.d)
    + case
        when mode = 'half_up' and 2 * mod(q.n * power(10::numeric, digits), q.d) >= q.d then 1
        when mode = 'half_even' and 2 * mod(q.n * power(10::numeric, digits), q.d) > q.d then 1
        when mode = 'half_even' and 2 * mod(q.n * power(10::numeric, digits), q.d) = q.d then mod(div(q.n * power(10::numeric, digits), q.d), 2)
        else 0
      end) * ('1e-' || digits)::numeric)::text
$$;

create function pg_temp.plus(a pg_temp.quotient, b pg_temp.quotient) returns pg_temp.quotient language sql immutable as $$
  select case
    when b.n is null then a
    when a.d = b.d then (a.n + b.n, a.d)::pg_temp.quotient
    else (a.n * b.d + b.n * a.d, a.d * b.d)::pg_temp.quotient
  end
$$;

create aggregate pg_temp.total(pg_temp.quotient) (sfunc = pg_temp.plus, stype = pg_temp.quotient, initcond = '(0,1)');

create function pg_temp.least_of(a pg_temp.quotient, b pg_temp.quotient) returns pg_temp.quotient language sql immutable as $$
  select case when a.n * b.d <= b.n * a.d then a else b end
$$;

create function pg_temp.measured(m jsonb) returns pg_temp.quotient language plpgsql immutable as $$
declare
  n numeric := (m->>'numerator')::numeric;
  d numeric := (m->>'denominator')::numeric;
begin
  if m->>'of' = 'value' then return pg_temp.of((m->>'value')::numeric, 1); end if;
  if d = 0 then return null; end if;
  return case m->>'of'
    when 'growth' then pg_temp.of(100 * (n - d), d)
    when 'absolute_rate' then pg_temp.of(100 * abs(n), d)
    else pg_temp.of(100 * n, d)
  end;
end
$$;

-- Points of a line before its bounds; null where it does not apply.
create function pg_temp.points(l jsonb, w pg_temp.quotient) returns pg_temp.quotient language plpgsql immutable as $$
declare
  none constant pg_temp.quotient := (0, 1);
  a numeric := (l->>'actual')::numeric;
  t numeric := (l->>'target')::numeric;
  low numeric := (l->>'low')::numeric;
  high numeric := (l->>'high')::numeric;
  bound numeric;
  m pg_temp.quotient;
  off numeric;
  left_over numeric;
  band jsonb;
  found numeric;
begin
  case l->>'way'
    when 'at_least' then
      if t < 0 then return case when a >= t then w else none end; end if;
      a := greatest(a, 0);
      if t = 0 then return case when (l->>'zeroMeansNone')::boolean and a > 0 then none else w end; end if;
      return case when a >= t then w else pg_temp.of(a * w.n, t * w.d) end;
    when 'at_most_linear', 'at_most_inverse' then
      if a <= t then return w; end if;
      if t <= 0 then return none; end if;
      if l->>'way' = 'at_most_inverse' then return pg_temp.of(t * w.n, a * w.d); end if;
      return case when a >= 2 * t then none else pg_temp.of((2 * t - a) * w.n, t * w.d) end;
    when 'met_from_below' then return case when a >= t then w else none end;
    when 'met_from_above' then return case when a <= t then w else none end;
    when 'same' then return case when abs(a - t) <= (l->>'tolerance')::numeric then w else none end;
    when 'between' then
      if a between low and high then return w; end if;
      bound := case when a < low then low else high end;
      if not (l->>'proportional')::boolean or bound <= 0 then return none; end if;
      if a < low then return case when a <= 0 then none else pg_temp.of(a * w.n, low * w.d) end; end if;
      return case when a >= 2 * high then none else pg_temp.of((2 * high - a) * w.n, high * w.d) end;
    when 'empty' then return case when l->>'counts' = 'exclude' then null else none end;
    when 'list' then
      select coalesce(sum(greatest((i->>'count')::numeric, 0) * (i->>'each')::numeric), 0) into off from jsonb_array_elements(l->'items') i;
      left_over := w.n - off * w.d;
      return case when left_over <= 0 then none else pg_temp.of(left_over, w.d) end;
    else null;
  end case;
  -- What is left is entered with a measured figure.
  m := pg_temp.measured(l->'measure');
  if m.n is null then
    return case l->>'onZero' when 'full' then w when 'zero' then none end;
  end if;
  case l->>'way'
    when 'share' then
      if m.n >= 100 * m.d then return w; end if;
      return case when m.n <= 0 then none else pg_temp.of(m.n * w.n, 100 * m.d * w.d) end;
    when 'bands' then
      found := (l->>'otherwise')::numeric;
      for band in select b from jsonb_array_elements(l->'bands') with ordinality as listed(b, place) order by place loop
        if m.n >= (band->>'from')::numeric * m.d then
          found := (band->>'points')::numeric;
          exit;
        end if;
      end loop;
      return case when found <= 0 then none else pg_temp.least_of((found, 1)::pg_temp.quotient, w) end;
    when 'steps' then
      -- Beyond the limit by (n − free·d) ÷ d; a begun step counts whole.
      off := m.n - (l->>'free')::numeric * m.d;
      if off <= 0 then return w; end if;
      bound := (l->>'step')::numeric * m.d;
      if (l->>'begun')::boolean then
        off := div(off, bound) + case when mod(off, bound) > 0 then 1 else 0 end;
        bound := 1;
      end if;
      left_over := w.n * bound - off * (l->>'each')::numeric * w.d;
      return case when left_over <= 0 then none else pg_temp.of(left_over, w.d * bound) end;
  end case;
end
$$;

-- Points as they count: less the deduction for a result far above the target, then between floor and cap.
create function pg_temp.line_points(l jsonb, w pg_temp.quotient) returns pg_temp.quotient language plpgsql immutable as $$
declare
  p pg_temp.quotient := pg_temp.points(l, w);
  o jsonb := l->'overTarget';
  t numeric := (l->>'target')::numeric;
  beyond numeric;
  share_n numeric;
  share_d numeric;
begin
  if p.n is null or (l->>'way' = 'empty' and l->>'counts' = 'blocks') then return p; end if;
  if o is not null and t > 0 then
    beyond := (l->>'actual')::numeric - (o->>'from')::numeric * t;
    if beyond > 0 then
      share_n := greatest((o->>'factor')::numeric * beyond, 0);
      share_d := t;
      if share_n > (o->>'cap')::numeric * share_d then
        share_n := (o->>'cap')::numeric;
        share_d := 1;
      end if;
      p := pg_temp.of(greatest(p.n * w.d * share_d - w.n * share_n * p.d, 0), p.d * w.d * share_d);
    end if;
  end if;
  if l ? 'cap' and p.n * w.d > w.n * (l->>'cap')::numeric * p.d then p := pg_temp.of(w.n * (l->>'cap')::numeric, w.d); end if;
  if l ? 'floor' and p.n * w.d < w.n * (l->>'floor')::numeric * p.d then p := pg_temp.of(w.n * (l->>'floor')::numeric, w.d); end if;
  return p;
end
$$;

create function pg_temp.score(t jsonb) returns jsonb language plpgsql immutable as $$
declare
  digits int := (t->>'digits')::int;
  mode text := t->>'mode';
  full_score pg_temp.quotient := ((t->>'full')::numeric, 1);
  sums record;
  points pg_temp.quotient;
  lowest numeric;
begin
  with line as materialized (
    select place, weight, pg_temp.line_points(l, weight) as p
    from jsonb_array_elements(t->'lines') with ordinality as listed(l, place),
      lateral (select pg_temp.of((l->'weight'->>0)::numeric, (l->'weight'->>1)::numeric) as weight) w
  ), counted as (
    select place, weight, p, case when (p).n is not null then pg_temp.rounded(p, digits, mode) end as text from line
  )
  select
    jsonb_agg(text order by place) as shown,
    pg_temp.total(case when t->>'scope' = 'item' then (text::numeric, 1)::pg_temp.quotient else p end) filter (where text is not null) as points,
    pg_temp.total(weight) filter (where text is not null) as applicable,
    bool_or(text is null) as left_out
  into sums
  from counted;
  points := sums.points;
  if sums.left_out and (sums.applicable).n > 0 then
    points := pg_temp.of(points.n * full_score.n * (sums.applicable).d, points.d * (sums.applicable).n);
  end if;
  points := pg_temp.least_of(points, full_score);
  if t->'rate' <> 'null' and (t->'rate'->>1)::numeric <> 0 then
    select min((c->>'totalAtMost')::numeric) into lowest
    from jsonb_array_elements(t->'caps') c
    where 100 * (t->'rate'->>0)::numeric < (c->>'rateBelow')::numeric * (t->'rate'->>1)::numeric;
    if lowest is not null then points := pg_temp.least_of(points, (lowest, 1)::pg_temp.quotient); end if;
  end if;
  return jsonb_build_object('lines', sums.shown, 'total', pg_temp.rounded(points, digits, mode));
end
$$;
`;

const isWanting = (line: OracleLine): boolean => line.way === 'empty' && line.counts === 'blocks';

export interface SqlOracle {
  /** Scores many tables with one statement, in their order. */
  readonly score: (tables: readonly OracleTable[]) => Promise<readonly OracleScores[]>;
}

/** Defines the rules for this one connection; nothing stays behind in the database. */
export async function createSqlOracle(client: Client): Promise<SqlOracle> {
  await client.query(DEFINITIONS);
  return {
    score: async (tables) => {
      const text = `select pg_temp.score(t) as scores from jsonb_array_elements($1::jsonb) with ordinality as listed(t, place) order by place`;
      const { rows } = await client.query<{ scores: OracleScores }>(text, [JSON.stringify(tables)]);
      return rows.map(({ scores }, index) => ({ ...scores, lines: scores.lines.map((points, place) => (isWanting(tables[index]!.lines[place]!) ? '未填写' : points)) }));
    },
  };
}
